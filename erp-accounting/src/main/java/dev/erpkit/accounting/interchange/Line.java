package dev.erpkit.accounting.interchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** One line of a source and how far it has been read; the bytes are valid until the next line is fetched. */
final class Line {
    byte[] bytes = new byte[0];
    int pos;
    int end;
    int number;

    boolean atEnd() {
        return pos >= end;
    }

    /** The byte at the reading position, 0 at the end of the line. */
    byte peek() {
        return pos < end ? bytes[pos] : 0;
    }

    /** The byte some places on, 0 beyond the end. */
    byte peek(int ahead) {
        return pos + ahead < end ? bytes[pos + ahead] : 0;
    }

    /** Skips spaces and tabs; tells how many. */
    int skipBlanks() {
        int from = pos;
        int p = from;
        byte[] b = bytes;
        int to = end;
        while (p < to && (b[p] == ' ' || b[p] == '\t')) {
            p++;
        }
        pos = p;
        return p - from;
    }

    boolean accept(char c) {
        if (pos < end && bytes[pos] == c) {
            pos++;
            return true;
        }
        return false;
    }

    int indexOf(char c, int from) {
        for (int p = from; p < end; p++) {
            if (bytes[p] == c) {
                return p;
            }
        }
        return -1;
    }

    /** The text between two positions without blanks around it. */
    String text(int from, int to) {
        int start = from;
        int stop = to;
        while (start < stop && (bytes[start] == ' ' || bytes[start] == '\t')) {
            start++;
        }
        while (stop > start && (bytes[stop - 1] == ' ' || bytes[stop - 1] == '\t')) {
            stop--;
        }
        return decode(bytes, start, stop);
    }

    /** The rest of the line without blanks around it; the line is then read. */
    String rest() {
        String text = text(pos, end);
        pos = end;
        return text;
    }

    /** UTF-8, strictly: a byte that is none is an error of the file, not a question mark in somebody's books. */
    static String decode(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(JournalCodes.ENCODING, "the line is not valid UTF-8; save the file as UTF-8");
        }
    }
}
