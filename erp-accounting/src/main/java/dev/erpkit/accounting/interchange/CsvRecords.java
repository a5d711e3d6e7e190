package dev.erpkit.accounting.interchange;

import java.io.IOException;
import java.io.Reader;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Cuts CSV into records as RFC 4180 has it: quoted fields may hold separators, line ends and doubled quotes. */
final class CsvRecords {
    private static final int END = -1;
    private static final int LONGEST_FIELD = 1 << 20;

    private final Reader in;
    private final char separator;
    private final char quote;
    private final StringBuilder field = new StringBuilder();
    private int next;
    private int line = 1;
    private int recordLine;

    CsvRecords(Reader in, char separator, char quote) throws IOException {
        this.in = in;
        this.separator = separator;
        this.quote = quote;
        advance();
        if (next == '\uFEFF') {
            advance();
        }
    }

    /** The line on which the last record begins. */
    int line() {
        return recordLine;
    }

    /** The fields of the next record; empty at the end. Empty lines are no records. */
    ImmutableList<String> next() throws IOException {
        while (next == '\n' || next == '\r') {
            lineEnd();
        }
        recordLine = line;
        MutableList<String> fields = Lists.mutable.empty();
        if (next == END) {
            return fields.toImmutable();
        }
        fields.add(field());
        while (next == separator) {
            advance();
            fields.add(field());
        }
        lineEnd();
        return fields.toImmutable();
    }

    private String field() throws IOException {
        field.setLength(0);
        if (next == quote) {
            quoted();
        } else {
            while (next != END && next != separator && next != '\n' && next != '\r') {
                if (next == quote) {
                    throw new Malformed(
                            JournalCodes.CSV_QUOTES,
                            line,
                            "a quote stands inside a field; quote the whole field and double it");
                }
                take();
            }
        }
        return field.toString();
    }

    private void quoted() throws IOException {
        int opened = line;
        advance();
        while (true) {
            if (next == END) {
                throw new Malformed(JournalCodes.CSV_QUOTES, opened, "the quote that opens here is never closed");
            }
            if (next == quote) {
                advance();
                if (next != quote) {
                    break;
                }
            }
            if (next == '\n') {
                line++;
            }
            take();
        }
        if (next != END && next != separator && next != '\n' && next != '\r') {
            throw new Malformed(JournalCodes.CSV_QUOTES, line, "text follows the closing quote of a field");
        }
    }

    private void take() throws IOException {
        if (field.length() == LONGEST_FIELD) {
            throw new Malformed(
                    JournalCodes.LINE_TOO_LONG, line, "a field is longer than " + LONGEST_FIELD + " characters");
        }
        field.append((char) next);
        advance();
    }

    private void lineEnd() throws IOException {
        if (next == '\r') {
            advance();
        }
        if (next == '\n') {
            advance();
        }
        line++;
    }

    private void advance() throws IOException {
        next = in.read();
    }
}
