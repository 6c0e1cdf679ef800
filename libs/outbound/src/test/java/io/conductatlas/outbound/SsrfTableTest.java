package io.conductatlas.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.outbound.OutboundOutcome.Reason;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that attackers of such clients are known to try; none may be dialled, nor even looked up where it is a number. */
class SsrfTableTest {

    private final FakeInternet internet = new FakeInternet()
            .name("good.example", "93.184.216.34")
            .name("inside.example", "10.1.2.3")
            .name("metadata.example", "169.254.169.254")
            .name("loop.example", "127.0.0.1")
            .name("six.example", "::1")
            .name("mixed.example", "93.184.216.34", "192.168.1.1")
            .name("mixed6.example", "2606:2800:220:1::1", "fd00::1");
    private final Outbound outbound =
            new Outbound(Settings.STRICT, internet, builder -> builder.socketFactory(internet));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // every network of the table, and its edges
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://100.64.0.1/",
                "http://100.100.100.200/latest/meta-data/",
                "http://100.127.255.255/",
                "http://127.0.0.1/",
                "http://127.255.255.254/",
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.170.2/v2/credentials",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.0.0.192/",
                "http://192.0.2.1/",
                "http://192.88.99.1/",
                "http://192.168.0.1/",
                "http://198.18.0.1/",
                "http://198.19.255.255/",
                "http://198.51.100.7/",
                "http://203.0.113.7/",
                "http://224.0.0.1/",
                "http://239.255.255.255/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::127.0.0.1]/",
                "http://[::7f00:1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[0:0:0:0:0:ffff:192.168.1.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::169.254.169.254]/",
                "http://[64:ff9b:1::1]/",
                "http://[100::1]/",
                "http://[2001::1]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2001:10::1]/",
                "http://[2001:db8::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a9fe:a9fe::1]/",
                "http://[3fff::1]/",
                "http://[5f00::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                // names that lead there
                "http://localhost/",
                "http://LOCALHOST/",
                "http://anything.localhost/",
                "http://inside.example/",
                "http://metadata.example/",
                "http://loop.example/",
                "http://six.example/",
                "http://mixed.example/",
                "http://mixed6.example/",
                // closed ports
                "http://good.example:22/",
                "https://good.example:8443/",
                "http://good.example:6379/",
                "http://93.184.216.34:8080/",
            })
    void blocksWhatIsNotOnTheInternet(String url) {
        assertThat(sent(url)).isEqualTo(Reason.SSRF_BLOCKED);
        assertThat(outbound.check(Policy.FETCH, url).map(Refused::reason)).contains(Reason.SSRF_BLOCKED);
        assertThat(internet.dialled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // numbers in disguise
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.00.0.1/",
                "http://127.0.0.01/",
                "http://1.2.3.256/",
                "http://1.2.3.4.5/",
                "http://4294967296/",
                "http://0/",
                "http://0x/",
                "http://example.0x7f/",
                "http://①②⑦.⓪.⓪.①/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://ⓔxample.com/",
                "http://exa\u00admple.com/",
                // who is the host?
                "http://example.com:80@127.0.0.1/",
                "http://user@example.com/",
                "http://user:password@example.com/",
                "http://@127.0.0.1/",
                "http://example.com\\@127.0.0.1/",
                "http:\\\\127.0.0.1/",
                "http://127.0.0.1\\.example.com/",
                "http://example.com#@127.0.0.1/",
                "http://127.0.0.1#@example.com/",
                "http://example.com?@127.0.0.1/#x",
                "http://example.com%2f@127.0.0.1/",
                "http://127.0.0.1%00.example.com/",
                "http://127.0.0.1%0d%0aHost:x/",
                "http://127.0.0.1\r\nHost: x/",
                "http://exam\tple.com/",
                "http://example.com /",
                " http://example.com/",
                "http://example.com./",
                "http://127.0.0.1./",
                "http://.example.com/",
                "http://exa..mple.com/",
                "http://-example.com/",
                "http://example-.com/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[::1/",
                "http://[::1]x/",
                "http://[127.0.0.1]/",
                "http://[v1.x]/",
                "http://::1/",
                // ports
                "http://example.com:/",
                "http://example.com:0/",
                "http://example.com:080/",
                "http://example.com:65536/",
                "http://example.com:99999999999/",
                "http://example.com:80:80/",
                "http://example.com:-80/",
                // names of the inside
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://metadata/",
                "http://kubernetes/",
                "http://printer.local/",
                "http://router.home.arpa/",
                "http://intranet/",
                // other schemes and no addresses
                "file:///etc/passwd",
                "ftp://example.com/",
                "gopher://127.0.0.1:70/_x",
                "jar:http://example.com!/",
                "javascript:alert(1)",
                "//example.com/",
                "/etc/passwd",
                "http:example.com",
                "http:/example.com",
                "http:///example.com",
                "http://",
                "https://?x",
                "",
            })
    void refusesWhatTwoParsersCouldReadDifferently(String url) {
        assertThat(sent(url)).isEqualTo(Reason.BAD_URL);
        assertThat(outbound.check(Policy.FETCH, url).map(Refused::reason)).contains(Reason.BAD_URL);
        assertThat(internet.lookedUp).isEmpty();
        assertThat(internet.dialled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example/terms",
                "http://good.example/terms?lang=de&x=%20",
                "HTTPS://GOOD.EXAMPLE/",
                "https://good.example:443/",
                "http://93.184.216.34/",
                "http://[2606:2800:220:1:248:1893:25c8:1946]/",
                "https://99.255.255.255/",
                "https://100.128.0.1/",
                "https://172.32.0.1/",
                "https://192.0.1.1/",
                "https://198.20.0.1/",
                "https://223.255.255.255/",
            })
    void allowsTheInternet(String url) {
        assertThat(outbound.check(Policy.FETCH, url)).isEmpty();
    }

    @Test
    void sendsWebhooksOverHttpsOnly() {
        assertThat(outbound.check(Policy.WEBHOOK, "http://good.example/hook").map(Refused::reason))
                .contains(Reason.SSRF_BLOCKED);
        assertThat(outbound.check(Policy.WEBHOOK, "https://good.example/hook")).isEmpty();
        assertThat(outbound.check(Policy.WEBHOOK, "https://good.example:8443/hook"))
                .isEmpty();
        assertThat(outbound.check(Policy.WEBHOOK, "https://good.example:9443/hook")
                        .map(Refused::reason))
                .contains(Reason.SSRF_BLOCKED);
    }

    @Test
    void doesNotTellWhereANameLeads() {
        Refused refused =
                outbound.check(Policy.WEBHOOK, "https://inside.example/hook").orElseThrow();

        assertThat(refused.detail()).doesNotContain("10.1.2.3");
    }

    @Test
    void opensLoopbackAndNothingElseInDevelopment() {
        Outbound development = new Outbound(Settings.DEVELOPMENT, internet, builder -> builder.socketFactory(internet));

        assertThat(development.check(Policy.FETCH, "http://127.0.0.1:8080/")).isEmpty();
        assertThat(development.check(Policy.FETCH, "http://pixelnest.localhost:8080/"))
                .isEmpty();
        assertThat(development.check(Policy.WEBHOOK, "http://localhost:8080/hook"))
                .isEmpty();
        for (String url : new String[] {
            "http://10.0.0.1/", "http://inside.example/", "http://mixed.example/", "http://good.example:8080/"
        }) {
            assertThat(development.check(Policy.FETCH, url).map(Refused::reason))
                    .as(url)
                    .contains(Reason.SSRF_BLOCKED);
        }
    }

    @Test
    void neverReadsGarbageAsAnAddressOfTheInside() {
        Random random = new Random(20260301);
        String[] pieces = {
            "http://",
            "https://",
            "127.0.0.1",
            "0x7f",
            "2130706433",
            "[",
            "]",
            "::1",
            "@",
            ":",
            "/",
            "\\",
            "#",
            "?",
            "%00",
            "%2e",
            ".",
            "localhost",
            "good.example",
            "\u3002",
            "\t",
            "10.0.0.1",
            "::ffff:",
            "fe80",
            "80",
            "xn--"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "https://");
            for (int n = random.nextInt(8); n >= 0; n--) {
                url.append(pieces[random.nextInt(pieces.length)]);
            }
            if (outbound.check(Policy.FETCH, url.toString()).isEmpty()) {
                OutboundUrl parsed = OutboundUrl.parse(url.toString());
                boolean isName = parsed.literal().isEmpty();
                assertThat(isName && parsed.host().matches("(.*\\.)?(0x[0-9a-f]*|[0-9]+)"))
                        .as(url.toString())
                        .isFalse();
                assertThat(parsed.literal().filter(a -> a.isLoopbackAddress() || a.isSiteLocalAddress()))
                        .as(url.toString())
                        .isEmpty();
            }
        }
        assertThat(internet.dialled).isEmpty();
    }

    private Object sent(String url) {
        OutboundOutcome outcome = outbound.send(OutboundRequest.get(url, Map.of("User-Agent", "Test/1")));
        return outcome instanceof Refused refused ? refused.reason() : outcome;
    }
}
