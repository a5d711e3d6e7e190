package dev.erpkit.accounting.interchange;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What comments say: tags, and other dates of a posting. */
final class Comments {
    /** {@code [DATE]}, {@code [DATE=DATE2]} or {@code [=DATE2]}. */
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9/.-]*)(=[0-9/.-]*)?]");

    private Comments() {}

    /** The tags of a comment line: a word with a colon, its value up to a comma. */
    static ImmutableList<PlainTag> tags(String comment) {
        MutableList<PlainTag> tags = Lists.mutable.empty();
        int from = 0;
        while (true) {
            int colon = comment.indexOf(':', from);
            if (colon < 0) {
                return tags.toImmutable();
            }
            int start = colon;
            while (start > from
                    && !Character.isWhitespace(comment.charAt(start - 1))
                    && comment.charAt(start - 1) != ',') {
                start--;
            }
            if (start == colon) {
                from = colon + 1;
                continue;
            }
            int comma = comment.indexOf(',', colon);
            int stop = comma < 0 ? comment.length() : comma;
            tags.add(new PlainTag(
                    comment.substring(start, colon),
                    comment.substring(colon + 1, stop).strip()));
            from = Math.min(stop + 1, comment.length());
        }
    }

    /** A cheap look whether {@link #postingDay} is worth the while. */
    static boolean mayHoldDate(Line line) {
        byte[] b = line.bytes;
        for (int p = line.pos; p < line.end; p++) {
            if (b[p] == '['
                    || (b[p] == 'd' && p + 4 < line.end && b[p + 1] == 'a' && b[p + 2] == 't' && b[p + 3] == 'e')) {
                return true;
            }
        }
        return false;
    }

    /** The day that a {@code date:} tag or a bracketed date gives a posting. */
    static int postingDay(String comment, int year) {
        int day = RawTransaction.NO_DAY;
        for (PlainTag tag : tags(comment)) {
            if (tag.name().equals("date")) {
                day = day(tag.value(), year);
            } else if (tag.name().equals("date2")) {
                day(tag.value(), year);
            }
        }
        Matcher bracketed = BRACKETED.matcher(comment);
        while (bracketed.find()) {
            String first = bracketed.group(1);
            if (first.chars().anyMatch(Comments::isDigit)) {
                day = day(first, year);
            }
            if (bracketed.group(2) != null) {
                day(bracketed.group(2).substring(1), year);
            }
        }
        return day;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int day(String text, int year) {
        Line line = new Line();
        line.bytes = text.getBytes(StandardCharsets.UTF_8);
        line.end = line.bytes.length;
        int day = DateParser.parse(line, year);
        if (!line.atEnd()) {
            throw new Malformed(JournalCodes.DATE, "cannot read the posting's date '" + text + "'");
        }
        return day;
    }
}
