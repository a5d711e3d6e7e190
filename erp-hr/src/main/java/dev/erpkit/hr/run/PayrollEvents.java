package dev.erpkit.hr.run;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.PayslipLine;
import java.util.Comparator;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * What payroll tells the books, by role, summed over people; the qualifier is the slot, so that posting rules choose accounts
 * by it. What is earned and borne equals what is withheld, owed and paid out: {@link #EARNING} + {@link #CREDIT} +
 * {@link #EMPLOYER_COST} = {@link #DEDUCTION} + {@link #EMPLOYER_OWED} + {@link #NET} - {@link #OVERDRAWN}.
 */
public final class PayrollEvents {
    /** The type of the event of a committed run. */
    public static final String COMMITTED = "payroll-committed";

    /** The type of the event that takes a payslip back: same roles, the sides the other way round. */
    public static final String REVERSED = "payroll-reversed";

    /** Pay, by cost centre: an expense. */
    public static final String EARNING = "earning";

    /** What was given back with the pay, such as a refund of tax: lowers what is owed to others. */
    public static final String CREDIT = "credit";

    /** What the employer bears, by cost centre: an expense. */
    public static final String EMPLOYER_COST = "employer-cost";

    /** What was withheld: owed to others. */
    public static final String DEDUCTION = "deduction";

    /** What the employer bears: owed to others. */
    public static final String EMPLOYER_OWED = "employer-owed";

    /** What is paid out: owed to the people. */
    public static final String NET = "net";

    /** Of people from whom more is deducted than they earn: owed by them. */
    public static final String OVERDRAWN = "overdrawn";

    /** The axis of the cost centres. */
    public static final String COST_CENTRE = "cost-centre";

    private PayrollEvents() {}

    private record Part(String role, String slot, String costCentre) implements Comparable<Part> {
        private static final Comparator<Part> ORDER =
                Comparator.comparing(Part::role).thenComparing(Part::slot).thenComparing(Part::costCentre);

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The event, or none when nobody earns, owes or bears anything. Its narrative names the run and what it pays, no
     * person.
     */
    static Optional<AccountingEvent> of(
            String type, String key, RunId run, String document, ImmutableList<PaidSlip> slips) {
        MutableSortedMap<Part, Long> sums = SortedMaps.mutable.empty();
        slips.forEach(slip -> add(slip, sums));
        PaidSlip first = slips.getFirst();
        CurrencyUnit currency = Amounts.unit(first.currency(), first.digits());
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of(key))
                .type(type)
                .effectiveDate(first.dates().closing())
                .dueDate(first.dates().payment())
                .source(SourceDocument.of("erpkit", "payroll", document))
                .narrative(narrative(type, run, first));
        sums.removeIf((part, minor) -> minor == 0);
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        sums.forEachKeyValue((part, minor) -> {
            RoleAmount amount =
                    RoleAmount.of(part.role, Amounts.ofMinor(minor, currency)).qualified(part.slot);
            event.add(part.costCentre.isEmpty() ? amount : amount.in(Dimensions.of(COST_CENTRE, part.costCentre)));
        });
        return Optional.of(event.build());
    }

    private static String narrative(String type, RunId run, PaidSlip slip) {
        DateRange period = slip.dates().period();
        return "Payroll " + run + (type.equals(REVERSED) ? ", reversal" : "") + ": " + slip.edition() + ", "
                + period.startInclusive() + " to " + period.lastDay();
    }

    private static void add(PaidSlip slip, MutableSortedMap<Part, Long> sums) {
        for (PayslipLine line : slip.lines()) {
            switch (line.kind()) {
                case EARNING -> split(EARNING, line, slip, sums);
                case EMPLOYER -> {
                    split(EMPLOYER_COST, line, slip, sums);
                    add(new Part(EMPLOYER_OWED, line.slot(), ""), line.minor(), sums);
                }
                case DEDUCTION -> add(new Part(DEDUCTION, line.slot(), ""), line.minor(), sums);
                case CREDIT -> add(new Part(CREDIT, line.slot(), ""), line.minor(), sums);
                case BASE -> {}
            }
        }
        long net = slip.netMinor();
        add(new Part(net >= 0 ? NET : OVERDRAWN, "", ""), Math.abs(net), sums);
    }

    /** Each line is split by itself, so that the parts of every component sum to it exactly. */
    private static void split(String role, PayslipLine line, PaidSlip slip, MutableSortedMap<Part, Long> sums) {
        if (slip.costs().isEmpty()) {
            add(new Part(role, line.slot(), ""), line.minor(), sums);
            return;
        }
        long[] weights = slip.costs().collectLong(CostShare::weight).toArray();
        long[] parts = Allocator.allocate(line.minor(), weights, RemainderRule.LARGEST_REMAINDER);
        slip.costs().forEachWithIndex((cost, i) -> add(new Part(role, line.slot(), cost.costCentre()), parts[i], sums));
    }

    private static void add(Part part, long minor, MutableSortedMap<Part, Long> sums) {
        sums.put(part, Math.addExact(sums.getIfAbsentValue(part, 0L), minor));
    }
}
