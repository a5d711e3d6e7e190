package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Spreads an amount over a service period, month by month.
 *
 * <p>Worked: 100.00 from 10 January to 15 March 2019 by days is 22, 28 and 15 of 65. Cumulative rounding gives 33.85, 43.07
 * and 23.08; each part by itself gives 33.85, 43.08 and the rest, 23.07.
 */
public final class ServiceSpread {
    private static final RoundingPolicy WHOLE = RoundingPolicy.to(0, RoundingRule.HALF_UP);

    private final long total;
    private final DateRange service;
    private final SpreadBasis basis;
    private final PartRounding rounding;
    private final Rational weight;

    private ServiceSpread(long total, DateRange service, SpreadBasis basis, PartRounding rounding) {
        this.total = total;
        this.service = service;
        this.basis = basis;
        this.rounding = rounding;
        this.weight = basis.weight(service);
    }

    /** A spread of minor units over a bounded period. */
    public static ServiceSpread of(long totalMinor, DateRange service, SpreadBasis basis, PartRounding rounding) {
        return new ServiceSpread(totalMinor, service, basis, rounding);
    }

    /** The parts in the order of time; they sum to the total. */
    public ImmutableList<ServicePart> parts() {
        MutableList<ServicePart> parts = Lists.mutable.empty();
        LocalDate from = service.startInclusive();
        Rational before = Rational.ZERO;
        long told = 0;
        while (!from.isAfter(service.lastDay())) {
            LocalDate last = SpreadBasis.endOfMonth(from, service);
            Rational part = basis.month(from, last);
            long due = last.equals(service.lastDay()) ? total : due(told, before, part);
            parts.add(new ServicePart(DateRange.ofClosed(from, last), part, due - told));
            told = due;
            before = before.add(part);
            from = last.plusDays(1);
        }
        return parts.toImmutable();
    }

    /** What is due through a day: nothing before the period, the total from its last day on. */
    public long dueThrough(LocalDate day) {
        if (day.isBefore(service.startInclusive())) {
            return 0;
        }
        if (!day.isBefore(service.lastDay())) {
            return total;
        }
        long told = 0;
        Rational before = Rational.ZERO;
        for (ServicePart part : parts()) {
            if (part.range().contains(day)) {
                return part.range().lastDay().equals(day)
                        ? told + part.amountMinor()
                        : due(told, before, basis.month(part.range().startInclusive(), day));
            }
            told += part.amountMinor();
            before = before.add(part.weight());
        }
        return told;
    }

    /** What is due after a part, given what was due before it; never beyond the total. */
    private long due(long told, Rational before, Rational part) {
        if (weight.isZero()) {
            return 0;
        }
        long due = rounding == PartRounding.CUMULATIVE ? share(before.add(part)) : Math.addExact(told, share(part));
        return total < 0 ? Math.max(due, total) : Math.min(due, total);
    }

    private long share(Rational of) {
        return WHOLE.round(Rational.of(total).multiply(of).divide(weight)).longValueExact();
    }
}
