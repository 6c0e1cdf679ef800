package io.conductatlas.documents.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the lines of a PDF as Markdown. */
final class PdfMarkdown {
    private static final Pattern BULLET = Pattern.compile("^[•●▪◦‣∙·○■–—-]\\s+(?=\\S)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)(page |seite |página |pagina )?#( ?(/|of|von|sur|de|di) ?#)?");
    private static final int LONGEST_HEADING = 120;

    /** How much larger than the text's the letters of a heading are. */
    private static final float LARGER = 1.15f;

    /** What stands this near to a page's upper or lower edge may be its running head or its number. */
    private static final float EDGE = 0.09f;

    private final float textSize;
    private final float leading;
    private final float fullWidth;
    private final List<Float> headingSizes;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private String prefix = "";

    private PdfMarkdown(List<PdfLine> lines) {
        this.textSize = mostCommon(lines);
        this.leading = leading(lines);
        this.fullWidth = lines.stream().map(PdfLine::width).max(Float::compare).orElse(0f);
        TreeMap<Float, Boolean> sizes = new TreeMap<>();
        for (PdfLine line : lines) {
            if (line.size() >= textSize * LARGER) {
                sizes.put(rounded(line.size()), true);
            }
        }
        this.headingSizes = new ArrayList<>(sizes.descendingKeySet());
    }

    static String of(List<PdfLine> lines, int pages) {
        List<PdfLine> kept = withoutRunningHeads(lines, pages);
        return kept.isEmpty() ? "" : new PdfMarkdown(kept).write(kept);
    }

    private String write(List<PdfLine> lines) {
        PdfLine previous = null;
        for (PdfLine line : lines) {
            Matcher bullet = BULLET.matcher(line.text());
            int level = headingLevel(line);
            if (previous == null
                    || bullet.find()
                    || beginsParagraph(previous, line)
                    || level != headingLevel(previous)) {
                endParagraph();
                prefix = level > 0 ? "#".repeat(level) + " " : bullet.find(0) ? "*   " : "";
                paragraph.append(prefix.startsWith("*") ? line.text().substring(bullet.end()) : line.text());
            } else {
                join(line.text());
            }
            previous = line;
        }
        endParagraph();
        return out.toString().strip();
    }

    private int headingLevel(PdfLine line) {
        int rank = line.text().length() <= LONGEST_HEADING ? headingSizes.indexOf(rounded(line.size())) : -1;
        if (rank >= 0) {
            return Math.min(rank + 1, 4);
        }
        char last = line.text().charAt(line.text().length() - 1);
        boolean title = line.bold() && line.text().length() <= 90 && last != '.' && last != ',' && last != ';';
        return title && line.width() < fullWidth * 0.9f ? Math.min(headingSizes.size() + 1, 4) : 0;
    }

    private boolean beginsParagraph(PdfLine previous, PdfLine line) {
        char last = previous.text().charAt(previous.text().length() - 1);
        if (line.page() != previous.page()) {
            return last == '.' || last == ':' || last == '?' || last == '!';
        }
        float gap = line.y() - previous.y();
        if (gap > leading * 1.35f || gap < 0) {
            return true;
        }
        boolean ended = last == '.' || last == ':' || last == ';' || last == '?' || last == '!';
        return ended && previous.width() < fullWidth * 0.75f && line.x() <= previous.x() + 1;
    }

    /** A word that was divided at a line's end is joined again; a hyphen before a capital belongs to the word. */
    private void join(String text) {
        int length = paragraph.length();
        boolean divided = length > 1
                && paragraph.charAt(length - 1) == '-'
                && Character.isLetter(paragraph.charAt(length - 2))
                && Character.isLowerCase(text.charAt(0));
        if (divided) {
            paragraph.setLength(length - 1);
        } else {
            paragraph.append(' ');
        }
        paragraph.append(text);
    }

    private void endParagraph() {
        if (paragraph.length() > 0) {
            boolean item = prefix.startsWith("*");
            boolean afterItem = out.length() > 0 && out.charAt(out.length() - 1) != '\n';
            out.append(afterItem && !item ? "\n\n" : out.length() > 0 && afterItem ? "\n" : "");
            out.append(prefix).append(escaped(paragraph.toString()));
            out.append(item ? "" : "\n\n");
            paragraph.setLength(0);
        }
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean numbered =
                    c == '.' && i > 0 && i < 4 && i + 1 < text.length() && text.charAt(i + 1) == ' ' && digits(text, i);
            boolean begins = i == 0 && (c == '-' || c == '+' || c == '=' || c == '>' || c == '#' || c == '|');
            if (c == '\\' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || numbered || begins) {
                result.append('\\');
            }
            result.append(c);
        }
        return result.toString();
    }

    private static boolean digits(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    // ---- what the whole document tells

    private static List<PdfLine> withoutRunningHeads(List<PdfLine> lines, int pages) {
        Map<String, Set<Integer>> atEdges = new HashMap<>();
        for (PdfLine line : lines) {
            if (atEdge(line)) {
                atEdges.computeIfAbsent(withoutNumbers(line), key -> new HashSet<>())
                        .add(line.page());
            }
        }
        List<PdfLine> kept = new ArrayList<>();
        for (PdfLine line : lines) {
            Set<Integer> on = atEdge(line) ? atEdges.getOrDefault(withoutNumbers(line), Set.of()) : Set.of();
            boolean number =
                    atEdge(line) && NUMBER.matcher(withoutNumbers(line)).matches();
            if (!number && !(pages > 2 && on.size() * 2 > pages)) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean atEdge(PdfLine line) {
        return line.y() < line.pageHeight() * EDGE || line.y() > line.pageHeight() * (1 - EDGE);
    }

    private static String withoutNumbers(PdfLine line) {
        return DIGITS.matcher(line.text()).replaceAll("#");
    }

    private static float mostCommon(List<PdfLine> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(rounded(line.size()), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10f);
    }

    /** The distance between the lines of a paragraph: the most common one between lines of the text's size. */
    private float leading(List<PdfLine> lines) {
        Map<Integer, Integer> gaps = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            float gap = line.y() - lines.get(i - 1).y();
            if (line.page() == lines.get(i - 1).page() && gap > 0 && rounded(line.size()) == textSize) {
                gaps.merge(Math.round(gap * 2), 1, Integer::sum);
            }
        }
        return gaps.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> entry.getKey() / 2f)
                .orElse(textSize * 1.2f);
    }

    private static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }
}
