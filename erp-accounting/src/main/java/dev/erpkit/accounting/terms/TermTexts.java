package dev.erpkit.accounting.terms;

import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads and writes the texts of terms. */
final class TermTexts {
    static final ImmutableList<String> WEEKDAYS = Lists.immutable.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final Pattern STEP = Pattern.compile("(\\+|day|next)(\\d{1,4})([dm]?)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,30})?)%");
    private static final Pattern FRACTION = Pattern.compile("\\d{1,30}/\\d{1,30}");
    private static final Pattern FIXED = Pattern.compile("([A-Z]{3}):(\\d{1,18}(?:\\.\\d{1,18})?)");
    private static final Rational HUNDRED = Rational.of(100);
    private static final String OF_REST = "-of-rest";

    private TermTexts() {}

    /** Divides lines such as {@code 30% +0d; rest +60d} and hands each to a reader of its first word and its rule. */
    static <T> ImmutableList<T> lines(String text, LineReader<T> reader) {
        return Lists.immutable.of(text.split(";", -1)).collect(line -> {
            String[] words = line.strip().split("\\s+", 2);
            return reader.read(words[0], words.length == 1 ? DateRule.atOnce() : rule(words[1]));
        });
    }

    /** Reads one line. */
    @FunctionalInterface
    interface LineReader<T> {
        T read(String word, DateRule rule);
    }

    static TermPart part(String word) {
        if (word.equals("rest")) {
            return new TermPart.Rest();
        }
        Matcher fixed = FIXED.matcher(word);
        if (fixed.matches()) {
            return new TermPart.Fixed(Amounts.of(fixed.group(2), fixed.group(1)));
        }
        return word.endsWith(OF_REST)
                ? new TermPart.ShareOfRest(share(word.substring(0, word.length() - OF_REST.length())))
                : new TermPart.Share(share(word));
    }

    static Rational share(String word) {
        Matcher percent = PERCENT.matcher(word);
        if (percent.matches()) {
            return Rational.of(new BigDecimal(percent.group(1))).divide(HUNDRED);
        }
        if (FRACTION.matcher(word).matches()) {
            return Rational.parse(word);
        }
        throw form("is neither a share such as 30% or 1/3, nor EUR:200.00, nor rest: " + word);
    }

    static String share(Rational share) {
        return share.multiply(HUNDRED)
                .exactDecimal()
                .map(percent -> percent.toPlainString() + "%")
                .orElseGet(share::toString);
    }

    static DateRule rule(String text) {
        return new DateRule(Lists.immutable.of(text.strip().split("\\s+")).collect(TermTexts::step));
    }

    private static DateStep step(String token) {
        if (token.equals("eom")) {
            return new DateStep.EndOfMonth();
        }
        int weekday = WEEKDAYS.indexOf(token);
        if (weekday >= 0) {
            return new DateStep.NextWeekday(DayOfWeek.of(weekday + 1));
        }
        Matcher counted = STEP.matcher(token);
        if (counted.matches()) {
            int number = Integer.parseInt(counted.group(2));
            switch (counted.group(1) + counted.group(3)) {
                case "+d":
                    return new DateStep.Days(number);
                case "+m":
                    return new DateStep.Months(number);
                case "day":
                    return new DateStep.DayOfMonth(number);
                case "next":
                    return new DateStep.NextDayOfMonth(number);
                default:
                    throw form("is no step: " + token);
            }
        }
        for (BusinessDayRule rule : BusinessDayRule.values()) {
            if (rule.toString().equals(token)) {
                return new DateStep.BusinessDay(rule);
            }
        }
        throw form("is no step such as +30d, +2m, eom, day15, next15, mon or following: " + token);
    }

    private static InvalidValueException form(String message) {
        return new InvalidValueException("PaymentTerms", "text", "terms.form", message);
    }
}
