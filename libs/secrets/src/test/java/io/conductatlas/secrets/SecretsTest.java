package io.conductatlas.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.conductatlas.events.Sealed;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final MasterKey masterKey = MasterKey.fromBase64(key(7));
    private final Vault vault = new Vault(masterKey);
    private final SignedTokens tokens = new SignedTokens(masterKey);

    @Test
    void opensWhatItSealed() {
        Sealed sealed = vault.seal("email", "anna@example.org");

        assertThat(sealed.toString()).doesNotContain("anna");
        assertThat(vault.open("email", sealed)).isEqualTo("anna@example.org");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(vault.seal("email", "a")).isNotEqualTo(vault.seal("email", "a"));
    }

    @Test
    void opensNothingForAnotherPurpose() {
        Sealed sealed = vault.seal("email", "anna@example.org");

        assertThatExceptionOfType(Vault.CannotOpen.class).isThrownBy(() -> vault.open("secret", sealed));
    }

    @Test
    void opensNothingUnderAnotherKey() {
        Sealed sealed = new Vault(MasterKey.fromBase64(key(8))).seal("email", "anna@example.org");

        assertThatExceptionOfType(Vault.CannotOpen.class).isThrownBy(() -> vault.open("email", sealed));
    }

    @Test
    void opensNothingThatWasChanged() {
        Sealed sealed = vault.seal("email", "anna@example.org");
        byte[] bytes = Base64.getDecoder().decode(sealed.ciphertext());
        bytes[0] ^= 1;
        Sealed changed =
                new Sealed(sealed.keyId(), sealed.nonce(), Base64.getEncoder().encodeToString(bytes));

        assertThatExceptionOfType(Vault.CannotOpen.class).isThrownBy(() -> vault.open("email", changed));
    }

    @Test
    void refusesAKeyOfAnotherLengthWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.fromBase64("c2hvcnQ="))
                .withMessageNotContaining("c2hvcnQ");
    }

    @Test
    void readsItsOwnTokens() {
        String token = tokens.sign("unsubscribe", "subscriber alerts");

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.read("unsubscribe", token)).contains("subscriber alerts");
    }

    @Test
    void readsNoTokenOfAnotherPurposeOrKeyOrMaking() {
        String token = tokens.sign("unsubscribe", "x");
        String others = new SignedTokens(MasterKey.fromBase64(key(8))).sign("unsubscribe", "x");

        assertThat(tokens.read("login", token)).isEmpty();
        assertThat(tokens.read("unsubscribe", others)).isEmpty();
        assertThat(tokens.read("unsubscribe", "AAAA")).isEmpty();
        assertThat(tokens.read("unsubscribe", "not a token!")).isEmpty();
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
