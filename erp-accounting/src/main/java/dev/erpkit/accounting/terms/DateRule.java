package dev.erpkit.accounting.terms;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * On which day something is due, counted from the day of a document: steps, one after the other.
 *
 * <table>
 * <caption>Texts</caption>
 * <tr><th>{@code +0d}</th><td>at once</td></tr>
 * <tr><th>{@code +30d following}</th><td>30 days, then to a business day</td></tr>
 * <tr><th>{@code eom +45d}</th><td>45 days after the end of the month</td></tr>
 * <tr><th>{@code +31d next15}</th><td>31 days, then forward to a 15th</td></tr>
 * <tr><th>{@code +1m day1}</th><td>the 1st of the following month</td></tr>
 * <tr><th>{@code next20 +1m eom}</th><td>closed on the 20th, due at the end of the month after</td></tr>
 * </table>
 *
 * @param steps the steps, at most 8
 */
public record DateRule(ImmutableList<DateStep> steps) {
    private static final DateRule AT_ONCE = new DateRule(Lists.immutable.of(new DateStep.Days(0)));

    /** Checks the number of steps: {@code terms.steps}. */
    public DateRule {
        if (steps.isEmpty() || steps.size() > 8) {
            throw new InvalidValueException("DateRule", "steps", "terms.steps", "must have 1 to 8 steps");
        }
    }

    /** On the day of the document. */
    public static DateRule atOnce() {
        return AT_ONCE;
    }

    /**
     * The rule with this text: tokens {@code +30d}, {@code +2m}, {@code eom}, {@code day15}, {@code next15}, {@code mon} to
     * {@code sun}, and the names of {@link BusinessDayRule}, divided by spaces.
     *
     * @throws InvalidValueException {@code terms.form}, {@code terms.step}, {@code terms.steps}
     */
    public static DateRule parse(String text) {
        return TermTexts.rule(text);
    }

    /** The same rule with days more. */
    public DateRule plusDays(int days) {
        return then(new DateStep.Days(days));
    }

    /** The same rule with months more. */
    public DateRule plusMonths(int months) {
        return then(new DateStep.Months(months));
    }

    /** The same rule, then to the end of the month. */
    public DateRule endOfMonth() {
        return then(new DateStep.EndOfMonth());
    }

    /** The same rule, then to a day of that month. */
    public DateRule onDay(int day) {
        return then(new DateStep.DayOfMonth(day));
    }

    /** The same rule, then forward to the next such day of a month. */
    public DateRule nextDay(int day) {
        return then(new DateStep.NextDayOfMonth(day));
    }

    /** The same rule, then forward to the next such day of the week. */
    public DateRule nextWeekday(DayOfWeek day) {
        return then(new DateStep.NextWeekday(day));
    }

    /** The same rule, then to a business day. */
    public DateRule businessDay(BusinessDayRule rule) {
        return then(new DateStep.BusinessDay(rule));
    }

    private DateRule then(DateStep step) {
        return new DateRule(equals(AT_ONCE) ? Lists.immutable.of(step) : steps.newWith(step));
    }

    /** The day for a document of a day; the calendar counts only for steps to a business day. */
    public LocalDate due(LocalDate document, BusinessCalendar calendar) {
        return steps.injectInto(document, (day, step) -> step.apply(day, calendar));
    }

    /** The text, which {@link #parse} reads. */
    public String text() {
        return steps.collect(DateStep::text).makeString(" ");
    }

    @Override
    public String toString() {
        return text();
    }
}
