package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * What an earlier period comes to differently from what is known now, slot by slot. Deltas compose:
 * {@code d(a, b) + d(b, c) = d(a, c)}; what was told before is subtracted, so telling twice tells nothing new.
 *
 * @param period the period that is corrected
 * @param minor what is too little by slot, in minor units, below zero for what is too much; only what differs
 */
public record Retro(DateRange period, ImmutableSortedMap<String, Long> minor) {
    /** No difference. */
    public static Retro none(DateRange period) {
        return new Retro(period, SortedMaps.immutable.empty());
    }

    /**
     * What a payslip computed with the facts known now has more than the one that was paid. All slots are compared, those
     * that pay nothing too.
     */
    public static Retro between(Payslip paid, Payslip recomputed) {
        return between(paid.dates().period(), paid.lines(), recomputed.lines());
    }

    /**
     * The same by the lines of payslips that are kept, so that nothing is computed again to compare what was. Lines
     * that correct another period are none of this one's.
     */
    public static Retro between(
            DateRange period, ImmutableList<PayslipLine> paid, ImmutableList<PayslipLine> recomputed) {
        return of(period, recomputed).plus(of(period, paid).negate());
    }

    private static Retro of(DateRange period, ImmutableList<PayslipLine> lines) {
        MutableSortedMap<String, Long> minor = SortedMaps.mutable.empty();
        lines.select(line -> line.attribution().isEmpty() && line.minor() != 0)
                .forEach(line -> minor.put(line.slot(), line.minor()));
        return new Retro(period, minor.toImmutable());
    }

    /** This difference of one slot. */
    public static Retro of(DateRange period, String slot, long minor) {
        return minor == 0 ? none(period) : new Retro(period, SortedMaps.immutable.of(slot, minor));
    }

    /** Both together; they correct the same period. */
    public Retro plus(Retro other) {
        if (!period.equals(other.period)) {
            throw new IllegalArgumentException("corrects " + other.period + ", not " + period);
        }
        MutableSortedMap<String, Long> sum = SortedMaps.mutable.ofSortedMap(minor.castToSortedMap());
        other.minor.forEachKeyValue((slot, amount) -> {
            long after = Math.addExact(sum.getIfAbsentValue(slot, 0L), amount);
            if (after == 0) {
                sum.remove(slot);
            } else {
                sum.put(slot, after);
            }
        });
        return new Retro(period, sum.toImmutable());
    }

    /** The opposite. */
    public Retro negate() {
        MutableSortedMap<String, Long> opposite = SortedMaps.mutable.empty();
        minor.forEachKeyValue((slot, amount) -> opposite.put(slot, Math.negateExact(amount)));
        return new Retro(period, opposite.toImmutable());
    }

    /** What is left to tell when this much was carried before. */
    public Retro after(Retro carriedBefore) {
        return plus(carriedBefore.negate());
    }

    /** Whether nothing differs. */
    public boolean isNone() {
        return minor.isEmpty();
    }

    /**
     * Carries the difference into a payment. Taxed when paid, the earnings alone are carried and the payment taxes them;
     * taxed when earned, every paying line is carried and the payment's own deductions stay as they are.
     */
    public PayrollInputBuilder carryInto(PayrollInputBuilder input, TaxTreatment treatment) {
        minor.forEachKeyValue((name, amount) -> {
            SlotKind kind = input.pack.slot(name).map(Slot::kind).orElse(SlotKind.BASE);
            boolean carries = treatment == TaxTreatment.WHEN_PAID ? kind == SlotKind.EARNING : kind != SlotKind.BASE;
            if (carries) {
                input.carry(name, amount, period, treatment);
            }
        });
        return input;
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "Retro of " + period + " in " + minor.keysView().makeString();
    }
}
