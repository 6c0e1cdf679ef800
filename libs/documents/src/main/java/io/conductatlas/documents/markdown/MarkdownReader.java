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
        private final char[] chars;
        private final Letters text;
        private final List<Section> sections = new ArrayList<>();
        private final List<Sentence> sentences = new ArrayList<>();
        private final Set<String> anchors = new HashSet<>();
        private final Map<String, Integer> numbered = new HashMap<>();
        private final List<String> path = new ArrayList<>();
        private final List<Integer> pathLevels = new ArrayList<>();
        private final Inline inline = new Inline();

        /** The lines of a block of more than one. */
        private final Letters block = new Letters(0);
        /** Where the only line of a block begins and ends in the Markdown; it is copied once another follows. */
        private int lineStart;

        private int lineEnd;
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
            this.chars = markdown.toCharArray();
            this.text = new Letters(chars.length);
        }

        AgreementText read() {
            int from = afterFrontMatter();
            int length = markdown.length();
            while (from < length) {
                int to = markdown.indexOf('\n', from);
                if (to < 0) {
                    to = length;
                }
                line(from, to > from && chars[to - 1] == '\r' ? to - 1 : to, 0);
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

        private void line(int begin, int end, int depth) {
            int start = begin;
            // where an indentation would begin: at the line's beginning, or behind the marks of a quotation
            int margin = begin;
            while (start < end) {
                char c = chars[start];
                if (c == '>' && (start + 1 == end || chars[start + 1] == ' ')) {
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
            char first = chars[start];
            if (first == '#') {
                int hashes = start;
                while (hashes < end && chars[hashes] == '#') {
                    hashes++;
                }
                if (hashes - start <= 6 && (hashes == end || chars[hashes] == ' ')) {
                    endBlock();
                    heading(hashes - start, chars, hashes, end);
                    return;
                }
            } else if (first == '=' || first == '-') {
                if (isAll(first, start, end)) {
                    if (inBlock() && blockKind == SentenceKind.PROSE) {
                        int headingLevel = first == '=' ? 1 : 2;
                        if (block.isEmpty()) {
                            heading(headingLevel, chars, lineStart, lineEnd);
                        } else {
                            heading(headingLevel, block.chars(), 0, block.length());
                        }
                        clearBlock();
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
                if (inBlock()) {
                    blockKind = SentenceKind.LIST_ITEM;
                }
                return;
            }
            if (!inBlock() && start == margin) {
                blockKind = blockKind == SentenceKind.LIST_ITEM && begin > 0 && chars[begin - 1] == '\n'
                        ? SentenceKind.PROSE
                        : blockKind;
            }
            addToBlock(start, end);
            if (end - start > 2 && chars[end - 1] == ' ' && chars[end - 2] == ' ') {
                SentenceKind kind = blockKind;
                endBlock();
                blockKind = kind;
            }
        }

        private boolean inBlock() {
            return lineEnd > lineStart || !block.isEmpty();
        }

        private void addToBlock(int start, int end) {
            if (!inBlock()) {
                lineStart = start;
                lineEnd = end;
                return;
            }
            if (block.isEmpty()) {
                block.append(chars, lineStart, lineEnd);
                lineEnd = lineStart;
            }
            block.append(' ');
            block.append(chars, start, end);
        }

        private void clearBlock() {
            block.cut(0);
            lineEnd = lineStart;
        }

        private boolean isAll(char c, int start, int end) {
            int last = end;
            while (last > start && chars[last - 1] == ' ') {
                last--;
            }
            for (int i = start; i < last; i++) {
                if (chars[i] != c) {
                    return false;
                }
            }
            return true;
        }

        /** {@code * * *} and its likes, which draw a line across the page. */
        private boolean isRule(int start, int end) {
            char c = chars[start];
            if (c != '*' && c != '-' && c != '_') {
                return false;
            }
            int count = 0;
            for (int i = start; i < end; i++) {
                char here = chars[i];
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
            char first = chars[start];
            int marker = start;
            if (first == '*' || first == '-' || first == '+') {
                marker++;
            } else {
                while (marker < end && marker - start < 9 && Character.isDigit(chars[marker])) {
                    marker++;
                }
                if (marker == start || marker == end || (chars[marker] != '.' && chars[marker] != ')')) {
                    return -1;
                }
                marker++;
            }
            if (marker == end) {
                return first == '*' || Character.isDigit(first) ? end : -1;
            }
            if (chars[marker] != ' ') {
                return -1;
            }
            while (marker < end && chars[marker] == ' ') {
                marker++;
            }
            return marker;
        }

        private void heading(int headingLevel, char[] source, int from, int to) {
            int start = beginLine();
            inline.read(source, from, to, text);
            if (text.length() == start) {
                endLine(start);
                return;
            }
            openSection(headingLevel, text.substring(start, text.length()), start);
            sentences.add(new Sentence(start, text.length(), sections.size(), SentenceKind.HEADING));
            text.append('\n');
            blockKind = SentenceKind.PROSE;
        }

        private void row(int start, int end) {
            int line = beginLine();
            List<Integer> places = new ArrayList<>();
            boolean divider = true;
            for (int i = start; i < end && divider; i++) {
                char c = chars[i];
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
                while (to < end && (chars[to] != '|' || chars[to - 1] == '\\')) {
                    to++;
                }
                int before = text.length();
                if (cells) {
                    text.append(" | ");
                }
                int content = text.length();
                inline.read(chars, cell, to, text);
                if (text.length() == content) {
                    text.cut(before);
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
            if (!inBlock()) {
                return;
            }
            endGrid();
            int start = beginLine();
            if (block.isEmpty()) {
                inline.read(chars, lineStart, lineEnd, text);
            } else {
                inline.read(block.chars(), 0, block.length(), text);
            }
            clearBlock();
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
                            text.chars(),
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
            text.cut(start);
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
        private static final boolean[] PLAIN = new boolean[128];

        static {
            for (char c = '!'; c < 127; c++) {
                PLAIN[c] = "\\*_`![]<".indexOf(c) < 0;
            }
        }

        /** Whether all the words read last were links, and there were some. */
        private boolean allLinks;
        /** Whether all the words read last were bold, and there were some. */
        private boolean allBold;
        /** The lengths of rows of back-ticks that no later row closes. */
        private int unfenced;

        private final List<Integer> brackets = new ArrayList<>();
        /** Where brackets that turned out to be words are to be put in the end. */
        private final List<Integer> openings = new ArrayList<>();

        void read(char[] source, int from, int to, Letters out) {
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
                char c = source[i];
                switch (c) {
                    case '\\' -> {
                        if (i + 1 < to && isEscapable(source[i + 1])) {
                            i++;
                        }
                        out.append(source[i]);
                        words++;
                        bold += inBold ? 1 : 0;
                    }
                    case '*' -> {
                        if (i + 1 < to && source[i + 1] == '*') {
                            inBold = !inBold;
                            i++;
                        }
                    }
                    case '_' -> {
                        boolean inWord = i > from
                                && i + 1 < to
                                && Character.isLetterOrDigit(source[i - 1])
                                && Character.isLetterOrDigit(source[i + 1]);
                        if (inWord) {
                            out.append(c);
                        }
                    }
                    case '`' -> {
                        int fence = i;
                        while (fence < to && source[fence] == '`') {
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
                                space(source[k], out, begin);
                                words++;
                            }
                            i = close + (fence - i) - 1;
                        }
                    }
                    case '!' -> {
                        if (i + 1 < to && source[i + 1] == '[') {
                            brackets.add(-out.length() - 1);
                            i++;
                        } else {
                            out.append(c);
                        }
                    }
                    case '[' -> brackets.add(out.length());
                    case ']' -> {
                        Integer open = brackets.isEmpty() ? null : brackets.remove(brackets.size() - 1);
                        if (i + 1 < to && source[i + 1] == '(') {
                            i = destinationEnd(source, i + 1, to);
                            if (open != null && open < 0) {
                                int kept = Math.max(begin, -open - 1);
                                openings.removeIf(at -> at >= kept && at < out.length());
                                out.cut(kept);
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
                        if (isBreak(source, i, to)) {
                            space(' ', out, begin);
                            i += 3;
                        } else {
                            out.append(c);
                        }
                    }
                    default -> {
                        int run = i;
                        while (run < to && isPlain(source[run])) {
                            run++;
                        }
                        if (run > i) {
                            out.append(source, i, run);
                            words += run - i;
                            bold += inBold ? run - i : 0;
                            i = run - 1;
                        } else {
                            space(c, out, begin);
                            if (c > ' ') {
                                words++;
                                bold += inBold ? 1 : 0;
                            }
                        }
                    }
                }
                i++;
            }
            putOpenings(out);
            while (out.length() > begin && out.charAt(out.length() - 1) == ' ') {
                out.cut(out.length() - 1);
            }
            allLinks = linked > 0 && linked >= letters(out, begin, out.length());
            allBold = words > 0 && bold == words;
        }

        private void putOpenings(Letters out) {
            if (openings.isEmpty()) {
                return;
            }
            Collections.sort(openings);
            int first = openings.get(0);
            char[] tail = out.substring(first, out.length()).toCharArray();
            out.cut(first);
            int from = first;
            for (int at : openings) {
                out.append(tail, from - first, at - first);
                out.append('[');
                from = at;
            }
            out.append(tail, from - first, tail.length);
        }

        /** Whether a character stands for itself and is no space. */
        private static boolean isPlain(char c) {
            return c < 128 && PLAIN[c];
        }

        private static boolean isBreak(char[] source, int at, int to) {
            return at + 4 <= to && source[at + 1] == 'b' && source[at + 2] == 'r' && source[at + 3] == '>';
        }

        private static void space(char c, Letters out, int begin) {
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

        private static int letters(Letters out, int from, int to) {
            int letters = 0;
            for (int i = from; i < to; i++) {
                if (Character.isLetterOrDigit(out.charAt(i))) {
                    letters++;
                }
            }
            return letters;
        }

        private static int closing(char[] source, int from, int to, int length) {
            int run = 0;
            for (int i = from; i <= to; i++) {
                if (i < to && source[i] == '`') {
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
        private static int referenceEnd(char[] source, int open, int to) {
            if (open >= to || source[open] != '[') {
                return -1;
            }
            int last = Math.min(to - 1, open + 500);
            for (int end = open; end <= last; end++) {
                if (source[end] == ']') {
                    return end;
                }
            }
            return -1;
        }

        /** The index of the parenthesis that closes a link's destination, or of the last character where none does. */
        private static int destinationEnd(char[] source, int open, int to) {
            boolean title = false;
            for (int i = open + 1; i < to; i++) {
                char c = source[i];
                if (c == '\\') {
                    i++;
                } else if (c == '"' && (title || source[i - 1] == ' ')) {
                    title = !title;
                } else if (c == ')' && !title) {
                    return i;
                }
            }
            return to - 1;
        }
    }
}
