package io.conductatlas.alert.subscribers;

import io.conductatlas.events.Sealed;
import io.conductatlas.secrets.MasterKey;
import io.conductatlas.secrets.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;

/** Opens what is sealed about subscribers. What it gives must not be logged. */
@ApplicationScoped
public class AddressBook {

    private final Vault vault;
    private final MasterKey masterKey;

    AddressBook(Vault vault, MasterKey masterKey) {
        this.vault = vault;
        this.masterKey = masterKey;
    }

    /** The mail address. */
    public String email(Sealed sealed) {
        return vault.open("email", sealed);
    }

    /** Where webhooks go. */
    public String url(Sealed sealed) {
        return vault.open("webhook-url", sealed);
    }

    /** A signing secret. */
    public String secret(Sealed sealed) {
        return vault.open("webhook-secret", sealed);
    }

    /** The same for equal addresses and useless without our key: how an address is known without being kept. */
    String mark(Sealed sealed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(masterKey.derive("address mark", "HmacSHA256"));
            byte[] address = email(sealed).strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(address));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
