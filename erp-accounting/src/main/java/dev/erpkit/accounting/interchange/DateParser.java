package dev.erpkit.accounting.interchange;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates: year, month and day with one kind of separator, or month and day in a year that is known. */
final class DateParser {
    private static final int LONGEST_FIELD = 9;

    private DateParser() {}

    /** The day of the date at the reading position, as {@link LocalDate#toEpochDay}. */
    static int parse(Line line, int defaultYear) {
        byte[] b = line.bytes;
        int p = line.pos;
        if (p + 10 <= line.end
                && b[p + 4] == b[p + 7]
                && isSeparator(b[p + 4])
                && (p + 10 == line.end || !isDigit(b[p + 10]))) {
            int year = two(b, p) * 100 + two(b, p + 2);
            int month = two(b, p + 5);
            int day = two(b, p + 8);
            if (year >= 0 && month > 0 && day > 0 && month <= 12 && day <= 28) {
                line.pos = p + 10;
                return epochDay(year, month, day);
            }
        }
        return parseSlowly(line, defaultYear);
    }

    private static int parseSlowly(Line line, int defaultYear) {
        int start = line.pos;
        int first = field(line, start);
        byte separator = line.peek();
        if (!isSeparator(separator)) {
            throw bad(line, start, "write it as YYYY-MM-DD");
        }
        line.pos++;
        int second = field(line, start);
        if (!isSeparator(line.peek()) || !isDigit(line.peek(1))) {
            if (defaultYear == Scope.NO_YEAR) {
                throw bad(line, start, "it has no year, and no Y directive or default year sets one");
            }
            return day(line, start, defaultYear, first, second);
        }
        if (line.peek() != separator) {
            throw bad(line, start, "its separators differ");
        }
        line.pos++;
        return day(line, start, first, second, field(line, start));
    }

    private static int day(Line line, int start, int year, int month, int day) {
        try {
            return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException | ArithmeticException e) {
            throw bad(line, start, "there is no such day");
        }
    }

    private static int field(Line line, int start) {
        int value = 0;
        int digits = 0;
        while (isDigit(line.peek()) && digits < LONGEST_FIELD) {
            value = 10 * value + (line.peek() - '0');
            line.pos++;
            digits++;
        }
        if (digits == 0 || digits == LONGEST_FIELD) {
            throw bad(line, start, "write it as YYYY-MM-DD");
        }
        return value;
    }

    private static Malformed bad(Line line, int start, String why) {
        int stop = start;
        while (stop < line.end && line.bytes[stop] != ' ' && line.bytes[stop] != '\t' && line.bytes[stop] != ';') {
            stop++;
        }
        return new Malformed(JournalCodes.DATE, "cannot read the date '" + line.text(start, stop) + "': " + why);
    }

    /** Days since 1970-01-01 of a day that exists in the proleptic Gregorian calendar. */
    private static int epochDay(int year, int month, int day) {
        // March-based years: the leap day is the last day of the year.
        int y = month > 2 ? year : year - 1;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146097 + dayOfEra - 719468;
    }

    private static int two(byte[] b, int p) {
        int tens = b[p] - '0';
        int ones = b[p + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : 10 * tens + ones;
    }

    private static boolean isSeparator(byte c) {
        return c == '-' || c == '/' || c == '.';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
