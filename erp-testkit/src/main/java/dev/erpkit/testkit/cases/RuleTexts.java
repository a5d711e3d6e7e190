package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.terms.DateRule;
import dev.erpkit.accounting.terms.japan.ClosingDayTerms;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Due-date rules as cases write them: in English, in Japanese, as fields, or as the library's own text. */
final class RuleTexts {
    /** Saturday and Sunday, no holidays: cases that name business days say nothing else. */
    static final BusinessCalendar CALENDAR = BusinessCalendar.of(HolidayCalendar.none());

    private record Phrase(Pattern pattern, BiFunction<DateRule, Matcher, DateRule> meaning) {}

    private static final String NTH = "(?:the )?(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String MONTH = "(?:the )?(?:invoice |current |same )?month(?: of the invoice)?";
    private static final String NEXT_MONTH = "(?:the )?(?:following|next) month";

    private static final ImmutableList<Phrase> PHRASES = Lists.immutable.of(
            phrase("(at|on|from)? ?(the )?invoice date|immediate(ly)?|at once|today|due on receipt", (r, m) -> r),
            phrase(
                    "(\\d+) days? after (the )?end of " + MONTH,
                    (r, m) -> r.endOfMonth().plusDays(number(m, 1))),
            phrase(
                    "(\\d+) days?,? (?:the )?end of month,? on " + NTH,
                    (r, m) -> r.plusDays(number(m, 1)).plusMonths(1).onDay(number(m, 2))),
            phrase(
                    "(\\d+) days?,? (?:the )?end of month",
                    (r, m) -> r.plusDays(number(m, 1)).endOfMonth()),
            phrase(
                    "(?:net |in |\\+|after )?(\\d+)(?: ?d| days?)?(?: (?:from|after) (?:the )?invoice(?: date)?)?",
                    (r, m) -> r.plusDays(number(m, 1))),
            phrase(
                    "(?:in |\\+|after )?(\\d+) ?(?:m|months?)(?: (?:from|after) (?:the )?invoice(?: date)?)?",
                    (r, m) -> r.plusMonths(number(m, 1))),
            phrase(
                    "(?:in |\\+|after )?(\\d+) ?(?:w|weeks?)(?: (?:from|after) (?:the )?invoice(?: date)?)?",
                    (r, m) -> r.plusDays(7 * number(m, 1))),
            phrase(
                    "(?:the )?(?:last day|end) of " + NEXT_MONTH,
                    (r, m) -> r.plusMonths(1).endOfMonth()),
            phrase("(?:the )?(?:last day|end) of " + MONTH + "|eom|end of month", (r, m) -> r.endOfMonth()),
            phrase(NTH + " of " + NEXT_MONTH, (r, m) -> r.plusMonths(1).onDay(number(m, 1))),
            phrase(
                    NTH + " of (?:the )?(?:month after next|second following month)",
                    (r, m) -> r.plusMonths(2).onDay(number(m, 1))),
            phrase(
                    "(?:first|1st) day of " + NEXT_MONTH,
                    (r, m) -> r.plusMonths(1).onDay(1)),
            phrase(
                    NTH + " of the month,? (?:min(?:imum)?|at least) (\\d+) days(?: from now| from invoice date)?",
                    (r, m) -> r.plusDays(number(m, 2)).nextDay(number(m, 1))),
            phrase("(?:forward )?(?:to )?(?:the )?next " + NTH, (r, m) -> r.nextDay(number(m, 1))),
            phrase("(?:on )?day (\\d{1,2})(?: of (?:the )?month)?", (r, m) -> r.onDay(number(m, 1))),
            phrase("(?:on )?" + NTH + " of " + MONTH, (r, m) -> r.onDay(number(m, 1))),
            phrase(
                    "(?:to )?(?:the )?(?:next|following) business day",
                    (r, m) -> r.businessDay(BusinessDayRule.FOLLOWING)),
            phrase(
                    "(?:to )?(?:the )?(?:previous|preceding) business day",
                    (r, m) -> r.businessDay(BusinessDayRule.PRECEDING)),
            phrase(
                    "(?:forward )?(?:to )?(?:the )?(?:next )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
                    (r, m) -> r.nextWeekday(DayOfWeek.valueOf(m.group(1).toUpperCase(Locale.ROOT)))));

    private RuleTexts() {}

    private static Phrase phrase(String pattern, BiFunction<DateRule, Matcher, DateRule> meaning) {
        return new Phrase(Pattern.compile(pattern), meaning);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The rule of a text or of fields. */
    static DateRule of(Field field) {
        return field.isObject() ? ofFields(field) : of(field.text());
    }

    static DateRule of(String text) {
        return japanese(text).or(() -> own(text)).orElseGet(() -> english(text));
    }

    private static Optional<DateRule> japanese(String text) {
        try {
            return Optional.of(ClosingDayTerms.parse(text).lines().getOnly().due());
        } catch (InvalidValueException other) {
            return Optional.empty();
        }
    }

    private static Optional<DateRule> own(String text) {
        try {
            return Optional.of(DateRule.parse(text));
        } catch (InvalidValueException other) {
            return Optional.empty();
        }
    }

    private static DateRule english(String text) {
        String plain = text.toLowerCase(Locale.ROOT).strip();
        Optional<DateRule> whole = phrase(DateRule.atOnce(), plain);
        if (whole.isPresent()) {
            return whole.get();
        }
        DateRule rule = DateRule.atOnce();
        for (String part : plain.replaceAll("(?<!,) \\+", ", +").split(",? then |, |; | and ")) {
            rule = phrase(rule, part.strip()).orElseThrow(() -> new UnsupportedCaseException("due-date rule: " + text));
        }
        return rule;
    }

    private static Optional<DateRule> phrase(DateRule before, String text) {
        for (Phrase phrase : PHRASES) {
            Matcher matcher = phrase.pattern().matcher(text);
            if (matcher.matches()) {
                return Optional.of(phrase.meaning().apply(before, matcher));
            }
        }
        return Optional.empty();
    }

    /** Fields as those of a calendar delta: months first, then the day of that month, then days, then the day of the week. */
    static DateRule ofFields(Field fields) {
        DateRule rule = DateRule.atOnce();
        if (fields.has("closing_day") || fields.has("closing")) {
            return closing(fields);
        }
        for (String name : new String[] {"months", "day", "day_of_month", "weeks", "days", "weekday"}) {
            if (fields.has(name)) {
                Field field = fields.at(name);
                rule = switch (name) {
                    case "months" -> rule.plusMonths(whole(field));
                    case "day", "day_of_month" -> rule.onDay(whole(field));
                    case "weeks" -> rule.plusDays(7 * whole(field));
                    case "days" -> rule.plusDays(whole(field));
                    default -> rule.nextWeekday(weekday(field));
                };
            }
        }
        if (fields.has("end_of_month") && fields.at("end_of_month").truth()) {
            rule = rule.endOfMonth();
        }
        return rule;
    }

    private static DateRule closing(Field fields) {
        int closing = dayOf(fields.at(fields.has("closing_day") ? "closing_day" : "closing"));
        int months = whole(fields.at(Lists.immutable
                .of("months", "months_later", "pay_months")
                .select(fields::has)
                .getFirstOptional()
                .orElse("months")));
        int pay = dayOf(fields.at(Lists.immutable
                .of("pay_day", "payment_day", "day")
                .select(fields::has)
                .getFirstOptional()
                .orElse("pay_day")));
        return ClosingDayTerms.rule(closing, months, pay);
    }

    private static int dayOf(Field field) {
        return field.text().matches("end|eom|end of month|月末|末|last") ? ClosingDayTerms.END_OF_MONTH : whole(field);
    }

    private static DayOfWeek weekday(Field field) {
        try {
            return DayOfWeek.valueOf(field.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedCaseException(field.path());
        }
    }

    static int whole(Field field) {
        try {
            return field.decimal().intValueExact();
        } catch (ArithmeticException e) {
            throw new UnsupportedCaseException(field.path() + " is no whole number");
        }
    }
}
