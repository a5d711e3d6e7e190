package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How a date that falls on no business day is moved to one: the business day conventions of payment and interest dates.
 * Following, modified following and preceding are those of the 2006 ISDA Definitions, section 4.12; nearest counts days,
 * where ISDA's decides by the day of the week. A business day stays where it is under every rule.
 */
public enum BusinessDayRule {
    /** The date stays, business day or not. */
    NONE("none"),
    /** To the next business day. */
    FOLLOWING("following"),
    /** To the previous business day: the last day of a month becomes the last business day of the month. */
    PRECEDING("preceding"),
    /** To the next business day, or to the previous one when the next is in another month. */
    MODIFIED_FOLLOWING("modified-following"),
    /** To the previous business day, or to the next one when the previous is in another month. */
    MODIFIED_PRECEDING("modified-preceding"),
    /** To the closer of the previous and the next business day, to the next when both are equally far. */
    NEAREST("nearest");

    private final String stableName;

    BusinessDayRule(String stableName) {
        this.stableName = stableName;
    }

    /**
     * The rule with this name, such as {@code modified-following}.
     *
     * @throws InvalidValueException {@code business-day-rule.unknown}
     */
    public static BusinessDayRule parse(String name) {
        for (BusinessDayRule rule : values()) {
            if (rule.stableName.equals(name)) {
                return rule;
            }
        }
        throw new InvalidValueException(
                "BusinessDayRule",
                "name",
                "business-day-rule.unknown",
                "must be none, following, preceding, modified-following, modified-preceding or nearest");
    }

    /** The date moved by this rule. */
    public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
        return switch (this) {
            case NONE -> date;
            case FOLLOWING -> calendar.nextOrSame(date);
            case PRECEDING -> calendar.previousOrSame(date);
            case MODIFIED_FOLLOWING -> {
                LocalDate next = calendar.nextOrSame(date);
                yield sameMonth(date, next) ? next : calendar.previousOrSame(date);
            }
            case MODIFIED_PRECEDING -> {
                LocalDate previous = calendar.previousOrSame(date);
                yield sameMonth(date, previous) ? previous : calendar.nextOrSame(date);
            }
            case NEAREST -> nearest(date, calendar);
        };
    }

    private static LocalDate nearest(LocalDate date, BusinessCalendar calendar) {
        LocalDate next = calendar.nextOrSame(date);
        LocalDate previous = calendar.previousOrSame(date);
        boolean previousIsCloser = ChronoUnit.DAYS.between(previous, date) < ChronoUnit.DAYS.between(date, next);
        return previousIsCloser ? previous : next;
    }

    private static boolean sameMonth(LocalDate a, LocalDate b) {
        return YearMonth.from(a).equals(YearMonth.from(b));
    }

    /** The stable name, which {@link #parse} reads. */
    @Override
    public String toString() {
        return stableName;
    }
}
