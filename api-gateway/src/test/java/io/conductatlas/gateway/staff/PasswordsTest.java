package io.conductatlas.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void hashesAtTheCostThatIsAdvised() {
        String hash = Passwords.hash("a password of the tests");

        assertThat(hash).startsWith("pbkdf2-sha256$600000$");
        assertThat(Passwords.matches("a password of the tests", hash)).isTrue();
    }

    /** So that the cost can be raised without anybody losing an account. */
    @Test
    void checksAHashAtTheCostItSays() {
        // PBKDF2-HMAC-SHA-256 of "password" with "salt", one iteration
        String cheap = "pbkdf2-sha256$1$c2FsdA==$Eg+2z/z4syxD5yJSVsT4N6hlSMkszDVICAWYfLcL4Xs=";

        assertThat(Passwords.matches("password", cheap)).isTrue();
        assertThat(Passwords.matches("Password", cheap)).isFalse();
        assertThat(Passwords.matches("password", cheap.replace("$1$", "$2$"))).isFalse();
    }
}
