package io.conductatlas.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.conductatlas.events.ObjectRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final byte[] TEXT = "We keep your data for 30 days.".getBytes(UTF_8);

    @TempDir
    static Path folder;

    private static S3Proxy store;

    @BeforeAll
    static void startStore() throws Exception {
        BlobStore blobs = new FilesystemNio2BlobStore(folder.toRealPath().toString());
        store = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "atlas", "atlas-secret")
                .build();
        store.setBlobStoreLocator((identity, container, blob) -> new AccessGrant("atlas-secret", blobs));
        store.start();
    }

    @AfterAll
    static void stopStore() throws Exception {
        store.stop();
    }

    @Test
    void namesAnObjectByTheHashOfItsBytesAndGivesThemBack() {
        Archive archive = archive("plain");

        ObjectRef ref = archive.put("captures/2026/03", TEXT, ".warc.gz");

        assertThat(ref.sha256()).isEqualTo(Sha256.of(TEXT));
        assertThat(ref.key()).isEqualTo("captures/2026/03/" + ref.sha256() + ".warc.gz");
        assertThat(ref.size()).isEqualTo(TEXT.length);
        assertThat(archive.get(ref)).isEqualTo(TEXT);
    }

    @Test
    void findsAnObjectThatIsThereAlreadyToBeSuccess() {
        Archive archive = archive("twice");

        ObjectRef first = archive.put("versions", TEXT, ".md");
        ObjectRef second = archive.put("versions", TEXT, ".md");

        assertThat(second).isEqualTo(first);
        assertThat(archive.get(second)).isEqualTo(TEXT);
    }

    @Test
    void keepsAnEmptyObject() {
        Archive archive = archive("empty");

        ObjectRef ref = archive.put("versions", new byte[0], "");

        assertThat(archive.get(ref)).isEmpty();
    }

    @Test
    void takesManyWritersOfTheSameAndOfOtherBytesAtOnce() {
        Archive archive = archive("crowd");
        ExecutorService writers = Executors.newFixedThreadPool(8);

        List<CompletableFuture<ObjectRef>> puts = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> archive.put("changes", ("text " + i % 16).getBytes(UTF_8), ".json"), writers))
                .toList();

        assertThat(puts.stream()
                        .map(CompletableFuture::join)
                        .map(ObjectRef::key)
                        .distinct())
                .hasSize(16);
        writers.shutdown();
    }

    @Test
    void saysForGoodThatAnObjectIsMissing() {
        Archive archive = archive("missing");
        archive.put("versions", TEXT, ".md");
        ObjectRef never = new ObjectRef("versions/" + "0".repeat(64) + ".md", "0".repeat(64), 3);

        assertThatExceptionOfType(ObjectUnusableException.class)
                .isThrownBy(() -> archive.get(never))
                .matches(e -> !e.isTransient());
    }

    @Test
    void refusesBytesThatAreNotWhatTheReferenceSays() throws IOException {
        Archive archive = archive("damaged");
        ObjectRef ref = archive.put("versions", TEXT, ".md");
        overwrite(ref, "We keep your data for 99 days.");

        assertThatExceptionOfType(ObjectUnusableException.class)
                .isThrownBy(() -> archive.get(ref))
                .withMessageContaining("does not hold the bytes");
    }

    @Test
    void refusesAnObjectThatIsLongerThanItsReference() throws IOException {
        Archive archive = archive("longer");
        ObjectRef ref = archive.put("versions", TEXT, ".md");
        ObjectRef shorter = new ObjectRef(ref.key(), ref.sha256(), ref.size() - 1);

        assertThatExceptionOfType(ObjectUnusableException.class).isThrownBy(() -> archive.get(shorter));
    }

    @Test
    void refusesWhatIsTooLargeBeforeItTravels() {
        Archive archive = new Archive(new Settings(address(), "sizes", Duration.ofSeconds(60), 10));

        assertThatExceptionOfType(ObjectUnusableException.class)
                .isThrownBy(() -> archive.put("versions", TEXT, ".md"))
                .withMessageContaining("larger than");
        assertThatExceptionOfType(ObjectUnusableException.class)
                .isThrownBy(() -> archive.get(new ObjectRef("versions/x", Sha256.of(TEXT), TEXT.length)));
    }

    @Test
    void keepsKeysFreeOfForeignText() {
        Archive archive = archive("keys");

        assertThatIllegalArgumentException().isThrownBy(() -> archive.put("../up", TEXT, ".md"));
        assertThatIllegalArgumentException().isThrownBy(() -> archive.put("versions", TEXT, "/../x"));
    }

    @Test
    void callsAStoreThatIsAwayAPassingTrouble() throws IOException {
        Archive archive = new Archive(new Settings(unused(), "away", Duration.ofSeconds(60), 1 << 20));

        assertThatExceptionOfType(ArchiveUnavailableException.class)
                .isThrownBy(() -> archive.put("versions", TEXT, ".md"))
                .matches(ArchiveException::isTransient);
        assertThatExceptionOfType(ArchiveUnavailableException.class).isThrownBy(archive::ping);
    }

    @Test
    void givesUpOnAStoreThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Archive archive = new Archive(new Settings(endpoint, "silent", Duration.ofMillis(300), 1 << 20));

            assertThatExceptionOfType(ArchiveUnavailableException.class)
                    .isThrownBy(() -> archive.get(new ObjectRef("versions/x", Sha256.of(TEXT), TEXT.length)));
        }
    }

    @Test
    void doesItsWorkOnAWorkerThreadWhenAskedForAUni() {
        Archive archive = archive("worker");

        ObjectRef ref = archive.putOnWorker("versions", TEXT, ".md").await().atMost(Duration.ofSeconds(60));
        byte[] read = archive.getOnWorker(ref).await().atMost(Duration.ofSeconds(60));

        assertThat(read).isEqualTo(TEXT);
    }

    private static Archive archive(String bucket) {
        return new Archive(new Settings(address(), bucket, Duration.ofSeconds(60), 1 << 20));
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + store.getPort());
    }

    private static URI unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static void overwrite(ObjectRef ref, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(path -> path.endsWith(Path.of("damaged", ref.key())))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, text);
        }
    }

    private record Settings(URI endpoint, String bucket, Duration timeout, int maxBytes) implements ArchiveConfig {
        @Override
        public String accessKey() {
            return "atlas";
        }

        @Override
        public String secretKey() {
            return "atlas-secret";
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public boolean createBucket() {
            return true;
        }
    }
}
