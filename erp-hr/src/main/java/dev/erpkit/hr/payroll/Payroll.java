package dev.erpkit.hr.payroll;

import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** A pack made ready: each edition ordered once. Immutable, so threads share it. */
public final class Payroll {
    private final Pack pack;
    private final ImmutableMap<String, ImmutableList<RuleDefinition>> orders;

    private Payroll(Pack pack) {
        this.pack = pack;
        this.orders = pack.editions()
                .toImmutableMap(
                        Edition::name,
                        edition -> RuleGraph.of(edition, pack.slots(), pack.rules())
                                .order());
    }

    /** A pack made ready. */
    public static Payroll of(Pack pack) {
        return new Payroll(pack);
    }

    /** What it was made of. */
    public Pack pack() {
        return pack;
    }

    /**
     * The computation of an edition for the dates of a payment; everybody paid on these dates shares it.
     *
     * @return the plan, or {@code payroll.unknown-edition}, {@code payroll.outside-coverage}, {@code payroll.date-missing}
     */
    public Outcome<PayrollPlan> plan(String edition, PayDates dates) {
        Optional<Edition> known = pack.edition(edition);
        if (known.isEmpty()) {
            return Outcome.refused(PayrollRefusals.unknownEdition(pack, edition));
        }
        Optional<LocalDate> day = dates.on(known.get().coverageOf());
        if (day.isEmpty()) {
            return Outcome.refused(
                    PayrollRefusals.dateMissing(edition, known.get().coverageOf()));
        }
        return known.get().coverage().contains(day.get())
                ? Outcome.accepted(new PayrollPlan(pack, known.get(), dates, orders.get(edition)))
                : Outcome.refused(PayrollRefusals.outsideCoverage(pack, known.get(), day.get()));
    }
}
