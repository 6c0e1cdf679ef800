package io.conductatlas.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.conductatlas.local.stack.Console;
import io.conductatlas.local.stack.LocalException;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.StackSettings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Checks a Version of the running stack from outside: its hash, and that every quote stands where it is said to. */
public final class Verify {
    private static final Pattern ID = Pattern.compile("CA-V-\\d{6,}");

    private final Rest gateway;
    private final Console console;
    private final List<String> faults = new ArrayList<>();

    public Verify(StackSettings settings, Console console) {
        this.gateway = new Rest(
                settings.address(Port.GATEWAY), Secrets.of(settings.state()).staffKey());
        this.console = console;
    }

    /** Says what was checked; true if everything held. */
    public boolean version(String id) {
        if (!ID.matcher(id).matches()) {
            throw new LocalException("\"" + id + "\" is not the id of a version, such as CA-V-000123");
        }
        String path = "/v1/versions/" + id;
        JsonNode version = Rest.expect(gateway.get(path), "version " + id);
        JsonNode document = version.path("document");
        JsonNode platform = version.path("platform");
        console.line("%s  %s, %s, version %d"
                .formatted(
                        id,
                        platform.path("name").asText(),
                        document.path("name").asText(),
                        version.path("number").asInt()));
        String hash = sha256(gateway.bytes(path + "/markdown"));
        check(
                "the archived text has the hash of the version",
                hash.equals(version.path("text_hash").asText()),
                hash);
        String text = Rest.expect(gateway.get(path + "/text"), "the text of " + id)
                .path("text")
                .asText();
        check("it has words", !text.isBlank(), text.length() + " characters");
        quotes(id, platform.path("slug").asText(), document.path("slug").asText(), text);
        faults.forEach(fault -> console.line("  FAULT  " + fault));
        console.line(faults.isEmpty() ? "Verified." : "Not verified.");
        return faults.isEmpty();
    }

    private void quotes(String version, String platform, String document, String text) {
        int checked = 0;
        String list = "/v1/platforms/%s/documents/%s/provisions".formatted(platform, document);
        String next = list;
        while (!next.isEmpty()) {
            JsonNode page = Rest.expect(gateway.get(next), "the provisions of " + platform + "/" + document);
            for (JsonNode provision : page.path("items")) {
                if (provision.path("version").asText().equals(version)) {
                    checked += quotesOf(provision.path("id").asText(), text);
                }
            }
            next = page.path("next").isTextual()
                    ? list + "?after=" + page.path("next").asText()
                    : "";
        }
        check("quotes stand in it at their offsets", true, checked + " quotes");
        if (checked == 0) {
            String current = Rest.expect(
                            gateway.get("/v1/platforms/%s/documents/%s".formatted(platform, document)), "the document")
                    .path("current_version")
                    .asText();
            if (!current.equals(version)) {
                console.line("  note   provisions are quoted from the last version that holds them; ./atlas verify "
                        + current + " checks those in force");
            }
        }
    }

    private int quotesOf(String provision, String text) {
        JsonNode quotes = Rest.expect(gateway.get("/v1/provisions/" + provision), "provision " + provision)
                .path("quotes");
        for (JsonNode quote : quotes) {
            int start = quote.path("start").asInt(-1);
            int end = quote.path("end").asInt(-1);
            boolean holds = start >= 0
                    && start <= end
                    && end <= text.length()
                    && text.substring(start, end).equals(quote.path("text").asText());
            if (!holds) {
                faults.add("a quote of %s is not at %d to %d".formatted(provision, start, end));
            }
        }
        return quotes.size();
    }

    private void check(String claim, boolean holds, String detail) {
        if (holds) {
            console.line("  ok     %s (%s)".formatted(claim, detail));
        } else {
            faults.add("it is not so that " + claim + " (" + detail + ")");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
