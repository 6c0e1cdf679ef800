package io.conductatlas.gateway.attempts;

import io.conductatlas.gateway.problems.TooManyAttemptsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Holds back whoever guesses passwords or keys. Counted is by the name of the account, whether or not there is one by that
 * name, and by the address that the attempts come from; what a caller is told is the same in all cases.
 *
 * <p>The counts are this instance's own, kept in memory: several instances allow so many times as much, and a restart
 * forgets them.
 */
@ApplicationScoped
public class Attempts {

    private static final int MOST_KEYS = 10_000;

    private final FailureCounts accounts;
    private final FailureCounts addresses;
    private final FailureCounts keys;

    Attempts(AttemptsConfig config, Clock clock) {
        this.accounts = new FailureCounts(config.perAccount(), config.window(), MOST_KEYS, clock);
        this.addresses = new FailureCounts(config.perAddress(), config.window(), MOST_KEYS, clock);
        this.keys = new FailureCounts(config.keysPerAddress(), config.window(), MOST_KEYS, clock);
    }

    /**
     * Begins an attempt to sign in. It counts as failed until it is known to be something else, so that many at once are
     * not more than one after the other.
     *
     * @throws TooManyAttemptsException if too many failed before; this one is not counted then
     */
    public synchronized SignIn signIn(String account, String address) {
        Duration ofAccount = accounts.pause(account);
        Duration ofAddress = addresses.pause(address);
        Duration pause = ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress;
        if (!pause.isZero()) {
            throw new TooManyAttemptsException(pause);
        }
        accounts.add(account);
        addresses.add(address);
        return new SignIn(account, address);
    }

    /** How long keys that anybody could have guessed are not even looked at from {@code address}; zero if they are. */
    public Duration pauseOfKeys(String address) {
        return keys.pause(address);
    }

    /** A key that is none of ours came from {@code address}. */
    public void wrongKey(String address) {
        keys.add(address);
    }

    /** An attempt to sign in, which has failed unless one of its methods is called. */
    public final class SignIn {

        private final String account;
        private final String address;

        private SignIn(String account, String address) {
            this.account = account;
            this.address = address;
        }

        /** It was the right password: the account's failures are forgotten, those of others from the address are not. */
        public void succeeded() {
            accounts.forget(account);
            addresses.takeBack(address);
        }

        /** It could not be decided, through a fault of ours. */
        public void undecided() {
            accounts.takeBack(account);
            addresses.takeBack(address);
        }
    }
}
