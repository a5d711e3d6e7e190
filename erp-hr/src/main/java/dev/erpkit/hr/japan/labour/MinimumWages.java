package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * The regional minimum wages (Minimum Wage Act, Act 137 of 1959): that of the prefecture in which the worksite lies, on the
 * day of the work. Every prefecture's rate begins on a day of its own.
 *
 * <p>Known are the rates of fiscal 2025 of all 47 prefectures and those of fiscal 2026 that were confirmed, each through the
 * September in which the next are due. Outside of that {@code minimum-wage.not-covered}: an old rate is never taken for a new
 * one. Industry-specific minimum wages are not covered.
 */
public final class MinimumWages {
    private static final RefusalCode NOT_COVERED = RefusalCode.of("minimum-wage.not-covered");

    /** From when on a new rate may hold without this table knowing it. */
    private static final int DUE_MONTH = 10;

    private final MutableSortedMap<String, NavigableMap<LocalDate, Long>> rates = SortedMaps.mutable.empty();

    private MinimumWages() {}

    /** The rates that ship with the library. */
    public static MinimumWages shipped() {
        MinimumWages wages = new MinimumWages();
        try (InputStream in = Objects.requireNonNull(
                MinimumWages.class.getResourceAsStream("minimum-wages.csv"), "minimum-wages.csv")) {
            Lists.immutable
                    .of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .reject(line -> line.startsWith("#"))
                    .collect(line -> line.split(","))
                    .forEach(wages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wages;
    }

    private void add(String[] row) {
        rates.getIfAbsentPut(row[0], TreeMap::new).put(LocalDate.parse(row[2]), Long.valueOf(row[1]));
    }

    /**
     * The rate in yen an hour.
     *
     * @param prefecture the JIS X 0401 code of the worksite's prefecture, 01 to 47 ({@code minimum-wage.prefecture})
     * @param day the day of the work
     * @return or {@code minimum-wage.not-covered}
     */
    public Outcome<Long> rate(String prefecture, LocalDate day) {
        NavigableMap<LocalDate, Long> own = rates.get(prefecture);
        if (own == null) {
            throw new InvalidValueException(
                    "MinimumWages", "prefecture", "minimum-wage.prefecture", "must be a JIS code from 01 to 47");
        }
        var entry = own.floorEntry(day);
        return entry == null || (own.higherKey(day) == null && !day.isBefore(known(entry.getKey())))
                ? Outcome.refused(Refusal.of(
                                NOT_COVERED,
                                "The minimum wage of prefecture " + prefecture + " on " + day
                                        + " is not known; look it up and compare by hand")
                        .with("prefecture", prefecture)
                        .with("date", day))
                : Outcome.accepted(entry.getValue());
    }

    /** The first day on which the rate after this one may hold. */
    private static LocalDate known(LocalDate from) {
        LocalDate due = LocalDate.of(from.getYear(), DUE_MONTH, 1);
        return from.isBefore(due) ? due : due.plusYears(1);
    }

    /**
     * Compares a wage with the minimum of a day: hourly wages as they are, monthly ones by the hour.
     *
     * @param hourly the wage in yen an hour, exactly; of a monthly wage {@link HourlyBase#ofMonthly} without the overtime
     *     premiums and without what article 4 (3) of the Act leaves out
     * @return or {@code minimum-wage.not-covered}
     */
    public Outcome<Boolean> isMet(String prefecture, LocalDate day, Rational hourly) {
        return rate(prefecture, day).map(rate -> isMet(hourly, rate));
    }

    /** Tells whether a wage is at least a rate, both in yen an hour; nothing is rounded. */
    public static boolean isMet(Rational hourly, long rate) {
        return hourly.compareTo(Rational.of(rate)) >= 0;
    }

    /**
     * What a monthly wage below the minimum is raised to: article 4 (2) puts the rate in the place of what was agreed.
     *
     * <p>Worked: 1,280 yen at 2,064 hours a year is 1,280 x 172 = 220,160 yen a month.
     *
     * @param annualHours scheduled in a year, above zero ({@code labour.annual-hours})
     * @return the least monthly wage in yen, exactly
     */
    public static Rational monthlyFloor(long rate, Rational annualHours) {
        if (annualHours.signum() <= 0) {
            throw new InvalidValueException(
                    "MinimumWages",
                    "annualHours",
                    "labour.annual-hours",
                    "must be above zero; negative hours do not exist");
        }
        return Rational.of(rate).multiply(annualHours).divide(Rational.of(12));
    }
}
