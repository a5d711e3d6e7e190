package dev.erpkit.hr.payroll;

import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * A figure of a payslip: a line that is paid or deducted, or a base of others.
 *
 * @param name unique in the pack, such as {@code income-tax}
 * @param kind what it does
 * @param keyDate the date that it keys on
 * @param citation the law, agreement or rule that it comes from
 * @param addsTo indexes of the collectors that it counts into
 * @param subtractsFrom indexes of the collectors that it lowers
 * @param openTo the last level that may replace its rule
 * @param collector whether it is the sum of the slots that count into it
 * @param index its place in the pack, -1 before a pack has it
 */
public record Slot(
        String name,
        SlotKind kind,
        KeyDate keyDate,
        String citation,
        ImmutableSet<Integer> addsTo,
        ImmutableSet<Integer> subtractsFrom,
        Level openTo,
        boolean collector,
        int index)
        implements Readable {

    private static Slot of(String name, SlotKind kind, Level openTo) {
        return new Slot(
                name, kind, KeyDate.PAYMENT, "", Sets.immutable.empty(), Sets.immutable.empty(), openTo, false, -1);
    }

    /** Pay, which sector, company and contract may rule. */
    public static Slot earning(String name) {
        return of(name, SlotKind.EARNING, Level.CONTRACT);
    }

    /** A deduction by law. */
    public static Slot deduction(String name) {
        return of(name, SlotKind.DEDUCTION, Level.STATUTE);
    }

    /** A refund by law. */
    public static Slot credit(String name) {
        return of(name, SlotKind.CREDIT, Level.STATUTE);
    }

    /** What the employer bears by law. */
    public static Slot employer(String name) {
        return of(name, SlotKind.EMPLOYER, Level.STATUTE);
    }

    /** A figure that others are computed from. */
    public static Slot base(String name) {
        return of(name, SlotKind.BASE, Level.STATUTE);
    }

    /** A base that is the sum of the slots that say they count into it, also those that a later layer adds. */
    public static Slot sum(String name) {
        Slot base = of(name, SlotKind.BASE, Level.STATUTE);
        return new Slot(name, base.kind, base.keyDate, "", base.addsTo, base.subtractsFrom, base.openTo, true, -1);
    }

    /** The same slot keyed on another date than that of payment. */
    public Slot on(KeyDate key) {
        return new Slot(name, kind, key, citation, addsTo, subtractsFrom, openTo, collector, index);
    }

    /** The same slot with the law it comes from. */
    public Slot cites(String law) {
        return new Slot(name, kind, keyDate, law, addsTo, subtractsFrom, openTo, collector, index);
    }

    /** The same slot counting into collectors. */
    public Slot into(Slot... collectors) {
        ImmutableSet<Integer> more = indexes(collectors);
        return new Slot(name, kind, keyDate, citation, addsTo.union(more), subtractsFrom, openTo, collector, index);
    }

    /** The same slot lowering collectors. */
    public Slot outOf(Slot... collectors) {
        ImmutableSet<Integer> more = indexes(collectors);
        return new Slot(name, kind, keyDate, citation, addsTo, subtractsFrom.union(more), openTo, collector, index);
    }

    /** The same slot with another last level that may replace its rule. */
    public Slot openTo(Level level) {
        return new Slot(name, kind, keyDate, citation, addsTo, subtractsFrom, level, collector, index);
    }

    /** The law it comes from, if it names one. */
    public Optional<String> law() {
        return citation.isEmpty() ? Optional.empty() : Optional.of(citation);
    }

    Slot at(int place) {
        return new Slot(name, kind, keyDate, citation, addsTo, subtractsFrom, openTo, collector, place);
    }

    private static ImmutableSet<Integer> indexes(Slot... collectors) {
        return Sets.immutable.with(collectors).collect(Slot::index);
    }
}
