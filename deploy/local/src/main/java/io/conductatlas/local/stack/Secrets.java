package io.conductatlas.local.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** What only this stack knows: made on its first start, kept in its folder, readable by its owner only. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the secrets of a stack, and makes those it does not have yet. */
    public static Secrets of(StateFolder state) {
        Path file = state.home().resolve("secrets.properties");
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                values.load(new StringReader(Files.readString(file)));
            }
            values.putIfAbsent("secrets.key", Base64.getEncoder().encodeToString(bytes(32)));
            values.putIfAbsent("intake.token", "intake-" + token(24));
            values.putIfAbsent("objects.access-key", "conductatlas");
            values.putIfAbsent("objects.secret-key", token(24));
            values.putIfAbsent("staff.password", token(9));
            values.putIfAbsent("staff.key", "atlas-staff-" + token(24));
            StringWriter text = new StringWriter();
            values.store(text, "Secrets of this local stack");
            state.write(file, text.toString());
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key under which services seal what may not be plain. */
    String secretsKey() {
        return value("secrets.key");
    }

    /** What the fetcher's intake asks of who sends it an archive. */
    public String intakeToken() {
        return value("intake.token");
    }

    public String objectsAccessKey() {
        return value("objects.access-key");
    }

    public String objectsSecretKey() {
        return value("objects.secret-key");
    }

    /** The password of the account {@code staff}. */
    public String staffPassword() {
        return value("staff.password");
    }

    /** The API key with the staff scope. */
    public String staffKey() {
        return value("staff.key");
    }

    private String value(String name) {
        return values.getProperty(name, "");
    }

    private static String token(int bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes(bytes))
                .replace('-', 'x')
                .replace('_', 'y');
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
