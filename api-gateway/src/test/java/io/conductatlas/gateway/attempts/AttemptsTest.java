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
    private final Attempts attempts = new Attempts(new ThreePerAccountFivePerAddress(), clock);

    @Test
    void holdsBackAnAccountWhereverTheAttemptsComeFrom() {
        fail("ada", "192.0.2.1", "192.0.2.2", "192.0.2.3");

        assertHeldBack("ada", "192.0.2.4");
        attempts.signIn("bea", "192.0.2.4");
    }

    @Test
    void holdsBackAnAddressWhateverAccountsItTries() {
        for (String name : new String[] {"ada", "bea", "cleo", "dora", "edda"}) {
            attempts.signIn(name, HERE);
        }

        assertHeldBack("fay", HERE);
        attempts.signIn("fay", "192.0.2.8");
    }

    @Test
    void letsThemTryAgainWhenTheFirstFailureIsAWindowAgo() {
        attempts.signIn("ada", HERE);
        clock.move(Duration.ofMinutes(5));
        fail("ada", HERE, HERE);

        assertThat(heldBack("ada", HERE)).hasMessageContaining("10 minutes");
        clock.move(Duration.ofMinutes(10).minusMillis(1));
        assertThat(heldBack("ada", HERE)).hasMessageContaining("a minute");
        clock.move(Duration.ofMillis(1));

        attempts.signIn("ada", HERE);
        assertHeldBack("ada", HERE);
    }

    @Test
    void beingHeldBackDoesNotMakeItLonger() {
        fail("ada", HERE, HERE, HERE);
        clock.move(Duration.ofMinutes(14));
        assertHeldBack("ada", HERE);
        assertHeldBack("ada", HERE);

        clock.move(Duration.ofMinutes(1));

        attempts.signIn("ada", HERE);
    }

    @Test
    void successForgetsTheAccountsFailuresAndNotTheAddresss() {
        fail("ada", HERE, HERE);
        attempts.signIn("ada", HERE).succeeded();
        fail("ada", HERE, HERE);

        attempts.signIn("ada", "192.0.2.8");
        attempts.signIn("bea", HERE);
        assertHeldBack("cleo", HERE);
    }

    @Test
    void whatCouldNotBeDecidedCountsForNobody() {
        for (int i = 0; i < 20; i++) {
            attempts.signIn("ada", HERE).undecided();
        }

        fail("ada", HERE, HERE, HERE);
        assertHeldBack("ada", HERE);
    }

    @Test
    void countsAttemptsThatAreUnderWay() {
        attempts.signIn("ada", HERE);
        attempts.signIn("ada", HERE);
        Attempts.SignIn last = attempts.signIn("ada", HERE);
        assertHeldBack("ada", HERE);

        last.succeeded();

        attempts.signIn("ada", HERE);
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyBack() {
        fail("ada", HERE, HERE, HERE);

        clock.move(Duration.ofDays(-10));

        attempts.signIn("ada", HERE);
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
            attempts.signIn(account, address);
        }
    }

    private void assertHeldBack(String account, String address) {
        assertThat(heldBack(account, address)).isNotNull();
    }

    private TooManyAttemptsException heldBack(String account, String address) {
        return catchThrowableOfType(TooManyAttemptsException.class, () -> attempts.signIn(account, address));
    }

    private static final class ThreePerAccountFivePerAddress implements AttemptsConfig {

        @Override
        public Duration window() {
            return Duration.ofMinutes(15);
        }

        @Override
        public int perAccount() {
            return 3;
        }

        @Override
        public int perAddress() {
            return 5;
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
