package dev.erpkit.testkit.generate;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Business dates. */
public final class DateArbitraries {
    private DateArbitraries() {}

    /** Days between two days; shrinks to the first. Leap days and ends of months and years come often. */
    public static Arbitrary<LocalDate> between(LocalDate startInclusive, LocalDate endExclusive) {
        long days = endExclusive.toEpochDay() - startInclusive.toEpochDay();
        Arbitrary<LocalDate> any =
                Arbitraries.longs().between(0, days - 1).shrinkTowards(0).map(startInclusive::plusDays);
        Arbitrary<LocalDate> monthEnds = any.map(d -> d.withDayOfMonth(d.lengthOfMonth()))
                .map(d -> d.isBefore(endExclusive) ? d : startInclusive);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, any), net.jqwik.api.Tuple.of(1, monthEnds));
    }

    /** Days from 2020 to 2029. */
    public static Arbitrary<LocalDate> days() {
        return between(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
    }
}
