package io.conductatlas.gateway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.conductatlas.gateway.problems.TooManyAttemptsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final String HERE = "192.0.2.7";

    private final MovedByHand clock = new MovedByHand();
    private final Attempts attempts = new Attempts(new ThreePerPlaceFivePerAddressSevenPerAccount(), clock);

    @Test
    void holdsBackAnAddressThatGuessesAnAccountAndNobodyElse() {
        fail("ada", HERE, HERE, HERE);

        assertHeldBack("ada", HERE);
        attempts.stranger("bea", HERE);
        attempts.stranger("ada", "192.0.2.8");
    }

    @Test
    void holdsBackAnAddressWhateverAccountsItTries() {
        for (String name : new String[] {"ada", "bea", "cleo", "dora", "edda"}) {
            attempts.stranger(name, HERE);
        }

        assertHeldBack("fay", HERE);
        attempts.stranger("fay", "192.0.2.8");
    }

    @Test
    void holdsBackStrangersFromAnAccountThatIsGuessedFromMany() {
        guessFromManyAddresses("ada");

        assertHeldBack("ada", "192.0.2.99");
        attempts.stranger("bea", "192.0.2.99");
    }

    @Test
    void nobodyKeepsOutABrowserInWhichSomebodySignedInBefore() {
        guessFromManyAddresses("ada");

        attempts.knownBrowser("ada's own").succeeded();

        assertHeldBack("ada", "192.0.2.99");
    }

    @Test
    void holdsBackAKnownBrowserThatGuessesAndNoOther() {
        for (int i = 0; i < 3; i++) {
            attempts.knownBrowser("stolen");
        }

        assertThatThrownBy(() -> attempts.knownBrowser("stolen")).isInstanceOf(TooManyAttemptsException.class);
        attempts.knownBrowser("ada's own");
        attempts.stranger("ada", HERE);
    }

    @Test
    void successInAKnownBrowserForgetsItsFailures() {
        attempts.knownBrowser("ada's own");
        attempts.knownBrowser("ada's own");

        attempts.knownBrowser("ada's own").succeeded();

        attempts.knownBrowser("ada's own");
        attempts.knownBrowser("ada's own");
        attempts.knownBrowser("ada's own");
    }

    @Test
    void successOfTheRightPersonDoesNotLetGuessersBeginAgain() {
        fail("ada", "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "192.0.2.6");

        attempts.stranger("ada", HERE).succeeded();

        attempts.stranger("ada", "192.0.2.8");
        assertHeldBack("ada", "192.0.2.9");
    }

    @Test
    void letsThemTryAgainWhenTheFirstFailureIsAWindowAgo() {
        attempts.stranger("ada", HERE);
        clock.move(Duration.ofMinutes(5));
        fail("ada", HERE, HERE);

        assertThat(heldBack("ada", HERE)).hasMessageContaining("10 minutes");
        clock.move(Duration.ofMinutes(10).minusMillis(1));
        assertThat(heldBack("ada", HERE)).hasMessageContaining("a minute");
        clock.move(Duration.ofMillis(1));

        attempts.stranger("ada", HERE);
        assertHeldBack("ada", HERE);
    }

    @Test
    void beingHeldBackDoesNotMakeItLonger() {
        fail("ada", HERE, HERE, HERE);
        clock.move(Duration.ofMinutes(14));
        assertHeldBack("ada", HERE);
        assertHeldBack("ada", HERE);

        clock.move(Duration.ofMinutes(1));

        attempts.stranger("ada", HERE);
    }

    @Test
    void successForgetsTheFailuresOfTheAccountFromThereAndNotThoseOfTheAddress() {
        fail("ada", HERE, HERE);
        attempts.stranger("ada", HERE).succeeded();
        fail("ada", HERE, HERE);

        attempts.stranger("ada", "192.0.2.8");
        attempts.stranger("bea", HERE);
        assertHeldBack("cleo", HERE);
    }

    @Test
    void whatCouldNotBeDecidedCountsForNobody() {
        for (int i = 0; i < 20; i++) {
            attempts.stranger("ada", HERE).undecided();
        }

        fail("ada", HERE, HERE, HERE);
        assertHeldBack("ada", HERE);
    }

    @Test
    void countsAttemptsThatAreUnderWay() {
        attempts.stranger("ada", HERE);
        attempts.stranger("ada", HERE);
        Attempts.SignIn last = attempts.stranger("ada", HERE);
        assertHeldBack("ada", HERE);

        last.succeeded();

        attempts.stranger("ada", HERE);
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyBack() {
        fail("ada", HERE, HERE, HERE);

        clock.move(Duration.ofDays(-10));

        attempts.stranger("ada", HERE);
    }

    @Test
    void countsWrongKeysByAddress() {
        attempts.wrongKey(HERE);
        assertThat(attempts.pauseOfKeys(HERE)).isZero();
        attempts.wrongKey(HERE);

        assertThat(attempts.pauseOfKeys(HERE)).isEqualTo(Duration.ofMinutes(15));
        assertThat(attempts.pauseOfKeys("192.0.2.8")).isZero();
    }

    @Test
    void remembersALimitedNumberOfKeysTheLastOnes() {
        FailureCounts counts = new FailureCounts(1, Duration.ofMinutes(15), 100, clock);

        for (int i = 0; i < 1000; i++) {
            counts.add("name " + i);
        }

        assertThat(counts.keys()).isEqualTo(100);
        assertThat(counts.pause("name 999")).isPositive();
        assertThat(counts.pause("name 0")).isZero();
    }

    @Test
    void refusesALimitThatWouldLetNobodyIn() {
        assertThatThrownBy(() -> new FailureCounts(0, Duration.ofMinutes(15), 100, clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void fail(String account, String... addresses) {
        for (String address : addresses) {
            attempts.stranger(account, address);
        }
    }

    private void guessFromManyAddresses(String account) {
        for (int i = 1; i <= 7; i++) {
            attempts.stranger(account, "198.51.100." + i);
        }
    }

    private void assertHeldBack(String account, String address) {
        assertThat(heldBack(account, address)).isNotNull();
    }

    private TooManyAttemptsException heldBack(String account, String address) {
        return catchThrowableOfType(TooManyAttemptsException.class, () -> attempts.stranger(account, address));
    }

    private static final class ThreePerPlaceFivePerAddressSevenPerAccount implements AttemptsConfig {

        @Override
        public Duration window() {
            return Duration.ofMinutes(15);
        }

        @Override
        public int perPlace() {
            return 3;
        }

        @Override
        public int perAddress() {
            return 5;
        }

        @Override
        public int perAccount() {
            return 7;
        }

        @Override
        public int keysPerAddress() {
            return 2;
        }

        @Override
        public int trustedProxies() {
            return 0;
        }
    }

    private static final class MovedByHand extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
