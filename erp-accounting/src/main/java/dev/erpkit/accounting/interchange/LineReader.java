package dev.erpkit.accounting.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines without copying them: a line is a window on the buffer. */
final class LineReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final Line line = new Line();
    private int next;
    private int limit;
    private boolean exhausted;

    LineReader(InputStream in) {
        this.in = in;
        line.bytes = new byte[BUFFER];
    }

    /** The line that {@link #advance} has fetched. */
    Line line() {
        return line;
    }

    /** Moves to the next line; false at the end of the source. */
    boolean advance() throws IOException {
        int scanned = next;
        while (true) {
            int newline = newline(scanned);
            if (newline >= 0) {
                take(newline);
                next = newline + 1;
                return true;
            }
            scanned = limit;
            if (exhausted) {
                break;
            }
            scanned -= fill();
        }
        if (next == limit) {
            return false;
        }
        take(limit);
        next = limit;
        return true;
    }

    private int newline(int from) {
        byte[] b = line.bytes;
        for (int p = from, to = limit; p < to; p++) {
            if (b[p] == '\n') {
                return p;
            }
        }
        return -1;
    }

    private void take(int stop) {
        line.number++;
        line.pos = next;
        line.end = stop > next && line.bytes[stop - 1] == '\r' ? stop - 1 : stop;
        if (line.number == 1 && startsWithByteOrderMark()) {
            line.pos += 3;
        }
    }

    private boolean startsWithByteOrderMark() {
        return line.peek() == (byte) 0xEF && line.peek(1) == (byte) 0xBB && line.peek(2) == (byte) 0xBF;
    }

    /** Reads more; tells by how many bytes what is in the buffer moved towards its start. */
    private int fill() throws IOException {
        int moved = next;
        if (moved > 0) {
            System.arraycopy(line.bytes, next, line.bytes, 0, limit - next);
            limit -= moved;
            next = 0;
        } else if (limit == line.bytes.length) {
            if (limit >= LONGEST_LINE) {
                line.number++;
                throw new Malformed(JournalCodes.LINE_TOO_LONG, "the line is longer than " + LONGEST_LINE + " bytes");
            }
            line.bytes = Arrays.copyOf(line.bytes, 2 * limit);
        }
        int read = in.read(line.bytes, limit, line.bytes.length - limit);
        if (read < 0) {
            exhausted = true;
        } else {
            limit += read;
        }
        return moved;
    }
}
