package dev.erpkit.core.calendar.japan;

import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.calendar.japan.JapaneseHoliday.Kind;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * The public holidays of Japan from 1970 to 2099, by the rules of the Act on National Holidays (国民の祝日に関する法律,
 * 昭和23年法律第178号) in the version in force on each day, and of the acts on single days. The holidays of article 2 and the
 * amendments behind them are listed in the source of this package; article 3 adds:
 *
 * <ul>
 *   <li>(2), by 昭和48年法律第10号 from 12 April 1973: when a national holiday falls on a Sunday, the day after it is a
 *       holiday; by 平成17年法律第43号 from 2007: the first day after it that is no national holiday;
 *   <li>(3), by 昭和60年法律第103号 from 27 December 1985: a day between two national holidays is a holiday unless it is a
 *       Sunday or a substitute holiday; from 2007: unless it is a national holiday itself.
 * </ul>
 *
 * <p>Equinoxes not yet published are forecasts, and parliament may change the rest: a host corrects single days
 * with {@link HolidayCalendar#with} and {@link HolidayCalendar#without}.
 *
 * <p>Days that the law leaves without a name get the name that published lists give them. A day between two holidays is
 * {@code 休日}. A substitute holiday is named after the holiday on its eve: {@code こどもの日 振替休日} on 6 May, whether 3, 4 or 5
 * May was the Sunday; only in 2020 did the list name 6 May after the Sunday. The English name always tells the holiday that
 * was on the Sunday.
 */
public final class JapaneseHolidays implements HolidayCalendar {
    /** The first year known. */
    public static final int FIRST_YEAR = 1970;
    /** The last year known: the approximation of the equinoxes ends with it. */
    public static final int LAST_YEAR = 2099;

    private static final LocalDate SUBSTITUTES_FROM = LocalDate.of(1973, 4, 12);
    private static final LocalDate CITIZENS_FROM = LocalDate.of(1985, 12, 27);
    private static final LocalDate NAMED_AFTER_SUNDAY = LocalDate.of(2020, 5, 6);
    private static final LocalDate REFORM_2007 = LocalDate.of(2007, 1, 1);

    private static final JapaneseHolidays LAW = new JapaneseHolidays();

    private final ImmutableList<ImmutableSortedMap<LocalDate, JapaneseHoliday>> years;

    private JapaneseHolidays() {
        MutableList<ImmutableSortedMap<LocalDate, JapaneseHoliday>> computed = Lists.mutable.empty();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            computed.add(compute(year));
        }
        years = computed.toImmutable();
    }

    /** The public holidays as the law has them. */
    public static JapaneseHolidays law() {
        return LAW;
    }

    /**
     * The public holidays and 31 December to 3 January, named {@code 銀行休業日}: with Saturday and Sunday as weekend, the
     * days on which banks are closed (銀行法施行令, 昭和57年政令第40号, article 5 (1)). The rule as it stands today, for every year.
     */
    public static HolidayCalendar banks() {
        return LAW.and(turnOfYear(MonthDay.of(12, 31), "銀行休業日"));
    }

    /**
     * The public holidays and 29 December to 3 January, named {@code 行政機関の休日}: with Saturday and Sunday as weekend, the
     * days on which public offices are closed (行政機関の休日に関する法律, 昭和63年法律第91号, article 1 (1)). The rule as it stands
     * today, for every year.
     */
    public static HolidayCalendar publicOffices() {
        return LAW.and(turnOfYear(MonthDay.of(12, 29), "行政機関の休日"));
    }

    private static HolidayCalendar turnOfYear(MonthDay from, String name) {
        return date -> {
            MonthDay day = MonthDay.from(date);
            boolean closed = !day.isBefore(from) || !day.isAfter(MonthDay.of(1, 3));
            return closed ? Optional.of(name) : Optional.empty();
        };
    }

    /**
     * The Japanese name of the holiday on a date.
     *
     * @throws InvalidValueException {@code japanese-holidays.range} for a date outside the years known
     */
    @Override
    public Optional<String> name(LocalDate date) {
        return find(date).map(JapaneseHoliday::name);
    }

    /**
     * The holiday on a date.
     *
     * @throws InvalidValueException {@code japanese-holidays.range} for a date outside the years known
     */
    public Optional<JapaneseHoliday> find(LocalDate date) {
        return Optional.ofNullable(table(date.getYear()).get(date));
    }

    /**
     * The holidays of a year, in the order of their dates.
     *
     * @throws InvalidValueException {@code japanese-holidays.range} for a year that is not known
     */
    public ImmutableList<JapaneseHoliday> year(int year) {
        return Lists.immutable.withAll(table(year));
    }

    private ImmutableSortedMap<LocalDate, JapaneseHoliday> table(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidValueException(
                    "JapaneseHolidays",
                    "year",
                    "japanese-holidays.range",
                    "must be from " + FIRST_YEAR + " to " + LAST_YEAR + " but is " + year);
        }
        return years.get(year - FIRST_YEAR);
    }

    /** No rule reaches over the turn of a year: 31 December and 2 January are no national holidays. */
    private static ImmutableSortedMap<LocalDate, JapaneseHoliday> compute(int year) {
        MutableSortedMap<LocalDate, JapaneseHoliday> named = SortedMaps.mutable.empty();
        HolidayLaw.RULES.select(rule -> rule.appliesTo(year)).forEach(rule -> {
            JapaneseHoliday holiday = rule.in(year);
            named.put(holiday.date(), holiday);
        });
        MutableSortedMap<LocalDate, JapaneseHoliday> all = SortedMaps.mutable.withSortedMap(named);
        named.forEachValue(holiday ->
                substitute(holiday, named).ifPresent(substitute -> all.putIfAbsent(substitute.date(), substitute)));
        named.forEachKey(
                date -> between(date, named).ifPresent(citizens -> all.putIfAbsent(citizens.date(), citizens)));
        return all.toImmutable();
    }

    private static Optional<JapaneseHoliday> substitute(
            JapaneseHoliday holiday, MutableSortedMap<LocalDate, JapaneseHoliday> named) {
        LocalDate date = holiday.date();
        if (holiday.kind() != Kind.NATIONAL || isNoSunday(date) || date.isBefore(SUBSTITUTES_FROM)) {
            return Optional.empty();
        }
        JapaneseHoliday eve = date.isBefore(REFORM_2007) ? holiday : lastInRow(holiday, named);
        LocalDate day = eve.date().plusDays(1);
        JapaneseHoliday namesake = day.equals(NAMED_AFTER_SUNDAY) ? holiday : eve;
        return Optional.of(new JapaneseHoliday(
                day, namesake.name() + " 振替休日", "Substitute for " + holiday.englishName(), Kind.SUBSTITUTE));
    }

    /** The last of the national holidays that follow each other day by day from this one on. */
    private static JapaneseHoliday lastInRow(
            JapaneseHoliday first, MutableSortedMap<LocalDate, JapaneseHoliday> named) {
        JapaneseHoliday last = first;
        JapaneseHoliday next = named.get(last.date().plusDays(1));
        while (next != null && next.kind() == Kind.NATIONAL) {
            last = next;
            next = named.get(last.date().plusDays(1));
        }
        return last;
    }

    /** The day after a national holiday when the day after that is one too. */
    private static Optional<JapaneseHoliday> between(
            LocalDate before, MutableSortedMap<LocalDate, JapaneseHoliday> named) {
        LocalDate day = before.plusDays(1);
        boolean enclosed = isNational(before, named) && isNational(day.plusDays(1), named) && !isNational(day, named);
        boolean counts = !day.isBefore(REFORM_2007) || (!day.isBefore(CITIZENS_FROM) && isNoSunday(day));
        return enclosed && counts
                ? Optional.of(new JapaneseHoliday(day, "休日", "Citizens' Holiday", Kind.CITIZENS))
                : Optional.empty();
    }

    private static boolean isNational(LocalDate date, MutableSortedMap<LocalDate, JapaneseHoliday> named) {
        JapaneseHoliday holiday = named.get(date);
        return holiday != null && holiday.kind() == Kind.NATIONAL;
    }

    private static boolean isNoSunday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
