package io.conductatlas.documents.relocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Agreements made up from a seed: paragraphs of sentences of words that such texts use. */
final class Invented {
    private static final String[] SUBJECTS = {
        "we",
        "you",
        "our partners",
        "members",
        "a seller",
        "the provider",
        "advertisers",
        "a guardian",
        "visitors",
        "our affiliates",
        "a contractor",
        "the operator",
        "subscribers",
        "administrators",
        "third parties"
    };
    private static final String[] VERBS = {
        "may keep", "will delete", "must disclose", "can transfer", "do not sell", "should review", "may suspend",
        "will refund", "can restrict", "must report", "may combine", "will encrypt", "may publish", "must accept",
        "can revoke", "will archive", "may analyse", "must notify", "will moderate", "can license"
    };
    private static final String[] OBJECTS = {
        "account records", "payment details", "uploaded photographs", "device identifiers", "location history",
        "chat messages", "purchase receipts", "biometric templates", "crash reports", "contact lists",
        "search queries", "advertising profiles", "voice recordings", "public reviews", "gift balances",
        "loyalty points", "shipping addresses", "support tickets", "usage statistics", "draft documents",
        "health entries", "cookie values", "survey answers", "login attempts", "calendar entries"
    };
    private static final String[] CONDITIONS = {
        "within thirty days",
        "after written notice",
        "where local law requires it",
        "for security purposes",
        "until the contract ends",
        "without additional charge",
        "in exceptional circumstances",
        "at any time",
        "when an account is closed",
        "once a dispute is settled",
        "before a transfer takes place",
        "for as long as needed",
        "if a court orders it",
        "on request",
        "to prevent fraud",
        "in accordance with this policy",
        "every twelve months",
        "as described on the settings page",
        "during the trial period",
        "unless consent was withdrawn"
    };

    private final Random random;

    Invented(Random random) {
        this.random = random;
    }

    String sentence() {
        StringBuilder words = new StringBuilder();
        words.append(pick(SUBJECTS)).append(' ').append(pick(VERBS)).append(' ').append(pick(OBJECTS));
        words.append(" and ").append(pick(OBJECTS)).append(' ').append(pick(CONDITIONS));
        if (random.nextBoolean()) {
            words.append(", and ")
                    .append(pick(SUBJECTS))
                    .append(' ')
                    .append(pick(VERBS))
                    .append(' ');
            words.append(pick(OBJECTS)).append(' ').append(pick(CONDITIONS));
        }
        words.setCharAt(0, Character.toUpperCase(words.charAt(0)));
        return words.append('.').toString();
    }

    String paragraph() {
        List<String> sentences = new ArrayList<>();
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            sentences.add(sentence());
        }
        return String.join(" ", sentences);
    }

    List<String> paragraphs(int count) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paragraphs.add(paragraph());
        }
        return paragraphs;
    }

    /** Markdown with a heading over every third paragraph. */
    static String agreement(String title, List<String> paragraphs) {
        StringBuilder text = new StringBuilder("# " + title + "\n\nLast updated: 3 May 2025\n\n");
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i % 3 == 0) {
                text.append("## ")
                        .append(title)
                        .append(", part ")
                        .append(1 + i / 3)
                        .append("\n\n");
            }
            text.append(paragraphs.get(i)).append("\n\n");
        }
        return text.toString();
    }

    /** A sentence without the conditions it made. */
    static String weakened(String sentence) {
        String weaker = sentence;
        for (String condition : CONDITIONS) {
            weaker = weaker.replace(" " + condition, "");
        }
        return weaker;
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
