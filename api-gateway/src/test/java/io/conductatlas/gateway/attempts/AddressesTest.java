package io.conductatlas.gateway.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    private static final String REMOTE = "198.51.100.1";

    @Test
    void believesNoHeaderWhereNoProxyIsInFront() {
        assertThat(Addresses.of(REMOTE, List.of("203.0.113.5"), 0)).isEqualTo(REMOTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 203.0.113.5                     | 203.0.113.5",
                "1 | 192.0.2.66, 203.0.113.5         | 203.0.113.5",
                "2 | 192.0.2.66,203.0.113.5,10.0.0.2 | 203.0.113.5",
                "2 | 203.0.113.5                     | 203.0.113.5",
                "1 | somebody                        | 198.51.100.1",
                "2 | unknown, 10.0.0.2               | 10.0.0.2",
                "1 | ''                              | 198.51.100.1"
            })
    void believesSoManyEntriesAsThereAreProxies(int proxies, String header, String address) {
        assertThat(Addresses.of(REMOTE, List.of(header), proxies)).isEqualTo(address);
    }

    @Test
    void takesSeveralHeadersAsOne() {
        assertThat(Addresses.of(REMOTE, List.of("192.0.2.66", "203.0.113.5"), 1))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void withoutTheHeaderItIsWhoeverCalls() {
        assertThat(Addresses.of(REMOTE, List.of(), 1)).isEqualTo(REMOTE);
    }

    @Test
    void countsANetworkOfVersionSixAsOne() {
        String one = Addresses.of("2001:db8:1:2:aaaa::1", List.of(), 0);

        assertThat(one).isEqualTo("2001:0db8:0001:0002::/64");
        assertThat(Addresses.of("2001:db8:1:2:bbbb::9", List.of(), 0)).isEqualTo(one);
        assertThat(Addresses.of("2001:db8:1:3::1", List.of(), 0)).isNotEqualTo(one);
    }

    @Test
    void anAddressOfVersionFourIsTheSameInEitherForm() {
        assertThat(Addresses.of("::ffff:198.51.100.1", List.of(), 0)).isEqualTo(REMOTE);
    }
}
