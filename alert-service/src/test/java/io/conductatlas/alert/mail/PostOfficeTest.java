package io.conductatlas.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.alert.dispatch.Outcome;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostOfficeTest {

    @Test
    void notNowIsTriedAgain() {
        assertThat(answer("sending data failed", 451)).isInstanceOf(Outcome.NotYet.class);
        assertThat(answer("recipient address not accepted", 450)).isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void neverIsNever() {
        Outcome refused = answer("sending data failed", 554);

        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(PostOffice.isHardBounce(refused)).isFalse();
    }

    @Test
    void aMailboxThatIsRefusedIsAHardBounce() {
        Outcome refused = answer("recipient address not accepted", 550);

        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(PostOffice.isHardBounce(refused)).isTrue();
        assertThat(refused.status()).isEqualTo(550);
    }

    @Test
    void thatTheServerDoesNotKnowUsIsNobodyElsesFault() {
        assertThat(answer("AUTH failed", 535)).isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void aServerThatCannotBeReachedHasNotTakenItButALostConnectionMayHave() {
        assertThat(PostOffice.outcomeOf(new ConnectException("refused"))).isInstanceOf(Outcome.NotYet.class);
        assertThat(PostOffice.outcomeOf(new IOException("Connection was closed")))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void detailsSayNothingThatTheServerSaid() {
        assertThat(answer("recipient address not accepted", 550).detail()).doesNotContain("anna@subscriber.example");
    }

    private static Outcome answer(String message, int code) {
        return PostOffice.outcomeOf(
                new SMTPException(message, code, List.of(code + " no <anna@subscriber.example> here"), true));
    }
}
