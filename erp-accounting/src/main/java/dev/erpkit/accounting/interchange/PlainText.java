package dev.erpkit.accounting.interchange;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** What texts must be like so that a line with them reads back as the same. Checked by hand: a file has millions. */
final class PlainText {
    private static final int LAST_YEAR = 99_999_999;

    private PlainText() {}

    static InvalidValueException invalid(String type, String path, String code, String message) {
        return new InvalidValueException(type, path, code, message);
    }

    static void date(String type, LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
            throw invalid(type, "date", "date.out-of-range", "the year must be 0 to " + LAST_YEAR);
        }
    }

    static void commodity(String type, String symbol) {
        if (symbol.indexOf('"') >= 0 || hasControl(symbol)) {
            throw invalid(type, "commodity", "commodity.invalid", "holds a quote or a control character");
        }
    }

    static void comments(String type, ImmutableList<String> lines) {
        lines.each(line -> line(type, "comments", line));
    }

    /** One line without blanks around it. */
    static void line(String type, String path, String text) {
        boolean padded = !text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)));
        if (padded || hasLineBreak(text)) {
            throw invalid(type, path, "text.not-a-line", "must be one line without blanks around it");
        }
    }

    static void account(String type, String name) {
        boolean sound = !name.isEmpty()
                && ";*!".indexOf(name.charAt(0)) < 0
                && name.charAt(0) != ' '
                && name.charAt(name.length() - 1) != ' '
                && !name.contains("  ")
                && !hasControl(name)
                && !isWrapped(name);
        if (!sound) {
            throw invalid(
                    type,
                    "account",
                    "account.name-invalid",
                    "must not be empty, bracketed, padded, hold two blanks in a row or a control character, or begin with ; * !");
        }
    }

    private static boolean isWrapped(String name) {
        char first = name.charAt(0);
        char last = name.charAt(name.length() - 1);
        return name.length() > 1 && ((first == '(' && last == ')') || (first == '[' && last == ']'));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ');
    }
}
