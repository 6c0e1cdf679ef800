package io.conductatlas.gateway.pages.parts;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the frames of pages. */
@ApplicationScoped
public class Frames {
    private static final String STYLE_SHEET = "META-INF/resources/assets/atlas.css";

    private final String publicUrl;
    private final String assetVersion;

    Frames(@ConfigProperty(name = "atlas.public-url", defaultValue = "http://127.0.0.1:18080") String publicUrl) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.assetVersion = hashOf(STYLE_SHEET);
    }

    /** The absolute address of a path. */
    public String address(String path) {
        return publicUrl + path;
    }

    /** A page for everyone. */
    public Frame open(String title, String description, String section, String path) {
        return new Frame(title, description, section, address(path), "/feed.atom", assetVersion);
    }

    /** A page that search engines leave. */
    public Frame closed(String title, String section) {
        return new Frame(title, null, section, null, null, assetVersion);
    }

    private static String hashOf(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
