package io.conductatlas.alert.mail;

import java.util.ArrayList;
import java.util.List;

/** Writes the text part of a mail: lines of at most 76 characters, as far as the words allow it. */
public final class PlainText {

    private static final int WIDTH = 76;

    private final StringBuilder text = new StringBuilder();

    /** A line of its own, which may be broken; what follows a break is indented like its beginning. */
    public PlainText line(String indent, String words) {
        return line(indent, indent, words);
    }

    /** As {@link #line(String, String)}, with another beginning for the first line, for example a dash. */
    public PlainText line(String first, String others, String words) {
        List<String> lines = wrap(words, WIDTH - Math.max(first.length(), others.length()));
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? first : others).append(lines.get(i)).append('\n');
        }
        return this;
    }

    /** A line that is never broken, for an address. */
    public PlainText whole(String line) {
        text.append(line).append('\n');
        return this;
    }

    public PlainText blank() {
        text.append('\n');
        return this;
    }

    /** A title with a line under it. */
    public PlainText title(String title) {
        line("", title);
        text.append("=".repeat(Math.min(WIDTH, title.length()))).append('\n');
        return this;
    }

    /** A label and what it says, in columns. */
    public PlainText fact(String label, String value) {
        String first = "%-11s ".formatted(label + ":");
        return line(first, " ".repeat(first.length()), value);
    }

    /**
     * One place of a change: what was there after a minus sign, what is there after a plus sign, and in both the words that
     * differ in brackets.
     */
    public PlainText place(ChangeCard.Place place) {
        line("  ", "[" + place.kind() + "]" + (place.section().isEmpty() ? "" : " " + place.section()));
        boolean old = place.runs().stream().anyMatch(ChangeCard.Run::deleted);
        boolean fresh = place.runs().stream().anyMatch(ChangeCard.Run::inserted);
        boolean both = place.runs().stream().anyMatch(run -> !run.inserted() && !run.deleted());
        if (old || (both && fresh)) {
            line("  - ", "    ", side(place.runs(), false, both));
        }
        if (fresh || (both && old)) {
            line("  + ", "    ", side(place.runs(), true, both));
        }
        if (!old && !fresh) {
            line("    ", side(place.runs(), true, false));
        }
        return blank();
    }

    private static String side(List<ChangeCard.Run> runs, boolean fresh, boolean marked) {
        StringBuilder side = new StringBuilder();
        for (ChangeCard.Run run : runs) {
            if (!run.inserted() && !run.deleted()) {
                side.append(run.text());
            } else if (run.inserted() == fresh) {
                side.append(marked ? bracketed(run.text()) : run.text());
            }
        }
        return side.toString();
    }

    /** The brackets stand at the words, not at the spaces around them. */
    private static String bracketed(String words) {
        String bare = words.strip();
        if (bare.isEmpty()) {
            return words;
        }
        int start = words.indexOf(bare);
        return words.substring(0, start) + "[" + bare + "]" + words.substring(start + bare.length());
    }

    private static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
