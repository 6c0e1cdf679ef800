package io.conductatlas.gateway.attempts;

import io.conductatlas.gateway.problems.TooManyAttemptsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Holds back whoever guesses passwords or keys. A stranger's attempts to sign in are counted by address, by account from that
 * address, and by account wherever they come from, whether or not there is an account of that name; what a caller is told is
 * the same in all cases. A browser in which somebody signed in to the account before is counted by itself alone, so that
 * nobody else's attempts keep it out.
 *
 * <p>The counts are this instance's own, kept in memory: several instances allow so many times as much, and a restart
 * forgets them.
 */
@ApplicationScoped
public class Attempts {

    private static final int MOST_KEYS = 10_000;

    private final FailureCounts places;
    private final FailureCounts addresses;
    private final FailureCounts accounts;
    private final FailureCounts browsers;
    private final FailureCounts keys;

    Attempts(AttemptsConfig config, Clock clock) {
        this.places = new FailureCounts(config.perPlace(), config.window(), MOST_KEYS, clock);
        this.addresses = new FailureCounts(config.perAddress(), config.window(), MOST_KEYS, clock);
        this.accounts = new FailureCounts(config.perAccount(), config.window(), MOST_KEYS, clock);
        this.browsers = new FailureCounts(config.perPlace(), config.window(), MOST_KEYS, clock);
        this.keys = new FailureCounts(config.keysPerAddress(), config.window(), MOST_KEYS, clock);
    }

    /**
     * Begins an attempt to sign in of a browser that is not known for the account. It counts as failed until it is known to be
     * something else, so that many at once are not more than one after the other.
     *
     * @throws TooManyAttemptsException if too many failed before; this one is not counted then
     */
    public SignIn stranger(String account, String address) {
        // an address has no space
        Count ofPlace = new Count(places, address + " " + account);
        return begin(ofPlace, List.of(new Count(addresses, address), new Count(accounts, account)));
    }

    /**
     * Begins an attempt to sign in of a browser in which somebody signed in to the same account before.
     *
     * @param browser what it is known by
     * @throws TooManyAttemptsException if too many failed in that browser before; this one is not counted then
     */
    public SignIn knownBrowser(String browser) {
        return begin(new Count(browsers, browser), List.of());
    }

    private synchronized SignIn begin(Count own, List<Count> shared) {
        Duration pause = own.pause();
        for (Count count : shared) {
            pause = pause.compareTo(count.pause()) < 0 ? count.pause() : pause;
        }
        if (!pause.isZero()) {
            throw new TooManyAttemptsException(pause);
        }
        own.add();
        shared.forEach(Count::add);
        return new SignIn(own, shared);
    }

    /** How long keys that anybody could have guessed are not even looked at from {@code address}; zero if they are. */
    public Duration pauseOfKeys(String address) {
        return keys.pause(address);
    }

    /** A key that is none of ours came from {@code address}. */
    public void wrongKey(String address) {
        keys.add(address);
    }

    private record Count(FailureCounts counts, String key) {

        Duration pause() {
            return counts.pause(key);
        }

        void add() {
            counts.add(key);
        }

        void takeBack() {
            counts.takeBack(key);
        }

        void forget() {
            counts.forget(key);
        }
    }

    /** An attempt to sign in, which has failed unless one of its methods is called. */
    public static final class SignIn {

        private final Count own;
        private final List<Count> shared;

        private SignIn(Count own, List<Count> shared) {
            this.own = own;
            this.shared = shared;
        }

        /** It was the right password: earlier failures of the same person are forgotten, those that may be others' are not. */
        public void succeeded() {
            own.forget();
            shared.forEach(Count::takeBack);
        }

        /** It could not be decided, through a fault of ours. */
        public void undecided() {
            own.takeBack();
            shared.forEach(Count::takeBack);
        }
    }
}
