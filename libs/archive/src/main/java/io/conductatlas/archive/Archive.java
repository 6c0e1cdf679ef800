package io.conductatlas.archive;

import io.conductatlas.events.ObjectRef;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/**
 * Writes and reads objects named by their own hash.
 *
 * <p>{@link #put} and {@link #get} block up to {@link ArchiveConfig#timeout()} and belong on worker threads, outside any
 * transaction; {@link #putOnWorker} and {@link #getOnWorker} see to that themselves. Every failure is an
 * {@link ArchiveException}, which says whether waiting helps.
 */
@ApplicationScoped
public class Archive {

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9]+(/[a-z0-9]+)*");
    private static final Pattern SUFFIX = Pattern.compile("(\\.[a-z0-9]+)*");

    private final ArchiveConfig config;
    private final OkHttpClient http;
    private final MinioClient minio;
    private volatile boolean bucketIsThere;

    public Archive(ArchiveConfig config) {
        this.config = config;
        // Without TCP_NODELAY each small upload waits for the delayed acknowledgement of its headers.
        this.http = new OkHttpClient.Builder()
                .socketFactory(new NoDelaySocketFactory(SocketFactory.getDefault()))
                .callTimeout(config.timeout())
                .connectTimeout(config.timeout())
                .readTimeout(config.timeout())
                .writeTimeout(config.timeout())
                .build();
        this.minio = MinioClient.builder()
                .endpoint(config.endpoint().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region(config.region())
                .httpClient(http)
                .build();
    }

    /**
     * Stores {@code bytes} as {@code prefix/<sha256><suffix>} unless they are there already, which is success too.
     *
     * @param prefix the folder, for example {@code versions} or {@code captures/2026/03}; never made from foreign text
     * @param suffix the ending with its dot, for example {@code .warc.gz}
     */
    public ObjectRef put(String prefix, byte[] bytes, String suffix) {
        if (!PREFIX.matcher(prefix).matches() || !SUFFIX.matcher(suffix).matches()) {
            throw new IllegalArgumentException("not a place in the archive: " + prefix + "/*" + suffix);
        }
        if (bytes.length > config.maxBytes()) {
            throw new ObjectUnusableException(
                    "an object of %d bytes is larger than the %d allowed".formatted(bytes.length, config.maxBytes()));
        }
        String sha256 = Sha256.of(bytes);
        ObjectRef ref = new ObjectRef(prefix + "/" + sha256 + suffix, sha256, bytes.length);
        PutObjectArgs object = PutObjectArgs.builder()
                .bucket(config.bucket())
                .object(ref.key())
                .headers(Map.of("If-None-Match", "*"))
                .contentType("application/octet-stream")
                .data(bytes, bytes.length)
                .build();
        try {
            ensureBucket();
            minio.putObject(object);
        } catch (MinioException | IllegalStateException e) { // the SDK wraps network failures in the latter
            if (!isAnsweredWith(412, e)) {
                throw failure("write", ref.key(), e);
            }
        }
        return ref;
    }

    /** The bytes of {@code ref}, which are exactly those that were stored under it. */
    public byte[] get(ObjectRef ref) {
        if (ref.size() > config.maxBytes()) {
            throw new ObjectUnusableException(
                    "%s has %d bytes, more than the %d allowed".formatted(ref.key(), ref.size(), config.maxBytes()));
        }
        byte[] bytes = read(ref);
        if (bytes.length != ref.size() || !Sha256.of(bytes).equals(ref.sha256())) {
            throw new ObjectUnusableException(ref.key() + " does not hold the bytes it is named after");
        }
        return bytes;
    }

    /** {@link #put} on a worker thread. */
    public Uni<ObjectRef> putOnWorker(String prefix, byte[] bytes, String suffix) {
        return Uni.createFrom()
                .item(() -> put(prefix, bytes, suffix))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** {@link #get} on a worker thread. */
    public Uni<byte[]> getOnWorker(ObjectRef ref) {
        return Uni.createFrom().item(() -> get(ref)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Answers when the store does, for readiness checks; throws {@link ArchiveUnavailableException} otherwise. */
    public void ping() {
        try {
            if (!minio.bucketExists(
                    BucketExistsArgs.builder().bucket(config.bucket()).build())) {
                bucketIsThere = false;
                ensureBucket();
            }
        } catch (MinioException | IllegalStateException e) {
            throw failure("find", config.bucket(), e);
        }
    }

    private byte[] read(ObjectRef ref) {
        try (InputStream in = minio.getObject(GetObjectArgs.builder()
                .bucket(config.bucket())
                .object(ref.key())
                .build())) {
            return in.readNBytes((int) ref.size() + 1);
        } catch (MinioException | IllegalStateException e) {
            throw failure("read", ref.key(), e);
        } catch (IOException e) {
            throw new ArchiveUnavailableException("the object store broke off while sending " + ref.key(), e);
        }
    }

    private void ensureBucket() throws MinioException {
        if (bucketIsThere || !config.createBucket()) {
            return;
        }
        if (!minio.bucketExists(
                BucketExistsArgs.builder().bucket(config.bucket()).build())) {
            try {
                minio.makeBucket(
                        MakeBucketArgs.builder().bucket(config.bucket()).build());
            } catch (MinioException e) {
                if (!isAnsweredWith(409, e)) { // another instance made it in the meantime
                    throw e;
                }
            }
        }
        bucketIsThere = true;
    }

    private ArchiveException failure(String act, String key, Exception e) {
        if (e instanceof ErrorResponseException answered
                && "NoSuchKey".equals(answered.errorResponse().code())) {
            return new ObjectUnusableException("there is no object " + key, e);
        }
        if (isAnsweredWith(404, e)) {
            bucketIsThere = false;
        }
        return new ArchiveUnavailableException("could not %s %s in the object store".formatted(act, key), e);
    }

    private static boolean isAnsweredWith(int status, Exception e) {
        return e instanceof ErrorResponseException answered
                && answered.response().code() == status;
    }

    @PreDestroy
    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Sockets that send at once. */
    private static final class NoDelaySocketFactory extends SocketFactory {

        private final SocketFactory plain;

        NoDelaySocketFactory(SocketFactory plain) {
            this.plain = plain;
        }

        @Override
        public Socket createSocket() throws IOException {
            return atOnce(plain.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return atOnce(plain.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return atOnce(plain.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return atOnce(plain.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return atOnce(plain.createSocket(host, port, local, localPort));
        }

        private static Socket atOnce(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
