package io.conductatlas.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import io.conductatlas.events.EventType;
import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.pipeline.Fact;
import io.conductatlas.local.pipeline.Facts;
import io.conductatlas.local.pipeline.Pipeline;
import io.conductatlas.local.stack.Console;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.Service;
import io.conductatlas.local.stack.StackSettings;
import io.conductatlas.local.stack.StateFolder;
import io.conductatlas.local.stack.Supervisor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole product as its users run it: every service a process, real Kafka, PostgreSQL, object store and SMTP, and
 * companies that change their agreements.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Script script = firstThreeDays();
    private final Console console = new Console(System.out);
    private StackSettings settings;
    private Supervisor supervisor;
    private Sandbox sandbox;
    private Readers readers;

    @BeforeAll
    void startTheStack() throws Exception {
        Path home = Path.of(System.getProperty("atlas.target"), "end-to-end");
        StateFolder state = new StateFolder(home.toAbsolutePath());
        state.delete();
        settings = new StackSettings(Path.of(System.getProperty("atlas.root")), home, freePortBase());
        supervisor = new Supervisor(settings, console);
        state.prepare();
        Sandbox.prepare(state, script);
        supervisor.up();
        sandbox = new Sandbox(settings, script);
    }

    @AfterAll
    void stopTheStack() {
        if (sandbox != null) {
            sandbox.close();
        }
        supervisor.down();
    }

    @Test
    @Order(1)
    void threeDaysOfTheSandboxReachWhoTheyConcernAndNobodyElse() throws Exception {
        sandbox.declare();
        DayReport first = sandbox.play(0);
        readers = sandbox.register();
        DayReport second = sandbox.play(1);

        assertThat(of(first, EventType.VERSION_RECORDED)).hasSize(9);
        assertThat(of(second, EventType.CHANGE_ASSESSED))
                .singleElement()
                .satisfies(noise ->
                        assertThat(noise.body().path("alerting").asBoolean()).isFalse());
        assertThat(mail()).isEmpty();

        DayReport third = sandbox.play(2);

        Fact change = of(third, EventType.CHANGE_ASSESSED).stream()
                .filter(fact -> fact.documentPath().equals("larkfield/privacy-policy"))
                .findFirst()
                .orElseThrow();
        assertThat(change.body().path("alerting").asBoolean()).isTrue();
        assertThat(change.text("direction")).isEqualTo("NEGATIVE");
        assertThat(change.text("effectiveDate")).isNotEqualTo(third.date()).isNotEmpty();
        theWatcherWasMailed(change);
        thePartnerWasCalled(change);
        theFreeReaderWasNot(third);
        theNewClauseIsTold(change);
        assertThat(sandbox.pipeline().deadLetters()).isZero();
    }

    @Test
    @Order(2)
    void nothingIsLostWhenTheDifferAndTheAlertServiceAreKilledAmidABurst() throws Exception {
        int captures = 200;
        try (BulkSite site = BulkSite.start(captures);
                Facts facts = new Facts(Pipeline.kafka(settings))) {
            Rest staff = new Rest(
                    settings.address(Port.GATEWAY), Secrets.of(settings.state()).staffKey());
            site.declare(staff);
            Pipeline.await(
                    PATIENCE,
                    "the first versions",
                    () -> bulk(facts, EventType.VERSION_RECORDED).size() == captures);
            sandbox.pipeline().awaitIdle(PATIENCE);
            readers.follow(Readers.WATCHER, BulkSite.PLATFORM);
            readers.follow(Readers.PROFESSIONAL, BulkSite.PLATFORM);
            sandbox.pipeline().awaitIdle(PATIENCE);
            int mailedBefore = mail().size();
            int calledBefore = webhooks().size();

            site.change();
            settings.state().write(settings.state().clock(), "PT25H");
            Pipeline.await(
                    PATIENCE,
                    "the first fifty captures",
                    () -> bulk(facts, EventType.CAPTURE_RECORDED).size() >= captures + 50);
            supervisor.process(Service.DIFFER.id()).kill();
            supervisor.process(Service.ALERT.id()).kill();
            Pipeline.await(
                    PATIENCE,
                    "all captures, with two services dead",
                    () -> bulk(facts, EventType.CAPTURE_RECORDED).size() == 2 * captures);
            supervisor.restart(Service.DIFFER);
            supervisor.restart(Service.ALERT);
            sandbox.pipeline().awaitIdle(PATIENCE);

            Set<String> changes = new HashSet<>();
            bulk(facts, EventType.CHANGE_ASSESSED).forEach(fact -> changes.add(fact.text("changeId")));
            assertThat(changes).hasSize(captures);
            List<Told> mails = mail().subList(mailedBefore, mail().size()).stream()
                    .filter(message -> message.path("to").asText().equals(Readers.WATCHER))
                    .map(message -> new Told(
                            message.path("messageId").asText(),
                            message.path("text").asText()))
                    .toList();
            List<Told> calls = webhooks().subList(calledBefore, webhooks().size()).stream()
                    .map(call ->
                            new Told(call.path("id").asText(), call.path("body").asText()))
                    .toList();
            everyChangeIsToldOnce("mail", changes, mails);
            everyChangeIsToldOnce("webhook", changes, calls);
            assertThat(sandbox.pipeline().deadLetters()).isZero();
        }
    }

    /** One message: what makes it the same message when it comes twice, and its words. */
    private record Told(String id, String text) {}

    /** None lost; what came twice came under the same id; and the count of that is printed. */
    private void everyChangeIsToldOnce(String way, Set<String> changes, List<Told> told) {
        Set<String> ids = new HashSet<>();
        List<Told> distinct =
                told.stream().filter(message -> ids.add(message.id())).toList();
        console.line("  burst: %d changes, %d times by %s, %d of them duplicates with an id seen before"
                .formatted(changes.size(), told.size(), way, told.size() - distinct.size()));
        for (String change : changes) {
            assertThat(distinct.stream().filter(message -> message.text().contains(change)))
                    .as("%s of %s", way, change)
                    .hasSize(1);
        }
        assertThat(distinct).hasSize(changes.size());
    }

    private void theWatcherWasMailed(Fact change) {
        List<JsonNode> mails = mail().stream()
                .filter(message -> message.path("to").asText().equals(Readers.WATCHER))
                .toList();
        assertThat(mails).hasSize(1);
        JsonNode message = mails.get(0);
        assertThat(message.path("subject").asText()).contains("Larkfield");
        for (String part : List.of("text", "html")) {
            assertThat(message.path(part).asText().replaceAll("\\s+", " "))
                    .contains(change.text("changeId"), "Privacy Policy", "targeted advertising");
        }
        assertThat(message.path("text").asText().replaceAll("\\s+", " ")).contains(change.text("summary"));
        assertThat(message.path("messageId").asText()).isNotEmpty();
        String raw = get(Port.MAILBOX, "/mail/" + message.path("number").asInt() + "/raw");
        assertThat(raw).contains("List-Unsubscribe:", "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    private void thePartnerWasCalled(Fact change) throws Exception {
        List<JsonNode> calls = webhooks().stream()
                .filter(call -> call.path("body").asText().contains(change.text("changeId")))
                .toList();
        assertThat(calls).hasSize(1);
        JsonNode call = calls.get(0);
        assertThat(call.path("verified").asBoolean())
                .as(call.path("fault").asText())
                .isTrue();
        List<String> secrets = Files.readAllLines(settings.state().webhooks().resolve("secrets.txt"));
        String signature = new Webhook(secrets.get(0))
                .sign(
                        call.path("id").asText(),
                        call.path("timestamp").asLong(),
                        call.path("body").asText());
        assertThat(call.path("signature").asText().split(" ")).contains(signature);
        JsonNode body = JSON.readTree(call.path("body").asText());
        assertThat(body.path("type").asText()).isEqualTo("change.assessed");
        assertThat(body.path("timestamp").asText()).isNotEmpty();
        assertThat(body.path("data").toString()).contains(change.text("title"), "larkfield");
    }

    private void theFreeReaderWasNot(DayReport day) {
        assertThat(mail()).noneMatch(message -> message.path("to").asText().equals(Readers.FREE));
        assertThat(of(day, EventType.NOTIFICATION_WITHHELD))
                .anyMatch(fact -> fact.text("reason").equals("PLAN_HAS_NO_SAME_DAY_ALERTS"));
    }

    /**
     * The clause on advertising partners' cookies is a provision with its record in full; and where a reviewer withdraws it,
     * the classifier reads the document again in that light, and the log of corrections says why.
     */
    private void theNewClauseIsTold(Fact change) throws Exception {
        Rest staff = new Rest(
                settings.address(Port.GATEWAY), Secrets.of(settings.state()).staffKey());
        JsonNode clause = introduced(staff, change, "Our advertising partners also set cookies");
        String id = clause.at("/provision/id").asText();
        for (String field : List.of(
                "/record/what",
                "/record/why",
                "/record/impact",
                "/record/severity_reason",
                "/record/opt_out",
                "/record/choices/0",
                "/record/agencies/0",
                "/record/enforcement",
                "/record/diligence/0",
                "/quotes/0/text",
                "/regulations/0/article",
                "/regulations/0/heading",
                "/regulations/0/why",
                "/regulations/0/when",
                "/regulations/0/jurisdiction",
                "/regulations/0/authority",
                "/adoption/rarity",
                "/stability/first_seen_at",
                "/history/0/change_id",
                "/evidence/0/rule")) {
            assertThat(clause.at(field).asText()).as(field).isNotEmpty();
        }
        assertThat(clause.path("history").findValuesAsText("change_id")).contains(change.text("changeId"));

        Rest.expect(
                staff.post("/v1/reviews/provisions/" + id, Map.of("verdict", "REJECTED", "reason", "a drill")),
                "the review");
        Pipeline.await(
                PATIENCE,
                "the provision's withdrawal",
                () -> !provision(staff, id).at("/provision/present").asBoolean(true));
        assertThat(get(Port.GATEWAY, "/corrections")).contains(id, "a drill");
        assertThat(get(Port.GATEWAY, "/provisions/" + id)).contains("Withdrawn.");
    }

    /** The provision that a change introduced and that quotes those words. */
    private static JsonNode introduced(Rest staff, Fact change, String words) {
        return StreamSupport.stream(change.body().path("provisionChanges").spliterator(), false)
                .filter(touched -> touched.path("effect").asText().equals("INTRODUCED"))
                .map(touched -> provision(staff, touched.path("provisionId").asText()))
                .filter(provision -> provision.path("quotes").toString().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no provision quotes “%s”".formatted(words)));
    }

    private static JsonNode provision(Rest staff, String id) {
        return Rest.expect(staff.get("/v1/provisions/" + id), "provision " + id);
    }

    private static List<Fact> of(DayReport day, EventType type) {
        return day.facts().stream().filter(fact -> fact.type() == type).toList();
    }

    private static List<Fact> bulk(Facts facts, EventType type) {
        return facts.read().stream()
                .filter(fact -> fact.type() == type)
                .filter(fact -> fact.documentPath().startsWith(BulkSite.PLATFORM + "/"))
                .toList();
    }

    private List<JsonNode> mail() {
        return items(get(Port.MAILBOX, "/mail.json"));
    }

    private List<JsonNode> webhooks() {
        return items(get(Port.WEBHOOKS, "/received.json"));
    }

    private static List<JsonNode> items(String json) {
        try {
            return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String get(Port port, String path) {
        try (var in = settings.address(port).resolve(path).toURL().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Script firstThreeDays() {
        Script whole = Script.read();
        return new Script(whole.platforms(), whole.days().subList(0, 3));
    }

    /** A base whose ports nobody uses, so that the test runs beside a stack. */
    private static int freePortBase() {
        return IntStream.range(0, 100)
                .map(attempt -> 20_000 + attempt * 300)
                .filter(base -> List.of(Port.values()).stream()
                        .allMatch(port -> isFree(new StackSettings(Path.of("."), Path.of("."), base).port(port))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
