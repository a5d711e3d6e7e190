package dev.erpkit.testkit.pack;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Level;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Parameter;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.testkit.invariant.Finding;
import dev.erpkit.testkit.invariant.PayrollInvariants;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What a sound pack fulfils beyond what building it checks: lines of law cite it, parameters name a source and are not due
 * for review, every day of the coverage has one version, days outside are refused, tables equal a second transcription or a
 * generator cell by cell, payslips known from outside come out, and on each of these the invariants of payroll hold.
 */
public final class PackConformance {
    private final Pack pack;
    private final Payroll payroll;
    private final MutableList<Finding> found = Lists.mutable.empty();
    private int goldens;

    private PackConformance(Pack pack) {
        this.pack = pack;
        this.payroll = Payroll.of(pack);
        citations();
        sources();
        pack.parameters().forEach(this::intervals);
        pack.editions().forEach(this::outside);
    }

    /** Checks a pack. */
    public static PackConformance of(Pack pack) {
        return new PackConformance(pack);
    }

    private void find(String invariant, String where, String message) {
        found.add(new Finding(invariant, where, message));
    }

    /** What takes pay or costs the employer by law says by which. */
    private void citations() {
        pack.slots()
                .select(slot -> slot.kind() != SlotKind.BASE && slot.openTo() == Level.STATUTE && slot.law().isEmpty())
                .forEach(slot -> find("pack-cites", slot.name(), "names no law"));
    }

    private void sources() {
        for (Parameter<?> parameter : pack.parameters()) {
            parameter
                    .versions()
                    .select(version -> version.source().document().isBlank())
                    .forEach(version -> find("pack-source", parameter.name() + " " + version.id(), "names no source"));
        }
    }

    /** Each day at and around the edges of the versions lies in exactly one of them, or outside all. */
    private void intervals(Parameter<?> parameter) {
        LocalDate first = parameter.versions().getFirst().validity().startInclusive();
        LocalDate end = parameter.versions().getLast().validity().endExclusive();
        ImmutableList<LocalDate> edges = parameter
                .versions()
                .flatCollect(v -> Lists.immutable.of(v.validity().startInclusive(), v.validity().endExclusive()))
                .reject(day -> day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX));
        for (LocalDate edge : edges) {
            for (LocalDate day : Lists.immutable.of(edge.minusDays(1), edge)) {
                int holding = parameter.versions().count(v -> v.validity().contains(day));
                int expected = day.isBefore(first) || !day.isBefore(end) ? 0 : 1;
                if (holding != expected) {
                    find("pack-one-version", parameter.name(), holding + " versions on " + day);
                }
            }
        }
    }

    private void outside(Edition edition) {
        DateRange coverage = edition.coverage();
        if (coverage.hasStart()) {
            refuses(edition, coverage.startInclusive().minusDays(1));
        }
        if (coverage.hasEnd()) {
            refuses(edition, coverage.endExclusive());
        }
    }

    private void refuses(Edition edition, LocalDate day) {
        PayDates dates = new PayDates(
                DateRange.ofDay(day), day, day, Optional.of(YearMonth.from(day)), Optional.of(day.getYear()));
        // the first of the month or year before the coverage: premium months and notice years are days of their own
        LocalDate keyed = dates.on(edition.coverageOf()).orElseThrow();
        boolean refused = payroll.plan(edition.name(), dates).refusal().isPresent();
        if (!edition.coverage().contains(keyed) && !refused) {
            find("pack-refuses-outside", edition.name(), "answers for " + day);
        }
    }

    /** Checks that no source is due for review by a day: that of the build, named by it. */
    public PackConformance reviewedBy(LocalDate today) {
        for (Parameter<?> parameter : pack.parameters()) {
            parameter
                    .versions()
                    .select(version -> !version.source().review().isAfter(today))
                    .forEach(version -> find(
                            "pack-review",
                            parameter.name() + " " + version.id(),
                            "was due for review on " + version.source().review()));
        }
        return this;
    }

    /**
     * Compares a table with a second transcription or with what a generator gives, cell by cell.
     *
     * @param name names it in findings
     */
    public PackConformance table(
            String name, ImmutableList<? extends ImmutableList<?>> shipped, ImmutableList<? extends ImmutableList<?>> other) {
        if (shipped.size() != other.size()) {
            find("pack-table", name, shipped.size() + " rows, not " + other.size());
            return this;
        }
        for (int row = 0; row < shipped.size(); row++) {
            ImmutableList<?> mine = shipped.get(row);
            ImmutableList<?> theirs = other.get(row);
            for (int cell = 0; cell < Math.max(mine.size(), theirs.size()); cell++) {
                if (cell >= mine.size() || cell >= theirs.size() || !mine.get(cell).equals(theirs.get(cell))) {
                    find("pack-table", name + " row " + row + " cell " + cell, "differs from the other transcription");
                }
            }
        }
        return this;
    }

    /** Computes a payslip that is known from outside, and checks the invariants of payroll on it. */
    public PackConformance golden(GoldenPayslip golden) {
        goldens++;
        Outcome<PayrollPlan> plan = payroll.plan(golden.edition(), golden.dates());
        Outcome<Payslip> slip = plan.then(p -> p.compute(golden.input()));
        if (slip.refusal().isPresent()) {
            find("pack-golden", golden.name(), "was refused with " + slip.refusal().get().code());
            return this;
        }
        golden.expected().forEachKeyValue((slot, minor) -> {
            long actual = slip.orElseThrow().minor(slot);
            if (actual != minor) {
                find("pack-golden", golden.name() + " " + slot, "expected " + minor + ", got " + actual);
            }
        });
        found.addAllIterable(PayrollInvariants.payslip(slip.orElseThrow()));
        found.addAllIterable(PayrollInvariants.factsAreLeavesOrRefused(plan.orElseThrow(), slip.orElseThrow()));
        return this;
    }

    /** All that is wrong; a pack without any golden payslip has proven nothing. */
    public ImmutableList<Finding> findings() {
        if (goldens == 0) {
            find("pack-golden", pack.toString(), "has no payslip that is known from outside");
        }
        return found.toImmutable();
    }
}
