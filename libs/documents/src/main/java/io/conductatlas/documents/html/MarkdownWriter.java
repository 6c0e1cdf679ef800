package io.conductatlas.documents.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML as Markdown by the rules that the community's archive was made with, so that texts are equal where pages are.
 *
 * <p>Three passes over a light copy of the tree: white space is collapsed as a browser shows it, each element learns whether it is
 * blank, and the Markdown is written. Line breaks between blocks are held back until the next character is known, so that nested
 * blocks never give more than one empty line; rules that need their whole content get it as a string.
 */
final class MarkdownWriter {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "audio",
            "blockquote",
            "body",
            "canvas",
            "center",
            "dd",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "isindex",
            "li",
            "main",
            "menu",
            "nav",
            "noframes",
            "noscript",
            "ol",
            "output",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Set<String> VOIDS = Set.of(
            "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param",
            "source", "track", "wbr");
    private static final Set<String> MEANINGFUL_WHEN_BLANK =
            Set.of("a", "table", "thead", "tbody", "tfoot", "th", "td", "iframe", "script", "audio", "video");

    /** Nested quotations and lists write each of their lines once a level: a page may ask for more than any memory has. */
    private static final long MOST_CHARACTERS = 200_000_000;

    private static final int MOST_PIECES = 8_000_000;

    private final UnaryOperator<String> links;
    private final Effort effort;
    private final StringBuilder out = new StringBuilder(1 << 14);
    private int pendingNewlines;
    private long written;

    private MarkdownWriter(UnaryOperator<String> links, Effort effort) {
        this.links = links;
        this.effort = effort;
    }

    /**
     * The Markdown of these nodes as children of one fragment.
     *
     * @param links makes a link's address absolute
     * @throws TooMuchMarkup if writing them would take many times what a page has, or takes too long
     */
    static String write(List<? extends Node> nodes, UnaryOperator<String> links, Effort effort) {
        Piece root = new Piece("#fragment", null);
        int room = MOST_PIECES;
        for (Node node : nodes) {
            room = copy(node, root, false, room);
        }
        collapseWhiteSpace(root);
        learn(root);
        MarkdownWriter writer = new MarkdownWriter(links, effort);
        writer.children(root);
        return trimmed(writer.out);
    }

    private static String trimmed(StringBuilder out) {
        int start = 0;
        int end = out.length();
        while (start < end && (out.charAt(start) == '\t' || out.charAt(start) == '\r' || out.charAt(start) == '\n')) {
            start++;
        }
        while (end > start && isSpace(out.charAt(end - 1))) {
            end--;
        }
        return out.substring(start, end);
    }

    // ---- the light copy

    private static final class Piece {
        final String name;
        final @Nullable Element element;
        final boolean block;
        final boolean isVoid;

        @Nullable
        Piece parent;

        @Nullable
        Piece first;

        @Nullable
        Piece last;

        @Nullable
        Piece previous;

        @Nullable
        Piece next;

        String text = "";
        boolean code;
        boolean blank;
        boolean hasWords;
        boolean hasVoid;
        boolean hasMeaningful;
        /** Its place among its siblings, and the number of elements before it. */
        int index;

        int elementsBefore;

        @Nullable
        Table table;

        Piece(String name, @Nullable Element element) {
            this.name = name;
            this.element = element;
            this.block = element != null && BLOCKS.contains(name);
            this.isVoid = element != null && VOIDS.contains(name);
        }

        boolean isText() {
            return element == null && parent != null;
        }

        boolean is(String wanted) {
            return name.equals(wanted);
        }

        String attribute(String key) {
            return element == null ? "" : element.attr(key);
        }

        boolean hasAttribute(String key) {
            return element != null && element.hasAttr(key);
        }

        void append(Piece child) {
            child.parent = this;
            child.previous = last;
            if (last == null) {
                first = child;
            } else {
                last.next = child;
            }
            last = child;
        }

        void remove() {
            Piece from = parent;
            if (from == null) {
                return;
            }
            if (previous == null) {
                from.first = next;
            } else {
                previous.next = next;
            }
            if (next == null) {
                from.last = previous;
            } else {
                next.previous = previous;
            }
        }
    }

    /** Returns how many pieces there is still room for: nodes that selectors match at several levels are copied at each. */
    private static int copy(Node node, Piece parent, boolean inPre, int roomBefore) {
        if (roomBefore == 0) {
            throw new TooMuchMarkup();
        }
        int room = roomBefore - 1;
        if (node instanceof CDataNode) {
            return room;
        }
        if (node instanceof TextNode text) {
            Piece piece = new Piece("#text", null);
            piece.text = text.getWholeText();
            parent.append(piece);
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (inPre && name.equals("br")) {
                Piece piece = new Piece("#text", null);
                piece.text = "\n";
                parent.append(piece);
                return room;
            }
            Piece piece = new Piece(name, element);
            parent.append(piece);
            boolean pre = inPre || name.equals("pre");
            if (name.equals("template")) {
                return room;
            }
            for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
                room = copy(child, piece, pre, room);
            }
        } else if (node instanceof org.jsoup.nodes.DataNode data) {
            Piece piece = new Piece("#text", null);
            piece.text = data.getWholeData();
            parent.append(piece);
        }
        return room;
    }

    // ---- white space

    private static void collapseWhiteSpace(Piece root) {
        Piece previousText = null;
        boolean keepLeading = false;
        Piece previous = null;
        Piece piece = next(previous, root);
        while (piece != root) {
            if (piece.isText()) {
                String text = collapsed(piece.text);
                boolean afterSpace = previousText == null || previousText.text.endsWith(" ");
                if (afterSpace && !keepLeading && text.startsWith(" ")) {
                    text = text.substring(1);
                }
                if (text.isEmpty()) {
                    piece = removed(piece);
                    continue;
                }
                piece.text = text;
                previousText = piece;
            } else if (piece.block || piece.is("br")) {
                trimEnd(previousText);
                previousText = null;
                keepLeading = false;
            } else if (piece.isVoid || piece.is("pre")) {
                previousText = null;
                keepLeading = true;
            } else if (previousText != null) {
                keepLeading = false;
            }
            Piece following = next(previous, piece);
            previous = piece;
            piece = following;
        }
        if (previousText != null) {
            trimEnd(previousText);
            if (previousText.text.isEmpty()) {
                previousText.remove();
            }
        }
    }

    private static void trimEnd(@Nullable Piece text) {
        if (text != null && text.text.endsWith(" ")) {
            text.text = text.text.substring(0, text.text.length() - 1);
        }
    }

    private static Piece removed(Piece piece) {
        Piece following = piece.next != null ? piece.next : piece.parent;
        piece.remove();
        if (following == null) {
            throw new IllegalStateException("a text always has a parent");
        }
        return following;
    }

    private static Piece next(@Nullable Piece previous, Piece current) {
        Piece following;
        if ((previous != null && previous.parent == current) || current.is("pre") || current.first == null) {
            following = current.next != null ? current.next : current.parent;
        } else {
            following = current.first;
        }
        return following == null ? current : following;
    }

    private static String collapsed(String text) {
        int length = text.length();
        int i = 0;
        char last = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t' || (c == ' ' && last == ' ')) {
                break;
            }
            last = c;
        }
        if (i == length) {
            return text;
        }
        char[] result = new char[length];
        text.getChars(0, i, result, 0);
        int written = i;
        boolean space = i > 0 && last == ' ';
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (isAsciiSpace(c)) {
                if (!space) {
                    result[written++] = ' ';
                }
                space = true;
            } else {
                result[written++] = c;
                space = false;
            }
        }
        return new String(result, 0, written);
    }

    // ---- what each element knows of itself

    private static void learn(Piece piece) {
        int index = 0;
        int elements = 0;
        for (Piece child = piece.first; child != null; child = child.next) {
            child.index = index++;
            child.elementsBefore = elements;
            if (child.isText()) {
                piece.hasWords |= hasWords(child.text);
                child.code = piece.code;
                continue;
            }
            elements++;
            child.code = piece.code || child.is("code");
            learn(child);
            piece.hasWords |= child.hasWords;
            piece.hasVoid |= child.isVoid || child.hasVoid;
            piece.hasMeaningful |= MEANINGFUL_WHEN_BLANK.contains(child.name) || child.hasMeaningful;
        }
        piece.blank = !piece.isVoid
                && !MEANINGFUL_WHEN_BLANK.contains(piece.name)
                && !piece.hasWords
                && !piece.hasVoid
                && !piece.hasMeaningful;
    }

    private static boolean hasWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    // ---- writing

    private void children(Piece piece) {
        for (Piece child = piece.first; child != null; child = child.next) {
            if (child.isText()) {
                text(child);
            } else {
                element(child);
            }
        }
    }

    private void text(Piece piece) {
        if (piece.code) {
            emit(piece.text);
        } else {
            emit(escaped(piece.text));
        }
    }

    /** Adds a string: line breaks at its ends merge with those around it. */
    private void emit(String string) {
        int start = 0;
        int end = string.length();
        while (start < end && string.charAt(start) == '\n') {
            start++;
        }
        while (end > start && string.charAt(end - 1) == '\n') {
            end--;
        }
        breakLines(start);
        if (end > start) {
            flush();
            spend(end - start);
            // a part of a string would be appended letter by letter
            out.append(end - start == string.length() ? string : string.substring(start, end));
            breakLines(string.length() - end);
        }
    }

    /** Counts characters that are written, here or into what will be: one may be written many times until it stands. */
    private void spend(long characters) {
        written += characters;
        if (written > MOST_CHARACTERS) {
            throw new TooMuchMarkup();
        }
    }

    private void breakLines(int count) {
        pendingNewlines = Math.max(pendingNewlines, Math.min(2, count));
    }

    private void flush() {
        for (; pendingNewlines > 0; pendingNewlines--) {
            out.append('\n');
        }
    }

    /** What an element's children write, as a string with the line breaks at its ends. */
    private String content(Piece piece) {
        int outer = pendingNewlines;
        int start = out.length();
        pendingNewlines = 0;
        children(piece);
        flush();
        String content = out.substring(start);
        out.setLength(start);
        spend(content.length());
        pendingNewlines = outer;
        return content;
    }

    private void element(Piece piece) {
        effort.step();
        String leading = "";
        String trailing = "";
        if (!piece.block) {
            leading = leadingSpace(piece);
            trailing = trailingSpace(piece);
            spend(leading.length() + trailing.length());
        }
        if (leading.isEmpty() && trailing.isEmpty()) {
            rule(piece, false);
        } else {
            emit(leading);
            rule(piece, true);
            emit(trailing);
        }
    }

    private void rule(Piece piece, boolean trim) {
        if (piece.blank) {
            if (piece.block) {
                breakLines(2);
            }
            return;
        }
        switch (piece.name) {
            case "input" -> checkbox(piece, trim);
            case "br" -> emit("  \n");
            case "hr" -> block("* * *");
            case "img" -> emit(image(piece));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> emit(heading(piece.name.charAt(1) - '0', content(piece)));
            case "blockquote" -> emit(quote(content(piece)));
            case "ul", "ol" -> {
                Piece parent = piece.parent;
                boolean endsItem = parent != null && parent.is("li") && lastElement(parent) == piece;
                breakLines(endsItem ? 1 : 2);
                if (endsItem) {
                    emit("\n" + content(piece));
                } else {
                    children(piece);
                    breakLines(2);
                }
            }
            case "li" -> emit(listItem(piece, content(piece)));
            case "pre" -> pre(piece);
            case "code" -> code(piece, trim);
            case "em", "i" -> delimited("_", piece, trim, true);
            case "strong", "b" -> delimited("**", piece, trim, true);
            case "del", "s", "strike" -> delimited("~", piece, trim, false);
            case "a" -> anchor(piece, trim);
            case "th", "td" -> {
                if (isSkipped(tableOf(piece))) {
                    children(piece);
                } else {
                    emit(cell(content(piece), piece, piece.index));
                }
            }
            case "tr" -> row(piece);
            case "thead", "tbody", "tfoot" -> children(piece);
            case "table" -> writeTable(piece);
            case "div" -> {
                if (!highlighted(piece)) {
                    plain(piece, trim);
                }
            }
            default -> plain(piece, trim);
        }
    }

    private void plain(Piece piece, boolean trim) {
        if (piece.block) {
            breakLines(2);
            children(piece);
            breakLines(2);
        } else if (trim) {
            emit(trim(content(piece)));
        } else {
            children(piece);
        }
    }

    private void block(String content) {
        breakLines(2);
        emit(content);
        breakLines(2);
    }

    private void delimited(String delimiter, Piece piece, boolean trim, boolean dropBlank) {
        String content = trim ? trim(content(piece)) : content(piece);
        if (!(dropBlank && trim(content).isEmpty())) {
            emit(delimiter + content + delimiter);
        }
    }

    private void checkbox(Piece piece, boolean trim) {
        Piece parent = piece.parent;
        if (piece.attribute("type").equalsIgnoreCase("checkbox") && parent != null && parent.is("li")) {
            emit((piece.hasAttribute("checked") ? "[x]" : "[ ]") + " ");
        } else {
            plain(piece, trim);
        }
    }

    private static String heading(int level, String content) {
        if (level < 3) {
            return "\n\n" + content + "\n" + (level == 1 ? "=" : "-").repeat(content.length()) + "\n\n";
        }
        return "\n\n" + "#".repeat(level) + " " + content + "\n\n";
    }

    private static String quote(String content) {
        String inner = trimNewlines(content);
        StringBuilder result = new StringBuilder(inner.length() + 64).append("\n\n> ");
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            result.append(c);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                result.append("> ");
            }
        }
        return result.append("\n\n").toString();
    }

    private static String listItem(Piece piece, String content) {
        String prefix = "*   ";
        Piece parent = piece.parent;
        if (parent != null && parent.is("ol")) {
            prefix = number(parent.attribute("start"), piece.elementsBefore) + ".  ";
        }
        boolean paragraph = content.endsWith("\n");
        String inner = trimNewlines(content) + (paragraph ? "\n" : "");
        return prefix + inner.replace("\n", "\n" + " ".repeat(prefix.length())) + (piece.next != null ? "\n" : "");
    }

    private static String number(String start, int index) {
        if (start.isEmpty()) {
            return Integer.toString(index + 1);
        }
        String trimmed = trim(start);
        try {
            return Long.toString(trimmed.isEmpty() ? index : Long.parseLong(trimmed) + index);
        } catch (NumberFormatException e) {
            return "NaN";
        }
    }

    private void pre(Piece piece) {
        Piece code = piece.first;
        if (code != null && code.is("code")) {
            emit("\n\n    " + textContent(code).replace("\n", "\n    ") + "\n\n");
        } else {
            plain(piece, false);
        }
    }

    private boolean highlighted(Piece piece) {
        Piece pre = piece.first;
        if (pre == null || !pre.is("pre")) {
            return false;
        }
        String language = highlightLanguage(piece.attribute("class"));
        if (language == null) {
            return false;
        }
        emit("\n\n```" + language + "\n" + textContent(pre) + "\n```\n\n");
        return true;
    }

    private static @Nullable String highlightLanguage(String classes) {
        for (String marker : List.of("highlight-text-", "highlight-source-")) {
            int at = classes.indexOf(marker);
            if (at >= 0) {
                int start = at + marker.length();
                int end = start;
                while (end < classes.length()
                        && (Character.isDigit(classes.charAt(end))
                                || (classes.charAt(end) >= 'a' && classes.charAt(end) <= 'z'))) {
                    end++;
                }
                if (end > start) {
                    return classes.substring(start, end);
                }
            }
        }
        return null;
    }

    private void code(Piece piece, boolean trim) {
        Piece parent = piece.parent;
        boolean alone = piece.previous == null && piece.next == null;
        if (parent != null && parent.is("pre") && alone) {
            plain(piece, trim);
            return;
        }
        String content = trim ? trim(content(piece)) : content(piece);
        if (content.isEmpty()) {
            return;
        }
        content = content.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
        String padding = needsPadding(content) ? " " : "";
        int longest = 0;
        Set<Integer> runs = new java.util.HashSet<>();
        for (int i = 0; i <= content.length(); i++) {
            if (i < content.length() && content.charAt(i) == '`') {
                longest++;
            } else if (longest > 0) {
                runs.add(longest);
                longest = 0;
            }
        }
        int fence = 1;
        while (runs.contains(fence)) {
            fence++;
        }
        String delimiter = "`".repeat(fence);
        emit(delimiter + padding + content + padding + delimiter);
    }

    private static boolean needsPadding(String content) {
        if (content.startsWith("`") || content.endsWith("`")) {
            return true;
        }
        return content.startsWith(" ") && content.endsWith(" ") && !content.isBlank();
    }

    private void anchor(Piece piece, boolean trim) {
        String href = piece.attribute("href");
        if (href.isEmpty()) {
            plain(piece, trim);
            return;
        }
        String address = href.charAt(0) == '#' ? href : links.apply(href);
        emit("[" + trim(content(piece)) + "](" + destination(address) + title(piece) + ")");
    }

    private static String image(Piece piece) {
        String source = piece.attribute("src");
        if (source.isEmpty()) {
            return "";
        }
        return "![" + escapedAnywhere(oneLineBreak(piece.attribute("alt"))) + "](" + destination(source) + title(piece)
                + ")";
    }

    private static String title(Piece piece) {
        String title = oneLineBreak(piece.attribute("title"));
        return title.isEmpty() ? "" : " \"" + title.replace("\"", "\\\"") + "\"";
    }

    private static String oneLineBreak(String attribute) {
        if (attribute.indexOf('\n') < 0) {
            return attribute;
        }
        StringBuilder result = new StringBuilder();
        int i = 0;
        while (i < attribute.length()) {
            char c = attribute.charAt(i);
            result.append(c);
            i++;
            if (c == '\n') {
                while (i < attribute.length() && isSpace(attribute.charAt(i))) {
                    i++;
                }
            }
        }
        return result.toString();
    }

    private static String destination(String address) {
        StringBuilder result = new StringBuilder(address.length() + 8);
        boolean spaces = false;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '(' || c == ')' || c == '<' || c == '>') {
                result.append('\\');
            }
            spaces |= c == ' ';
            result.append(c);
        }
        return spaces ? "<" + result + ">" : result.toString();
    }

    // ---- tables

    private void row(Piece piece) {
        Piece owner = tableOf(piece);
        if (owner == null || isSkipped(owner)) {
            children(piece);
            return;
        }
        Table table = table(owner);
        StringBuilder result = new StringBuilder("\n").append(content(piece));
        if (isHeadingRow(piece)) {
            result.append('\n');
            Piece child = piece.first;
            for (int i = 0; i < table.columns(); i++) {
                result.append(cell(table.border(i), child, i));
                child = child == null ? null : child.next;
            }
        }
        emit(result.toString());
    }

    private void writeTable(Piece piece) {
        if (isSkipped(piece)) {
            children(piece);
            return;
        }
        String content = singleBreaks(content(piece));
        String[] lines = trim(content).split("\n", -1);
        Table table = table(piece);
        int columns = table.columns();
        StringBuilder header = new StringBuilder();
        boolean divided = lines.length >= 2 && isDivider(lines[1]);
        if (columns > 0 && !divided) {
            header.append('|').append("     |".repeat(columns)).append("\n|");
            for (int i = 0; i < columns; i++) {
                header.append(' ').append(table.border(i)).append(" |");
            }
        }
        emit("\n\n" + header + content + "\n\n");
    }

    private static boolean isDivider(String line) {
        return line.contains("| ---") || line.contains("| :---");
    }

    private static String singleBreaks(String content) {
        StringBuilder result = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c != '\n' || i == 0 || content.charAt(i - 1) != '\n') {
                result.append(c);
            }
        }
        return result.toString();
    }

    private String cell(String content, @Nullable Piece node, int index) {
        StringBuilder result = new StringBuilder(index == 0 ? "| " : " ");
        String inner = trim(content).replace("\n\r", "<br>").replace("\n", "<br>");
        int before = result.length();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c != '|') {
                result.append(c);
            } else if (i == 0 || inner.charAt(i - 1) != '|') {
                result.append("\\|");
            }
        }
        while (result.length() - before < 3) {
            result.append(' ');
        }
        if (node != null && node.hasAttribute("colspan")) {
            result.append(" |    ".repeat(Math.max(0, colspan(node) - 1)));
        }
        spend(result.length());
        return result.append(" |").toString();
    }

    private static int colspan(Piece cell) {
        try {
            return Math.min(1000, Integer.parseInt(trim(cell.attribute("colspan"))));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isHeadingRow(Piece row) {
        Piece parent = row.parent;
        if (parent == null) {
            return false;
        }
        if (parent.is("thead")) {
            return true;
        }
        if (parent.first != row || !(parent.is("table") || isFirstBody(parent))) {
            return false;
        }
        for (Piece child = row.first; child != null; child = child.next) {
            if (!child.is("th")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirstBody(Piece body) {
        Piece previous = body.previous;
        return body.is("tbody") && (previous == null || (previous.is("thead") && !previous.hasWords));
    }

    private static @Nullable Piece tableOf(Piece piece) {
        Piece parent = piece.parent;
        while (parent != null && !parent.is("table")) {
            parent = parent.parent;
        }
        return parent;
    }

    private static boolean isSkipped(@Nullable Piece table) {
        return table == null || table(table).skipped;
    }

    private static Table table(Piece piece) {
        Table table = piece.table;
        if (table == null) {
            table = new Table(piece);
            piece.table = table;
        }
        return table;
    }

    private static boolean containsTableOrCode(Piece piece) {
        for (Piece child = piece.first; child != null; child = child.next) {
            boolean code = child.is("pre") && child.first != null && child.first.is("code");
            if (code || child.is("table") || containsTableOrCode(child)) {
                return true;
            }
        }
        return false;
    }

    /** The rows of a table as the DOM counts them: of its head, then of itself and its bodies, then of its foot. */
    private static List<Piece> rows(Piece table) {
        List<Piece> rows = new ArrayList<>();
        for (String section : List.of("thead", "", "tfoot")) {
            for (Piece child = table.first; child != null; child = child.next) {
                if (section.isEmpty() && child.is("tr")) {
                    rows.add(child);
                } else if (child.is(section) || (section.isEmpty() && child.is("tbody"))) {
                    for (Piece row = child.first; row != null; row = row.next) {
                        if (row.is("tr")) {
                            rows.add(row);
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** What the whole of a table has to say before its first row is written. */
    private static final class Table {
        private final List<Column> columns = new ArrayList<>();
        private final boolean skipped;

        Table(Piece table) {
            List<Piece> rows = rows(table);
            int most = 0;
            for (Piece row : rows) {
                int i = 0;
                for (Piece cell = row.first; cell != null; cell = cell.next) {
                    if (i == columns.size()) {
                        columns.add(new Column());
                    }
                    columns.get(i++).vote(cell.attribute("align").toLowerCase(Locale.ROOT));
                }
                most = Math.max(most, i);
            }
            this.skipped = (rows.size() == 1 && most <= 1) || containsTableOrCode(table);
        }

        int columns() {
            return columns.size();
        }

        String border(int column) {
            return columns.get(column).border();
        }
    }

    /** How most cells of a column are aligned; of as many, the alignment that was first. */
    private static final class Column {
        private static final List<String> ALIGNMENTS = List.of("", "left", "right", "center");
        private static final List<String> BORDERS = List.of("---", ":---", "---:", ":---:");

        private final int[] votes = new int[ALIGNMENTS.size()];
        private int alignment;

        void vote(String align) {
            int own = Math.max(0, ALIGNMENTS.indexOf(align));
            if (++votes[own] > votes[alignment]) {
                alignment = own;
            }
        }

        String border() {
            return BORDERS.get(alignment);
        }
    }

    // ---- looking around

    private static @Nullable Piece lastElement(Piece parent) {
        Piece child = parent.last;
        while (child != null && child.isText()) {
            child = child.previous;
        }
        return child;
    }

    private static String textContent(Piece piece) {
        StringBuilder result = new StringBuilder();
        collectText(piece, result);
        return result.toString();
    }

    private static void collectText(Piece piece, StringBuilder result) {
        if (piece.isText()) {
            result.append(piece.text);
        }
        for (Piece child = piece.first; child != null; child = child.next) {
            collectText(child, result);
        }
    }

    /** White space at an inline element's beginning belongs outside its delimiters, unless there is some already. */
    private static String leadingSpace(Piece piece) {
        char begin = firstChar(piece);
        if (begin == 0 || !isSpace(begin)) {
            return "";
        }
        StringBuilder space = new StringBuilder();
        addLeadingSpace(piece, space);
        int ascii = 0;
        while (ascii < space.length() && isAsciiSpace(space.charAt(ascii))) {
            ascii++;
        }
        Piece left = piece.previous;
        boolean flanked = left != null && !left.block && lastChar(left) == ' ';
        return space.substring(ascii > 0 && flanked ? ascii : 0);
    }

    /** Whether all of the piece was white space, so that what follows it leads too. */
    private static boolean addLeadingSpace(Piece piece, StringBuilder space) {
        for (int i = 0; piece.isText() && i < piece.text.length(); i++) {
            if (!isSpace(piece.text.charAt(i))) {
                return false;
            }
            space.append(piece.text.charAt(i));
        }
        for (Piece child = piece.first; child != null; child = child.next) {
            if (!addLeadingSpace(child, space)) {
                return false;
            }
        }
        return true;
    }

    private static String trailingSpace(Piece piece) {
        char end = lastChar(piece);
        if (end == 0 || !isSpace(end) || !piece.hasWords) {
            return "";
        }
        StringBuilder space = new StringBuilder();
        addTrailingSpace(piece, space);
        int ascii = 0;
        while (ascii < space.length() && isAsciiSpace(space.charAt(ascii))) {
            ascii++;
        }
        Piece right = piece.next;
        boolean flanked = right != null && !right.block && firstChar(right) == ' ';
        return space.delete(0, ascii > 0 && flanked ? ascii : 0).reverse().toString();
    }

    /** Adds the white space at the piece's end, last character first. */
    private static boolean addTrailingSpace(Piece piece, StringBuilder space) {
        for (int i = piece.text.length() - 1; piece.isText() && i >= 0; i--) {
            if (!isSpace(piece.text.charAt(i))) {
                return false;
            }
            space.append(piece.text.charAt(i));
        }
        for (Piece child = piece.last; child != null; child = child.previous) {
            if (!addTrailingSpace(child, space)) {
                return false;
            }
        }
        return true;
    }

    private static char firstChar(Piece piece) {
        if (piece.isText()) {
            return piece.text.isEmpty() ? 0 : piece.text.charAt(0);
        }
        for (Piece child = piece.first; child != null; child = child.next) {
            char c = firstChar(child);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    private static char lastChar(Piece piece) {
        if (piece.isText()) {
            return piece.text.isEmpty() ? 0 : piece.text.charAt(piece.text.length() - 1);
        }
        for (Piece child = piece.last; child != null; child = child.previous) {
            char c = lastChar(child);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    // ---- characters

    private static String escapedAnywhere(String text) {
        return escaped(text);
    }

    /** Text in which nothing is taken for markup: some characters anywhere, some only where the text begins. */
    private static String escaped(String text) {
        int length = text.length();
        if (length == 0) {
            return text;
        }
        int prefix = prefixToEscape(text);
        int i = 0;
        if (prefix < 0) {
            while (i < length && !isMarkup(text.charAt(i))) {
                i++;
            }
            if (i == length) {
                return text;
            }
        }
        char[] result = new char[length * 2];
        text.getChars(0, i, result, 0);
        int written = i;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (i == prefix || isMarkup(c)) {
                result[written++] = '\\';
            }
            result[written++] = c;
        }
        return new String(result, 0, written);
    }

    private static boolean isMarkup(char c) {
        return c == '\\' || c == '*' || c == '`' || c == '[' || c == ']' || c == '_';
    }

    /** Where a back-slash must stand because of how a text begins, or -1. */
    private static int prefixToEscape(String text) {
        char first = text.charAt(0);
        switch (first) {
            case '-', '=', '>' -> {
                return 0;
            }
            case '+' -> {
                return text.startsWith("+ ") ? 0 : -1;
            }
            case '~' -> {
                return text.startsWith("~~~") ? 0 : -1;
            }
            case '#' -> {
                int end = 0;
                while (end < text.length() && text.charAt(end) == '#') {
                    end++;
                }
                return end <= 6 && end < text.length() && text.charAt(end) == ' ' ? 0 : -1;
            }
            default -> {
                int end = 0;
                while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                    end++;
                }
                boolean numbered = end > 0 && text.startsWith(". ", end);
                return numbered ? end : -1;
            }
        }
    }

    private static String trimNewlines(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '\n') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(start, end);
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAsciiSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** White space as browsers' scripts define it. */
    static boolean isSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        if (c < '\u00a0') {
            return false;
        }
        return c == '\u00a0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\ufeff';
    }
}
