package io.conductatlas.local.sandbox;

import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.stack.Console;
import io.conductatlas.local.stack.LocalException;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.StackSettings;
import io.conductatlas.local.stack.StateFolder;
import io.conductatlas.local.stack.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo: a stack that knows nothing yet, the script's days, and a summary of what each of them caused. */
public final class Demo {
    private final StackSettings settings;
    private final StateFolder state;
    private final Supervisor supervisor;
    private final Console console;
    private final Script script = Script.read();

    public Demo(StackSettings settings, Supervisor supervisor, Console console) {
        this.settings = settings;
        this.state = settings.state();
        this.supervisor = supervisor;
        this.console = console;
    }

    /** Plays the demo, or prints its summary again where it was played. */
    public void run() {
        Optional<Progress> progress = Progress.of(state);
        if (progress.isPresent()) {
            again(progress.get());
            return;
        }
        requireNothingKnown();
        state.prepare();
        Sandbox.prepare(state, script);
        supervisor.up();
        play();
    }

    private void again(Progress progress) {
        if (progress.summary().isEmpty()) {
            throw new LocalException(
                    "the demo of this stack ended on day %d of %d; ./atlas reset, then ./atlas demo plays it anew"
                            .formatted(progress.played(), script.days().size()));
        }
        supervisor.up();
        console.line("");
        console.line("The demo was played on this stack already. This is what it caused:");
        console.line(progress.summary());
    }

    /** A stack in use keeps its clock and its platforms; the demo wants one that has neither. */
    private void requireNothingKnown() {
        if (supervisor.isUp()) {
            Rest staff =
                    new Rest(settings.address(Port.GATEWAY), Secrets.of(state).staffKey());
            if (!Rest.expect(staff.get("/v1/platforms"), "the list of platforms")
                    .path("items")
                    .isEmpty()) {
                throw new LocalException(
                        "this stack has platforms already; ./atlas reset removes them, then ./atlas demo can play");
            }
            console.line("The stack is started anew with the sandbox's clock.");
            supervisor.down();
        } else if (java.nio.file.Files.exists(state.data().resolve("postgres"))) {
            throw new LocalException("there is a stopped stack in " + state.home()
                    + "; ./atlas reset removes what it knows, then ./atlas demo can play");
        }
    }

    private void play() {
        long start = System.nanoTime();
        List<DayReport> reports = new ArrayList<>();
        String partnerKey = "";
        try (Sandbox sandbox = new Sandbox(settings, script)) {
            console.line("");
            console.line("Playing " + script.days().size() + " days of the sandbox");
            sandbox.declare();
            for (int day = 0; day < script.days().size(); day++) {
                long began = System.nanoTime();
                DayReport report = sandbox.play(day);
                reports.add(report);
                console.step("day " + (day + 1), report.title(), began);
                if (day == 0) {
                    partnerKey = sandbox.register().keyOf(Readers.PROFESSIONAL);
                }
            }
            String summary = summary(reports, sandbox.pipeline().deadLetters(), partnerKey);
            Progress progress = Progress.of(state).orElseThrow();
            new Progress(progress.firstDay(), progress.played(), summary).save(state);
            console.line("");
            console.line(summary);
            console.line(String.format(
                    java.util.Locale.ROOT,
                    "Played in %.0f s. The stack goes on running; ./atlas down stops it.",
                    (System.nanoTime() - start) / 1e9));
        }
    }

    private String summary(List<DayReport> reports, long deadLetters, String partnerKey) {
        StringBuilder text = new StringBuilder();
        text.append("What each day caused\n\n").append(DayReport.HEADER).append('\n');
        reports.forEach(report -> text.append(report.row()).append('\n'));
        text.append('\n');
        for (DayReport report : reports) {
            for (String sentence : report.sentences()) {
                text.append("  day %-2d  %s%n".formatted(report.number(), sentence));
            }
        }
        text.append("\n  %d records in dead-letter topics\n\nWhere to look\n\n".formatted(deadLetters));
        link(text, "Platforms", settings.address(Port.GATEWAY) + "/platforms");
        link(text, "Changes", settings.address(Port.GATEWAY) + "/changes");
        reports.stream()
                .flatMap(report -> report.facts().stream())
                .filter(fact -> fact.type() == io.conductatlas.events.EventType.CHANGE_ASSESSED)
                .filter(fact -> fact.documentPath().equals("larkfield/privacy-policy"))
                .findFirst()
                .ifPresent(fact -> link(
                        text, "Day 3's change", settings.address(Port.GATEWAY) + "/changes/" + fact.text("changeId")));
        link(text, "Mail that was sent", settings.address(Port.MAILBOX) + "/");
        link(text, "Webhooks received", settings.address(Port.WEBHOOKS) + "/");
        link(text, "The sandbox itself", settings.address(Port.SANDBOX) + "/");
        link(
                text,
                "Ops dashboard",
                settings.address(Port.GATEWAY) + "/ops  (staff / "
                        + Secrets.of(state).staffPassword() + ")");
        link(text, "A partner's API key", partnerKey);
        return text.toString();
    }

    private static void link(StringBuilder text, String name, String address) {
        text.append("  %-20s %s%n".formatted(name, address));
    }
}
