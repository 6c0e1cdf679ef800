package io.conductatlas.documents.markdown;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads archived Markdown as plain text with sections and sentences. Every Version is read by it, whether it came from a page or
 * from an archive, so equal Markdown always means equal offsets.
 */
public final class MarkdownReader {
    private static final int LONGEST_BOLD_HEADING = 90;

    /** A heading stands in the paths of all sections under it: one that is longer stands there with its beginning. */
    private static final int LONGEST_IN_PATH = 300;

    /** No table has more columns; what follows them in a row is words. */
    private static final int MOST_COLUMNS = 1_000;

    /** So many items may begin on one line; what follows is words. */
    private static final int DEEPEST_ITEM = 16;

    /** A longer row of back-ticks fences no code. */
    private static final int LONGEST_FENCE = 16;

    public AgreementText read(String markdown) {
        return new Reading(markdown).read();
    }

    /** The agreement that several pages make together, in their order, with a line between them as the archive has it. */
    public AgreementText readCombined(List<String> pages) {
        return read(String.join("\n\n- - -\n\n", pages));
    }

    /** The tables of a Markdown text, cell by cell; offsets are those of {@link #read}'s text. */
    public List<Grid> grids(String markdown) {
        Reading reading = new Reading(markdown);
        reading.read();
        return reading.grids;
    }

    /**
     * A table with at least one row that has words.
     *
     * @param section the index of its section
     * @param headed whether its first line names the columns
     */
    public record Grid(int section, boolean headed, List<Line> lines) {}

    /**
     * A row of a table.
     *
     * @param cells where each cell begins and ends, two numbers a cell
     */
    public record Line(int start, int end, List<Integer> cells) {}

    private static final class Reading {
        private final String markdown;
        private final StringBuilder text;
        private final List<Section> sections = new ArrayList<>();
        private final List<Sentence> sentences = new ArrayList<>();
        private final Set<String> anchors = new HashSet<>();
        private final Map<String, Integer> numbered = new HashMap<>();
        private final List<String> path = new ArrayList<>();
        private final List<Integer> pathLevels = new ArrayList<>();
        private final Inline inline = new Inline();

        private final StringBuilder block = new StringBuilder();
        private SentenceKind blockKind = SentenceKind.PROSE;

        private final List<Grid> grids = new ArrayList<>();
        /** The lines of the table that is being read, and whether a divider stood under the first. */
        private final List<Line> grid = new ArrayList<>();

        private boolean headed;

        private String heading = "";
        private int level;
        private int sectionStart;

        Reading(String markdown) {
            this.markdown = markdown;
            this.text = new StringBuilder(markdown.length());
        }

        AgreementText read() {
            int from = afterFrontMatter();
            int length = markdown.length();
            while (from < length) {
                int to = markdown.indexOf('\n', from);
                if (to < 0) {
                    to = length;
                }
                line(from, to > from && markdown.charAt(to - 1) == '\r' ? to - 1 : to, 0);
                from = to + 1;
            }
            endBlock();
            endGrid();
            endSection(text.length());
            return new AgreementText(markdown, text.toString(), sections, sentences);
        }

        /** Some archives keep files with a head of settings between two lines of dashes: not a part of the text. */
        private int afterFrontMatter() {
            if (!markdown.startsWith("---\n") || markdown.startsWith("---\n\n")) {
                return 0;
            }
            int end = markdown.indexOf("\n---\n", 3);
            return end < 0 || end > 4_000 ? 0 : end + 5;
        }

        private void line(int lineStart, int end, int depth) {
            int start = lineStart;
            // where an indentation would begin: at the line's beginning, or behind the marks of a quotation
            int margin = lineStart;
            while (start < end) {
                char c = markdown.charAt(start);
                if (c == '>' && (start + 1 == end || markdown.charAt(start + 1) == ' ')) {
                    start++;
                    margin = start + 1;
                } else if (c == ' ' || c == '\t') {
                    start++;
                } else {
                    break;
                }
            }
            if (start == end) {
                endBlock();
                endGrid();
                return;
            }
            char first = markdown.charAt(start);
            if (first == '#') {
                int hashes = start;
                while (hashes < end && markdown.charAt(hashes) == '#') {
                    hashes++;
                }
                if (hashes - start <= 6 && (hashes == end || markdown.charAt(hashes) == ' ')) {
                    endBlock();
                    heading(hashes - start, markdown, hashes, end);
                    return;
                }
            } else if (first == '=' || first == '-') {
                if (isAll(first, start, end)) {
                    if (block.length() > 0 && blockKind == SentenceKind.PROSE) {
                        String title = block.toString();
                        block.setLength(0);
                        heading(first == '=' ? 1 : 2, title, 0, title.length());
                        return;
                    }
                    if (end - start > 2) {
                        endBlock();
                        return;
                    }
                }
            } else if (first == '|') {
                endBlock();
                row(start, end);
                return;
            }
            if (isRule(start, end)) {
                endBlock();
                return;
            }
            int marker = depth < DEEPEST_ITEM ? markerEnd(start, end) : -1;
            if (marker > 0) {
                endBlock();
                blockKind = SentenceKind.LIST_ITEM;
                // an item may begin with a further marker or with a heading of its own
                line(marker, end, depth + 1);
                if (block.length() > 0) {
                    blockKind = SentenceKind.LIST_ITEM;
                }
                return;
            }
            if (block.length() > 0) {
                block.append(' ');
            } else if (start == margin) {
                blockKind =
                        blockKind == SentenceKind.LIST_ITEM && lineStart > 0 && markdown.charAt(lineStart - 1) == '\n'
                                ? SentenceKind.PROSE
                                : blockKind;
            }
            block.append(markdown, start, end);
            if (end - start > 2 && markdown.charAt(end - 1) == ' ' && markdown.charAt(end - 2) == ' ') {
                SentenceKind kind = blockKind;
                endBlock();
                blockKind = kind;
            }
        }

        private boolean isAll(char c, int start, int end) {
            int last = end;
            while (last > start && markdown.charAt(last - 1) == ' ') {
                last--;
            }
            for (int i = start; i < last; i++) {
                if (markdown.charAt(i) != c) {
                    return false;
                }
            }
            return true;
        }

        /** {@code * * *} and its likes, which draw a line across the page. */
        private boolean isRule(int start, int end) {
            char c = markdown.charAt(start);
            if (c != '*' && c != '-' && c != '_') {
                return false;
            }
            int count = 0;
            for (int i = start; i < end; i++) {
                char here = markdown.charAt(i);
                if (here == c) {
                    count++;
                } else if (here != ' ') {
                    return false;
                }
            }
            return count >= 3;
        }

        /** Where the content of a list item begins that starts here, or -1. */
        private int markerEnd(int start, int end) {
            char first = markdown.charAt(start);
            int marker = start;
            if (first == '*' || first == '-' || first == '+') {
                marker++;
            } else {
                while (marker < end && marker - start < 9 && Character.isDigit(markdown.charAt(marker))) {
                    marker++;
                }
                if (marker == start
                        || marker == end
                        || (markdown.charAt(marker) != '.' && markdown.charAt(marker) != ')')) {
                    return -1;
                }
                marker++;
            }
            if (marker == end) {
                return first == '*' || Character.isDigit(first) ? end : -1;
            }
            if (markdown.charAt(marker) != ' ') {
                return -1;
            }
            while (marker < end && markdown.charAt(marker) == ' ') {
                marker++;
            }
            return marker;
        }

        private void heading(int headingLevel, String source, int from, int to) {
            int start = beginLine();
            inline.read(source, from, to, text);
            if (text.length() == start) {
                endLine(start);
                return;
            }
            openSection(headingLevel, text.substring(start), start);
            sentences.add(new Sentence(start, text.length(), sections.size(), SentenceKind.HEADING));
            text.append('\n');
            blockKind = SentenceKind.PROSE;
        }

        private void row(int start, int end) {
            int line = beginLine();
            List<Integer> places = new ArrayList<>();
            boolean divider = true;
            for (int i = start; i < end && divider; i++) {
                char c = markdown.charAt(i);
                divider = c == '|' || c == '-' || c == ':' || c == ' ';
            }
            if (divider) {
                headed |= grid.size() == 1 && markdown.substring(start, end).indexOf('-') >= 0;
                endLine(line);
                return;
            }
            int cell = start + 1;
            boolean cells = false;
            while (cell < end) {
                int to = cell;
                while (to < end && (markdown.charAt(to) != '|' || markdown.charAt(to - 1) == '\\')) {
                    to++;
                }
                int before = text.length();
                if (cells) {
                    text.append(" | ");
                }
                int content = text.length();
                inline.read(markdown, cell, to, text);
                if (text.length() == content) {
                    text.setLength(before);
                    content = before;
                } else {
                    cells = true;
                }
                if (places.size() < 2 * MOST_COLUMNS) {
                    places.add(content);
                    places.add(text.length());
                }
                cell = to + 1;
            }
            if (text.length() > line) {
                sentences.add(new Sentence(line, text.length(), sections.size(), SentenceKind.TABLE_ROW));
                grid.add(new Line(line, text.length(), List.copyOf(places)));
                text.append('\n');
            } else {
                endLine(line);
            }
        }

        private void endGrid() {
            if (!grid.isEmpty()) {
                grids.add(new Grid(sections.size(), headed, List.copyOf(grid)));
                grid.clear();
            }
            headed = false;
        }

        private void endBlock() {
            if (block.length() == 0) {
                return;
            }
            endGrid();
            String source = block.toString();
            block.setLength(0);
            int start = beginLine();
            inline.read(source, 0, source.length(), text);
            int end = text.length();
            if (end == start) {
                endLine(start);
                return;
            }
            if (blockKind == SentenceKind.PROSE && inline.allBold && isTitle(start, end)) {
                openSection(6, text.substring(start, end), start);
                sentences.add(new Sentence(start, end, sections.size(), SentenceKind.HEADING));
            } else {
                SentenceKind kind = inline.allLinks ? SentenceKind.LINK_LIST : blockKind;
                if (kind == SentenceKind.LINK_LIST) {
                    sentences.add(new Sentence(start, end, sections.size(), kind));
                } else {
                    SentenceScanner.split(
                            text,
                            start,
                            end,
                            (from, to) -> sentences.add(new Sentence(from, to, sections.size(), kind)));
                }
            }
            text.append('\n');
        }

        private boolean isTitle(int start, int end) {
            if (end - start > LONGEST_BOLD_HEADING) {
                return false;
            }
            char last = text.charAt(end - 1);
            if (last == '.' || last == ',' || last == ';' || last == '!') {
                return false;
            }
            // "Last updated: 1 May 2025" in bold is a statement, not a title
            int digits = 0;
            for (int i = start; i < end; i++) {
                if (Character.isDigit(text.charAt(i))) {
                    digits++;
                }
            }
            return digits < 4;
        }

        private int beginLine() {
            return text.length();
        }

        private void endLine(int start) {
            text.setLength(start);
        }

        private void openSection(int newLevel, String title, int start) {
            endGrid();
            endSection(start);
            heading = title;
            level = newLevel;
            sectionStart = start;
            while (!pathLevels.isEmpty() && pathLevels.get(pathLevels.size() - 1) >= newLevel) {
                pathLevels.remove(pathLevels.size() - 1);
                path.remove(path.size() - 1);
            }
            pathLevels.add(newLevel);
            path.add(title.length() <= LONGEST_IN_PATH ? title : beginning(title));
        }

        private static String beginning(String title) {
            boolean pair = Character.isHighSurrogate(title.charAt(LONGEST_IN_PATH - 1));
            return title.substring(0, LONGEST_IN_PATH - (pair ? 1 : 0)) + "…";
        }

        private void endSection(int limit) {
            int end = limit;
            while (end > sectionStart && text.charAt(end - 1) == '\n') {
                end--;
            }
            if (level == 0 && end == sectionStart) {
                return;
            }
            sections.add(new Section(heading, level, sectionStart, end, String.join(" › ", path), anchor(heading)));
        }

        private String anchor(String title) {
            StringBuilder slug = new StringBuilder();
            String lower = title.toLowerCase(Locale.ROOT);
            for (int i = 0; i < lower.length() && slug.length() < 60; i++) {
                char c = lower.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    slug.append(c);
                } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                    slug.append('-');
                }
            }
            if (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
                slug.setLength(slug.length() - 1);
            }
            String base = slug.length() == 0 ? "top" : slug.toString();
            String unique = base;
            while (!anchors.add(unique)) {
                unique = base + "-" + numbered.merge(base, 2, (last, first) -> last + 1);
            }
            return unique;
        }
    }

    /** Takes the markup out of one block. */
    private static final class Inline {
        /** Whether all the words read last were links, and there were some. */
        private boolean allLinks;
        /** Whether all the words read last were bold, and there were some. */
        private boolean allBold;
        /** The lengths of rows of back-ticks that no later row closes. */
        private int unfenced;

        private final List<Integer> brackets = new ArrayList<>();
        /** Where brackets that turned out to be words are to be put in the end. */
        private final List<Integer> openings = new ArrayList<>();

        void read(String source, int from, int to, StringBuilder out) {
            int begin = out.length();
            int linked = 0;
            int bold = 0;
            int words = 0;
            boolean inBold = false;
            brackets.clear();
            openings.clear();
            unfenced = 0;
            int i = from;
            while (i < to) {
                char c = source.charAt(i);
                switch (c) {
                    case '\\' -> {
                        if (i + 1 < to && isEscapable(source.charAt(i + 1))) {
                            i++;
                        }
                        out.append(source.charAt(i));
                        words++;
                        bold += inBold ? 1 : 0;
                    }
                    case '*' -> {
                        if (i + 1 < to && source.charAt(i + 1) == '*') {
                            inBold = !inBold;
                            i++;
                        }
                    }
                    case '_' -> {
                        boolean inWord = i > from
                                && i + 1 < to
                                && Character.isLetterOrDigit(source.charAt(i - 1))
                                && Character.isLetterOrDigit(source.charAt(i + 1));
                        if (inWord) {
                            out.append(c);
                        }
                    }
                    case '`' -> {
                        int fence = i;
                        while (fence < to && source.charAt(fence) == '`') {
                            fence++;
                        }
                        int length = fence - i;
                        boolean hopeless = length > LONGEST_FENCE || (unfenced & 1 << length) != 0;
                        int close = hopeless ? -1 : closing(source, fence, to, length);
                        if (close < 0) {
                            unfenced |= length > LONGEST_FENCE ? 0 : 1 << length;
                            i = fence - 1;
                        } else {
                            for (int k = fence; k < close; k++) {
                                space(source.charAt(k), out, begin);
                                words++;
                            }
                            i = close + (fence - i) - 1;
                        }
                    }
                    case '!' -> {
                        if (i + 1 < to && source.charAt(i + 1) == '[') {
                            brackets.add(-out.length() - 1);
                            i++;
                        } else {
                            out.append(c);
                        }
                    }
                    case '[' -> brackets.add(out.length());
                    case ']' -> {
                        Integer open = brackets.isEmpty() ? null : brackets.remove(brackets.size() - 1);
                        if (i + 1 < to && source.charAt(i + 1) == '(') {
                            i = destinationEnd(source, i + 1, to);
                            if (open != null && open < 0) {
                                int kept = Math.max(begin, -open - 1);
                                openings.removeIf(at -> at >= kept && at < out.length());
                                out.setLength(kept);
                            } else if (open != null && brackets.isEmpty()) {
                                linked += letters(out, open, out.length());
                            }
                        } else if (open != null && open >= 0 && referenceEnd(source, i + 1, to) > 0) {
                            i = referenceEnd(source, i + 1, to);
                            linked += brackets.isEmpty() ? letters(out, open, out.length()) : 0;
                        } else if (open != null && open >= 0) {
                            openings.add(open);
                            out.append(']');
                        }
                    }
                    case '<' -> {
                        if (source.startsWith("<br>", i)) {
                            space(' ', out, begin);
                            i += 3;
                        } else {
                            out.append(c);
                        }
                    }
                    default -> {
                        space(c, out, begin);
                        if (c > ' ') {
                            words++;
                            bold += inBold ? 1 : 0;
                        }
                    }
                }
                i++;
            }
            putOpenings(out);
            while (out.length() > begin && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            int letters = letters(out, begin, out.length());
            allLinks = linked > 0 && linked >= letters;
            allBold = words > 0 && bold == words;
        }

        private void putOpenings(StringBuilder out) {
            if (openings.isEmpty()) {
                return;
            }
            Collections.sort(openings);
            int first = openings.get(0);
            String tail = out.substring(first);
            out.setLength(first);
            int from = first;
            for (int at : openings) {
                out.append(tail, from - first, at - first).append('[');
                from = at;
            }
            out.append(tail, from - first, tail.length());
        }

        private static void space(char c, StringBuilder out, int begin) {
            if (isInvisible(c)) {
                return;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (out.length() > begin && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
        }

        private static boolean isInvisible(char c) {
            return c == '\u200b' || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
        }

        private static boolean isEscapable(char c) {
            return "\\*_[]`-+=#~>.()|!<{}".indexOf(c) >= 0;
        }

        private static int letters(StringBuilder out, int from, int to) {
            int letters = 0;
            for (int i = from; i < to; i++) {
                if (Character.isLetterOrDigit(out.charAt(i))) {
                    letters++;
                }
            }
            return letters;
        }

        private static int closing(String source, int from, int to, int length) {
            int run = 0;
            for (int i = from; i <= to; i++) {
                if (i < to && source.charAt(i) == '`') {
                    run++;
                } else {
                    if (run == length) {
                        return i - run;
                    }
                    run = 0;
                }
            }
            return -1;
        }

        /** The index of the bracket that closes a link's reference, {@code [words][name]}, or -1 where none is. */
        private static int referenceEnd(String source, int open, int to) {
            if (open >= to || source.charAt(open) != '[') {
                return -1;
            }
            int end = source.indexOf(']', open);
            return end < 0 || end >= to || end - open > 500 ? -1 : end;
        }

        /** The index of the parenthesis that closes a link's destination, or of the last character where none does. */
        private static int destinationEnd(String source, int open, int to) {
            boolean title = false;
            for (int i = open + 1; i < to; i++) {
                char c = source.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '"' && (title || source.charAt(i - 1) == ' ')) {
                    title = !title;
                } else if (c == ')' && !title) {
                    return i;
                }
            }
            return to - 1;
        }
    }
}
