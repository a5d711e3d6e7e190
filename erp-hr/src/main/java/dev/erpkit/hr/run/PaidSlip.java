package dev.erpkit.hr.run;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A payslip as it is kept: data that needs no pack to be read.
 *
 * @param employment the host's id of the employment
 * @param pack name and version of the rules
 * @param currency the code of the currency of all amounts
 * @param digits the decimals of its minor unit
 * @param edition the kind of computation
 * @param dates of the payment
 * @param lines what is not zero, bases included, in minor units
 * @param derivations how all figures came about
 * @param costs who bears the cost
 */
public record PaidSlip(
        String employment,
        String pack,
        String currency,
        int digits,
        String edition,
        PayDates dates,
        ImmutableList<PayslipLine> lines,
        Derivations derivations,
        ImmutableList<CostShare> costs) {

    /** A computed payslip as data. */
    public static PaidSlip of(Payslip slip, ImmutableList<CostShare> costs) {
        return new PaidSlip(
                slip.employment(),
                slip.pack().toString(),
                slip.pack().currency().getCurrencyCode(),
                Amounts.digits(slip.pack().currency()),
                slip.edition().name(),
                slip.dates(),
                slip.lines(),
                slip.derivations(),
                costs);
    }

    /** The sum of the lines of a kind, in minor units. */
    public long sum(SlotKind kind) {
        long sum = 0;
        for (PayslipLine line : lines) {
            sum = line.kind() == kind ? Math.addExact(sum, line.minor()) : sum;
        }
        return sum;
    }

    /** What is paid out, in minor units. */
    public long netMinor() {
        return Math.addExact(Math.subtractExact(sum(SlotKind.EARNING), sum(SlotKind.DEDUCTION)), sum(SlotKind.CREDIT));
    }

    /** Earnings and what the employer bears beside them, in minor units. */
    public long employerCostMinor() {
        return Math.addExact(sum(SlotKind.EARNING), sum(SlotKind.EMPLOYER));
    }

    /** The amount of a slot of the payment itself, in minor units, 0 when it has no line. */
    public long minor(String slot) {
        return lines.detectOptional(
                        line -> line.slot().equals(slot) && line.attribution().isEmpty())
                .map(PayslipLine::minor)
                .orElse(0L);
    }

    /**
     * How a figure came about, to the last character as the payslip told it when it was computed: see
     * {@link Derivations}. A line of a slot that was not computed is a correction that was carried.
     */
    public Optional<TraceStep> explain(String slot) {
        Optional<TraceStep> computed = derivations.of(slot, this::minor, Amounts.unit(currency, digits), dates);
        return computed.isPresent() || lines.noneSatisfy(line -> line.slot().equals(slot))
                ? computed
                : Optional.of(TraceStep.of(slot, "carried"));
    }

    /** What accumulators come to with this payslip. */
    AccumulatorState into(AccumulatorState state, Pack rules) {
        return state.plus(rules, dates, this::minor);
    }

    /** Without amounts and person. */
    @Override
    public String toString() {
        return "PaidSlip by " + pack + " " + edition + " paid " + dates.payment();
    }
}
