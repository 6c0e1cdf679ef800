package io.conductatlas.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.FailureKind;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.fetcher.Bridge;
import io.conductatlas.fetcher.Database;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.OnTheStack;
import io.conductatlas.fetcher.Sources;
import io.conductatlas.fetcher.Topics;
import io.conductatlas.fetcher.capture.CaptureStorage;
import io.conductatlas.fetcher.capture.FetchFailure;
import io.conductatlas.fetcher.capture.FetchedSource;
import io.conductatlas.fetcher.capture.Held;
import io.conductatlas.fetcher.capture.LeaseLostException;
import io.conductatlas.fetcher.capture.UnchangedSource;
import io.conductatlas.fetcher.fetch.Leases.Claim;
import io.conductatlas.fetcher.politeness.Hosts;
import io.conductatlas.fetcher.source.SourceRevisions;
import io.conductatlas.fetcher.source.Targets;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Several instances on one database. They live years ahead of the application under test, so that it does not see as due
 * what is due for them.
 */
@QuarkusTest
@OnTheStack
class LeasesTest {

    private static final Instant THEN = Instant.parse("2090-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("patience", 90));

    @Inject
    FetchConfig config;

    @Inject
    Pool pool;

    @Inject
    Targets targets;

    @Inject
    SourceRevisions revisions;

    @Inject
    Hosts hosts;

    @Inject
    CaptureStorage storage;

    @Inject
    Topics topics;

    @Inject
    Database database;

    @Test
    void givesASourceToOneInstanceOnly() {
        UUID document = target("host-" + UUID.randomUUID());
        Leases leases = at(THEN);

        List<Claim> first = mine(claim(leases, "a"), document);
        List<Claim> second = mine(claim(leases, "b"), document);

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
    }

    @Test
    void givesOutOneSourceOfAHostAtATime() {
        String host = "host-" + UUID.randomUUID();
        Set<UUID> documents = Set.of(target(host), target(host), target(host));

        List<Claim> claims = claim(at(THEN), "a").stream()
                .filter(claim -> documents.contains(claim.documentId()))
                .toList();

        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).host()).isEqualTo(host);
    }

    @Test
    void keepsALeaseThatIsRenewedAndEndsOneThatIsNot() {
        UUID document = target("host-" + UUID.randomUUID());
        Claim held = mine(claim(at(THEN), "a"), document).get(0);

        Instant later = THEN.plus(config.lease()).minusSeconds(10);
        Bridge.call(() -> at(later).renew(held));
        List<Claim> early = mine(claim(at(THEN.plus(config.lease()).plusSeconds(10)), "b"), document);
        List<Claim> late = mine(claim(at(later.plus(config.lease()).plusSeconds(10)), "b"), document);

        assertThat(early).isEmpty();
        assertThat(late).hasSize(1);
        assertThat(late.get(0).fence()).isGreaterThan(held.fence());
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> Bridge.call(() -> at(later).renew(held)));
    }

    @Test
    void takesOverWhatADeadInstanceHeldWithinAMinute() {
        UUID document = target("host-" + UUID.randomUUID());
        claim(at(THEN), "dead");

        Instant looked = THEN.plus(Duration.ofSeconds(60)).minus(config.lookEvery());

        assertThat(mine(claim(at(looked), "b"), document)).hasSize(1);
    }

    @Test
    void keepsALeaseAndItsHostsWhileAFetchTakesLongerThanTheLease() {
        String other = "other-" + UUID.randomUUID();
        UUID document = target("host-" + UUID.randomUUID());
        Claim claim = mine(claim(at(THEN), "slow"), document).get(0);
        assertThat(Bridge.call(() -> hosts.take(other, config.lease()))).isTrue();

        Instant time = THEN;
        for (int third = 0; third < 9; third++) {
            time = time.plus(config.lease().dividedBy(3));
            Instant freedBefore = freeFrom(other);
            try (LeaseKeeper.Hold hold = new LeaseKeeper(config, at(time), hosts).keep(claim)) {
                hold.also(other);
                hold.beat();
            }
            assertThat(mine(claim(at(time.plusSeconds(1)), "b"), document)).isEmpty();
            assertThat(freeFrom(other)).isAfter(freedBefore);
        }

        Instant after = time.plus(config.lease()).plusSeconds(1);
        assertThat(mine(claim(at(after), "b"), document)).hasSize(1);
    }

    @Test
    void renewsByItselfUntilTheHoldIsClosed() {
        UUID document = target("host-" + UUID.randomUUID());
        Claim claim = mine(claim(at(THEN), "slow"), document).get(0);
        FetchConfig shortly = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FetchConfig.class)
                .withDefaultValue("atlas.fetch.lease", "300ms")
                .build()
                .getConfigMapping(FetchConfig.class);
        Instant later = THEN.plus(Duration.ofMinutes(10));
        Leases ahead = new Leases(shortly, pool, targets, revisions, Clock.fixed(later, ZoneOffset.UTC));

        LeaseKeeper.Hold hold = new LeaseKeeper(shortly, ahead, hosts).keep(claim);
        await().atMost(PATIENCE).until(() -> leasedUntil(document).isAfter(later));
        hold.close();
        database.run(
                "update target set lease_until = ? where document_id = ?", THEN.atOffset(ZoneOffset.UTC), document);

        await().during(Duration.ofSeconds(1)).until(() -> leasedUntil(document).equals(THEN));
    }

    @Test
    void leavesALeaseAloneThatSomebodyElseHas() {
        UUID document = target("host-" + UUID.randomUUID());
        String other = "other-" + UUID.randomUUID();
        Claim frozen = mine(claim(at(THEN), "frozen"), document).get(0);
        Bridge.call(() -> hosts.take(other, config.lease()));
        Instant later = THEN.plus(config.lease()).plusSeconds(1);
        claim(at(later), "b");
        Instant held = leasedUntil(document);
        Instant free = freeFrom(other);

        try (LeaseKeeper.Hold hold = new LeaseKeeper(config, at(later.plusSeconds(9)), hosts).keep(frozen)) {
            hold.also(other);
            hold.beat();
        }

        assertThat(leasedUntil(document)).isEqualTo(held);
        assertThat(freeFrom(other)).isEqualTo(free);
    }

    @Test
    void takesAgainWhatAClockSetBackHasLeftFarAhead() {
        UUID document = target("host-" + UUID.randomUUID());
        claim(at(THEN.plus(Duration.ofDays(30))), "a");

        assertThat(mine(claim(at(THEN), "b"), document)).hasSize(1);
    }

    @Test
    void refusesWhatIsWrittenUnderALostLease() {
        SourceDeclared source = new Sources().document("terms", FetchMode.ARCHIVE);
        topics.tell(source);
        UUID document = source.document().id();
        await().atMost(PATIENCE).until(() -> database.count("target", document) == 1);
        String host = "host-" + UUID.randomUUID();
        makeDue(document, host);
        Claim frozen = mine(claim(at(THEN), "a"), document).get(0);
        Claim current =
                mine(claim(at(THEN.plus(Duration.ofHours(1))), "b"), document).get(0);

        Held held = new Held(source, frozen.owner(), frozen.fence());
        ObjectRef warc = new ObjectRef("captures/2090/01/x.warc.gz", "0".repeat(64), 1);
        CapturedPart part = new CapturedPart(null, null, 200, "text/html", "0".repeat(64), 1);
        FetchedSource fetched = new FetchedSource(List.of(part), "0".repeat(64), warc, List.of(), THEN);

        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> Bridge.call(() -> storage.recorded(held, fetched, THEN)));
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> Bridge.call(() -> storage.checked(
                        held, new UnchangedSource("0".repeat(64), UUID.randomUUID(), true, List.of(), THEN), THEN)));
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> Bridge.call(() -> storage.failed(
                        held, FetchFailure.of(FailureKind.TIMEOUT, "https://x.example/", "slow"), streak -> THEN)));
        assertThat(database.count("capture", document)).isZero();
        assertThat(topics.captures(document)).isEmpty();

        Bridge.call(() ->
                storage.recorded(new Held(source, current.owner(), current.fence()), fetched, THEN.plusSeconds(1)));
        assertThat(database.count("capture", document)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> topics.captures(document).size() == 1);
    }

    @Test
    void sharesWorkAmongInstancesWithoutEverMeetingAtAHost() throws Exception {
        List<String> hosts = new ArrayList<>();
        Set<UUID> documents = new HashSet<>();
        String run = UUID.randomUUID().toString();
        for (int h = 0; h < 20; h++) {
            hosts.add("shared-" + h + "-" + run);
            for (int d = 0; d < 5; d++) {
                documents.add(target(hosts.get(h)));
            }
        }
        ConcurrentMap<UUID, AtomicInteger> fetched = new ConcurrentHashMap<>();
        ConcurrentMap<String, String> inside = new ConcurrentHashMap<>();
        AtomicInteger meetings = new AtomicInteger();
        ExecutorService instances = Executors.newFixedThreadPool(3);

        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String owner = "instance-" + i;
            Random random = new Random(i);
            runs.add(CompletableFuture.runAsync(
                    () -> {
                        long deadline = System.nanoTime() + PATIENCE.toNanos();
                        while (fetched.size() < documents.size() && System.nanoTime() < deadline) {
                            Leases leases = at(THEN);

                            for (Claim claim : Bridge.call(() -> leases.claim(owner, 1 + random.nextInt(4)))) {
                                if (!documents.contains(claim.documentId())) {
                                    continue;
                                }
                                if (inside.putIfAbsent(claim.host(), owner) != null) {
                                    meetings.incrementAndGet();
                                }
                                fetched.computeIfAbsent(claim.documentId(), id -> new AtomicInteger())
                                        .incrementAndGet();
                                inside.remove(claim.host());
                                Bridge.call(() -> leases.release(claim, Duration.ofDays(1)));
                                database.run(
                                        "update host_state set next_allowed_at = ? where host = ?",
                                        THEN.atOffset(ZoneOffset.UTC),
                                        claim.host());
                            }
                        }
                    },
                    instances));
        }
        CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get();
        instances.shutdown();

        assertThat(fetched.keySet()).isEqualTo(documents);
        assertThat(fetched.values()).allMatch(count -> count.get() == 1);
        assertThat(meetings).hasValue(0);
    }

    private Instant freeFrom(String host) {
        return database.instant("select next_allowed_at from host_state where host = ?", host);
    }

    private Instant leasedUntil(UUID document) {
        return database.instant("select lease_until from target where document_id = ?", document);
    }

    private Leases at(Instant time) {
        return new Leases(config, pool, targets, revisions, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static List<Claim> claim(Leases leases, String owner) {
        return Bridge.call(() -> leases.claim(owner, 1000));
    }

    private static List<Claim> mine(List<Claim> claims, UUID document) {
        return claims.stream()
                .filter(claim -> claim.documentId().equals(document))
                .toList();
    }

    private UUID target(String host) {
        UUID platform = UUID.randomUUID();
        UUID document = UUID.randomUUID();
        database.run("insert into platform (id) values (?)", platform);
        database.run("""
                insert into target (document_id, platform_id, platform_slug, document_slug, revision, cadence_seconds,
                    active, retired, fetch_now, fence, pages, streak)
                values (?, ?, 'larkfield', 'terms', 1, 3600, false, false, 0, 0, '[]', 0)
                """, document, platform);
        makeDue(document, host);
        return document;
    }

    private void makeDue(UUID document, String host) {
        database.run(
                "insert into host_state (host, next_allowed_at, failures) values (?, ?, 0) on conflict do nothing",
                host,
                THEN.minusSeconds(60).atOffset(ZoneOffset.UTC));
        database.run(
                "update target set host = ?, next_due_at = ?, active = true where document_id = ?",
                host,
                THEN.minusSeconds(30).atOffset(ZoneOffset.UTC),
                document);
    }
}
