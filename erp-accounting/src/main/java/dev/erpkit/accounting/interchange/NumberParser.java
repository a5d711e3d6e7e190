package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads an unsigned number: digits, an optional decimal mark ({@code .} or {@code ,}), optional group marks and exponent.
 * A single mark between digits is in doubt; it is read as a decimal mark and reported as {@link RawAmount#doubtful}, so
 * that whoever knows the commodity can decide otherwise.
 */
final class NumberParser {
    private static final int FAST_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 999;

    private NumberParser() {}

    static boolean startsNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    static void parse(Line line, RawAmount out) {
        byte[] b = line.bytes;
        int to = line.end;
        int p = line.pos;
        long mantissa = 0;
        int digits = 0;
        int markAt = -1;
        for (; p < to; p++) {
            byte c = b[p];
            if (c >= '0' && c <= '9') {
                mantissa = 10 * mantissa + (c - '0');
                digits++;
            } else if ((c == '.' || c == ',') && markAt < 0) {
                markAt = p;
            } else {
                break;
            }
        }
        if (digits == 0 || digits > FAST_DIGITS || goesOn(b, p, to)) {
            parseSlowly(line, out);
            return;
        }
        out.mantissa = mantissa;
        out.big = null;
        out.doubtful = 0;
        out.scale = 0;
        if (markAt >= 0) {
            out.scale = p - markAt - 1;
            if (out.scale > 0 && markAt > line.pos) {
                out.doubtful = b[markAt];
            }
        }
        line.pos = p;
    }

    /** Whether what follows the plain digits still belongs to the number. */
    private static boolean goesOn(byte[] b, int p, int to) {
        if (p >= to) {
            return false;
        }
        byte c = b[p];
        return switch (c) {
            case '.', ',', '_', '\'' -> true;
            case ' ' -> p + 1 < to && isDigit(b[p + 1]);
            case 'e', 'E' -> exponentLength(b, p, to) > 0;
            default -> c < 0 && spaceLength(b, p, to) > 0;
        };
    }

    private static void parseSlowly(Line line, RawAmount out) {
        byte[] b = line.bytes;
        int to = line.end;
        int p = line.pos;
        StringBuilder digits = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        int[] groupStarts = new int[8];
        while (p < to) {
            int length = isDigit(b[p]) ? 1 : markLength(b, p, to);
            if (length == 0) {
                break;
            }
            if (isDigit(b[p])) {
                digits.append((char) b[p]);
            } else {
                marks.append(length == 1 ? (char) b[p] : (char) (0x100 + (b[p + length - 1] & 0xFF)));
                if (marks.length() == groupStarts.length) {
                    groupStarts = java.util.Arrays.copyOf(groupStarts, 2 * groupStarts.length);
                }
                groupStarts[marks.length()] = digits.length();
            }
            p += length;
        }
        int exponentLength = exponentLength(b, p, to);
        int exponent = exponentLength == 0 ? 0 : exponent(b, p + 1, p + exponentLength);
        int scale = scale(line, digits.length(), marks, groupStarts, exponentLength > 0);
        boolean single = marks.length() == 1 && (marks.charAt(0) == '.' || marks.charAt(0) == ',');
        boolean amidst = single && groupStarts[1] > 0 && groupStarts[1] < digits.length();
        out.doubtful = amidst && exponentLength == 0 ? (byte) marks.charAt(0) : 0;
        out.set(new BigDecimal(new BigInteger(digits.toString()), scale - exponent));
        line.pos = p + exponentLength;
    }

    /** How many of the digits are decimals; refuses marks that make no number. */
    private static int scale(Line line, int digits, CharSequence marks, int[] groupStarts, boolean hasExponent) {
        int count = marks.length();
        if (digits == 0) {
            throw bad(line, "there are no digits");
        }
        if (count == 0) {
            return 0;
        }
        char last = marks.charAt(count - 1);
        boolean decimal = (last == '.' || last == ',') && (count == 1 || last != marks.charAt(count - 2));
        int groupMarks = decimal ? count - 1 : count;
        if (groupMarks > 0 && hasExponent) {
            throw bad(line, "digit groups and an exponent do not go together");
        }
        for (int i = 0; i < groupMarks; i++) {
            int from = i == 0 ? 0 : groupStarts[i];
            boolean lastGroup = i + 1 == count;
            if (marks.charAt(i) != marks.charAt(0)
                    || groupStarts[i + 1] == from
                    || (lastGroup && groupStarts[count] == digits)) {
                throw bad(line, "the digit groups are irregular");
            }
        }
        if (decimal && count > 1 && groupStarts[count] == groupStarts[count - 1]) {
            throw bad(line, "the digit groups are irregular");
        }
        return decimal ? digits - groupStarts[count] : 0;
    }

    private static int markLength(byte[] b, int p, int to) {
        return switch (b[p]) {
            case '.', ',', '_', '\'' -> 1;
            case ' ' -> p + 1 < to && isDigit(b[p + 1]) ? 1 : 0;
            default -> spaceLength(b, p, to);
        };
    }

    /** The length of a space of Unicode that groups digits, when a digit follows; otherwise 0. */
    private static int spaceLength(byte[] b, int p, int to) {
        if (b[p] == (byte) 0xC2 && p + 2 < to && b[p + 1] == (byte) 0xA0 && isDigit(b[p + 2])) {
            return 2;
        }
        if (b[p] != (byte) 0xE2 || p + 3 >= to || !isDigit(b[p + 3])) {
            return 0;
        }
        int second = b[p + 1] & 0xFF;
        int third = b[p + 2] & 0xFF;
        boolean narrow =
                second == 0x80 && (third == 0x82 || third == 0x83 || third == 0x88 || third == 0x89 || third == 0xAF);
        return narrow || (second == 0x81 && third == 0x9F) ? 3 : 0;
    }

    private static int exponentLength(byte[] b, int p, int to) {
        if (p >= to || (b[p] != 'e' && b[p] != 'E')) {
            return 0;
        }
        int q = p + 1;
        if (q < to && (b[q] == '-' || b[q] == '+')) {
            q++;
        }
        int digitsFrom = q;
        while (q < to && isDigit(b[q])) {
            q++;
        }
        return q == digitsFrom ? 0 : q - p;
    }

    private static int exponent(byte[] b, int from, int to) {
        boolean negative = b[from] == '-';
        int value = 0;
        for (int p = b[from] == '-' || b[from] == '+' ? from + 1 : from; p < to; p++) {
            value = 10 * value + (b[p] - '0');
            if (value > LARGEST_EXPONENT) {
                throw new Malformed(JournalCodes.AMOUNT, "the exponent is beyond " + LARGEST_EXPONENT);
            }
        }
        return negative ? -value : value;
    }

    private static Malformed bad(Line line, String why) {
        int stop = line.pos;
        while (stop < line.end && line.bytes[stop] != ' ' && line.bytes[stop] != '\t') {
            stop++;
        }
        String text = line.text(line.pos, stop);
        return new Malformed(JournalCodes.AMOUNT, "cannot read the number '" + text + "': " + why);
    }
}
