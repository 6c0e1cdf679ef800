package io.conductatlas.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An object store that speaks S3 on loopback and keeps its objects as files.
 *
 * <p>It checks signatures and honours {@code If-None-Match: *}. It has no versions and no locks: nothing may be claimed
 * to be unchangeable because it lies here.
 */
public final class EmbeddedObjectStore implements AutoCloseable {
    /** The region its signatures are made for. */
    public static final String REGION = "us-east-1";

    private final S3Proxy server;

    private EmbeddedObjectStore(S3Proxy server) {
        this.server = server;
    }

    /**
     * Starts a store that keeps its objects in {@code directory}.
     *
     * @param port the port to listen on, or 0 for a free one
     * @param bucket the bucket that exists when this returns
     */
    public static EmbeddedObjectStore start(
            Path directory, int port, String accessKey, String secretKey, String bucket) {
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            keepToOurselves(Files.createDirectories(root.resolve(bucket)));
            BlobStore store = new FilesystemNio2BlobStore(root.toString());
            S3Proxy server = S3Proxy.builder()
                    .blobStore(store)
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                    .jettyMaxThreads(24)
                    .build();
            server.setBlobStoreLocator((identity, container, blob) ->
                    accessKey.equals(identity) ? new AccessGrant(secretKey, store) : null);
            server.start();
            return new EmbeddedObjectStore(server);
        } catch (IOException e) {
            throw new EmbeddedServerException("the object store cannot use the folder " + directory, e);
        } catch (Exception e) {
            throw new EmbeddedServerException("the object store did not start: " + e.getMessage(), e);
        }
    }

    /** S3Proxy reads a folder that others may read as a bucket that anyone may read without a signature. */
    private static void keepToOurselves(Path bucket) throws IOException {
        if (Files.getFileStore(bucket).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Where S3 clients connect. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Stops the store; its objects stay. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new EmbeddedServerException("the object store did not stop", e);
        }
    }
}
