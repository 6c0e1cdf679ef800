package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.deadletters.Letter;
import io.conductatlas.gateway.deadletters.LetterBytes;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One dead letter with its bytes, which may be anything.
 *
 * @param value as text where they are UTF-8, else in hexadecimal
 * @param valueKind which of the two
 */
record LetterPage(
        Frame frame,
        Shell shell,
        LettersPage.Line letter,
        String group,
        String topic,
        String failure,
        String reason,
        Link list,
        List<Fact> headers,
        String key,
        String value,
        String valueKind,
        String act,
        boolean open,
        boolean mayAct) {
    private static final int SHOWN = 256 * 1024;
    private static final int SHOWN_AS_HEX = 4 * 1024;
    private static final int ROW = 16;

    static LetterPage of(Frame frame, Shell shell, LetterBytes bytes, boolean mayAct) {
        Letter letter = bytes.letter();
        byte[] value = bytes.value();
        boolean text = value != null && isText(value);
        List<Fact> headers = new ArrayList<>();
        bytes.headers().forEach(header -> headers.add(new Fact(visible(header.name()), visible(header.text()))));
        return new LetterPage(
                frame,
                shell,
                LettersPage.line(letter),
                letter.group(),
                letter.original(),
                letter.failure(),
                letter.reason(),
                new Link(
                        DeadLettersPage.listHref(letter.place().topic(), letter.failure()),
                        "%s on %s".formatted(letter.group(), letter.original())),
                headers,
                bytes.key() == null ? "none" : shown(bytes.key()),
                value == null ? "" : shown(value),
                value == null ? "The record has no value" : text ? "As text" : "Not text; in hexadecimal",
                LettersPage.href(letter.place()),
                letter.state() == Letter.State.OPEN,
                mayAct);
    }

    private static String shown(byte[] bytes) {
        if (isText(bytes)) {
            String text = visible(new String(bytes, StandardCharsets.UTF_8));
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\n… (cut here)";
        }
        return hexadecimal(bytes);
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Control characters, and those that turn the direction of writing around, as what they are. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean plain = c == '\n' || c == '\t';
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            if (hidden && !plain) {
                visible.append("\\u{%x}".formatted(c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static String hexadecimal(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        int end = Math.min(bytes.length, SHOWN_AS_HEX);
        for (int row = 0; row < end; row += ROW) {
            StringBuilder ascii = new StringBuilder();
            dump.append("%08x  ".formatted(row));
            for (int i = row; i < row + ROW; i++) {
                dump.append(i < end ? "%02x ".formatted(bytes[i]) : "   ");
                if (i < end) {
                    ascii.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
                }
            }
            dump.append(' ').append(ascii).append('\n');
        }
        return bytes.length <= end ? dump.toString() : dump + "… (%,d bytes in all)".formatted(bytes.length);
    }
}
