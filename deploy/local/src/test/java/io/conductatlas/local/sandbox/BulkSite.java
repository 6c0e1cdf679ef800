package io.conductatlas.local.sandbox;

import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import io.conductatlas.local.web.LoopbackServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A company with many agreements, all of which change at once. */
final class BulkSite implements AutoCloseable {
    static final String PLATFORM = "manyfold";

    private final int documents;
    private final LoopbackServer server;
    private volatile boolean changed;

    private BulkSite(int documents) throws IOException {
        this.documents = documents;
        this.server = LoopbackServer.start(0, this::answer);
    }

    static BulkSite start(int documents) throws IOException {
        return new BulkSite(documents);
    }

    /** Puts another text under every address. */
    void change() {
        changed = true;
    }

    /** Declares the company and all of its documents. */
    void declare(Rest staff) {
        Rest.expect(
                staff.post("/v1/platforms", Map.of("slug", PLATFORM, "name", "Manyfold", "industry", "Hosting")),
                "the platform");
        for (int number = 1; number <= documents; number++) {
            Map<String, Object> location =
                    Map.of("url", "http://127.0.0.1:%d/%d".formatted(server.port(), number), "select", List.of("main"));
            Rest.expect(
                    staff.post(
                            "/v1/platforms/" + PLATFORM + "/documents",
                            Map.of(
                                    "slug", "privacy-policy-" + number,
                                    "name", "Privacy Policy " + number,
                                    "type", "privacy-policy",
                                    "language", "en",
                                    "fetch_mode", "HTTP",
                                    "cadence", "P1D",
                                    "locations", List.of(location))),
                    "document " + number);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Ask ask) {
        if (!ask.path().matches("/\\d{1,3}")) {
            return Answer.notFound();
        }
        return Answer.page(page(ask.path().substring(1)));
    }

    private String page(String number) {
        String sharing = changed
                ? "We share your email address, your device identifiers and your usage data with advertising partners, who use them to show you targeted advertising on other websites and applications."
                : "We do not share your personal information with advertisers, and we do not sell it to anyone.";
        return """
                <!doctype html><html lang="en"><head><title>Privacy Policy %1$s</title></head><body><main>
                <h1>Manyfold Privacy Policy for Product %1$s</h1>
                <p>This privacy policy explains which personal information Manyfold collects when you use product %1$s, what it is used for, and which choices you have.</p>
                <h2>Information we collect</h2>
                <p>We collect the information you give us when you open an account: your name, your email address and your password. We collect the pages you look at, the type of your device and your IP address when you use product %1$s.</p>
                <h2>How we use it</h2>
                <p>We use personal information to provide the product, to answer your questions, to keep accounts secure and to find errors. We send you messages about your account.</p>
                <h2>How we share it</h2>
                <p>Service providers process personal information on our behalf and under our instructions. %2$s We disclose information where the law requires it.</p>
                <h2>How long we keep it</h2>
                <p>We keep your information for as long as you have an account. When you delete your account, we erase it within 30 days, except for invoices that we must keep for seven years.</p>
                <h2>Your rights</h2>
                <p>You may access, correct, export and delete your personal information at any time in the settings. You have the right to object to its processing and to complain to a supervisory authority.</p>
                <h2>Changes to this policy</h2>
                <p>We may change this policy. If a change matters, we will notify you by email at least 30 days before it takes effect.</p>
                <h2>Contact</h2>
                <p>Write to privacy@manyfold.example if you have questions about this privacy policy.</p>
                </main></body></html>
                """.formatted(number, sharing);
    }
}
