package dev.erpkit.testkit.invariant;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollEvents;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.PayrollState;
import dev.erpkit.hr.run.PayrollState.Stage;
import dev.erpkit.hr.run.RunChange;
import dev.erpkit.hr.run.port.PayrollLog;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.tuple.Pair;
import org.eclipse.collections.impl.tuple.Tuples;

/** What holds of the records of payroll and of what the books are told of them. */
public final class PayrollRunInvariants {
    private PayrollRunInvariants() {}

    /** All records of a log. */
    public static ImmutableList<PayrollRecord> records(PayrollLog log) {
        MutableList<PayrollRecord> records = Lists.mutable.empty();
        log.forEach(0, records::add);
        return records.toImmutable();
    }

    private static ImmutableList<Finding> unless(boolean holds, String invariant, String where, String message) {
        return holds ? Lists.immutable.empty() : Lists.immutable.of(new Finding(invariant, where, message));
    }

    private static long sum(AccountingEvent event, String... roles) {
        return event.amounts()
                .select(amount -> Lists.immutable.with(roles).contains(amount.role()))
                .collectLong(amount -> Amounts.minor(amount.amount()))
                .sum();
    }

    /** What is earned, borne and given back is what is withheld, owed and paid out. */
    public static ImmutableList<Finding> journalBalances(AccountingEvent event) {
        long one = sum(
                event,
                PayrollEvents.EARNING,
                PayrollEvents.CREDIT,
                PayrollEvents.EMPLOYER_COST,
                PayrollEvents.OVERDRAWN);
        long other = sum(event, PayrollEvents.DEDUCTION, PayrollEvents.EMPLOYER_OWED, PayrollEvents.NET);
        return unless(one == other, "payroll-journal", event.source().id(), "does not balance");
    }

    /** Each component of the journal is the sum of its lines over all people, however it is split over cost centres. */
    public static ImmutableList<Finding> journalIsTheSumOfThePayslips(
            AccountingEvent event, ImmutableList<PaidSlip> slips) {
        MutableMap<Pair<String, String>, Long> told = Maps.mutable.empty();
        for (RoleAmount amount : event.amounts()) {
            told.merge(Tuples.pair(amount.role(), amount.qualifier()), Amounts.minor(amount.amount()), Math::addExact);
        }
        MutableMap<Pair<String, String>, Long> lines = Maps.mutable.empty();
        for (PayslipLine line : slips.flatCollect(PaidSlip::lines).reject(line -> line.kind() == SlotKind.BASE)) {
            String role = switch (line.kind()) {
                case EARNING -> PayrollEvents.EARNING;
                case DEDUCTION -> PayrollEvents.DEDUCTION;
                case CREDIT -> PayrollEvents.CREDIT;
                default -> PayrollEvents.EMPLOYER_COST;
            };
            lines.merge(Tuples.pair(role, line.slot()), line.minor(), Math::addExact);
        }
        return lines.keyValuesView()
                .reject(line -> line.getTwo().equals(told.getIfAbsentValue(line.getOne(), 0L)))
                .collect(line ->
                        new Finding("payroll-components", line.getOne().getTwo(), "is not the sum of its lines"))
                .toList()
                .toImmutable();
    }

    /** No employment has two standing payslips of one edition whose periods overlap. */
    public static ImmutableList<Finding> nobodyIsPaidTwice(ImmutableList<PayrollRecord> records) {
        PayrollState state = fold(records);
        MutableList<Finding> found = Lists.mutable.empty();
        employments(records).forEach(employment -> {
            ImmutableList<PaidSlip> slips = state.of(employment);
            for (int i = 0; i < slips.size(); i++) {
                PaidSlip one = slips.get(i);
                boolean twice = slips.drop(i + 1)
                        .anySatisfy(other -> other.edition().equals(one.edition())
                                && other.dates().period().overlaps(one.dates().period()));
                found.addAllIterable(unless(!twice, "payroll-once", employment, "is paid twice for a period"));
            }
        });
        return found.toImmutable();
    }

    /** Whoever approved a run had not drafted it, and nothing was committed unapproved. */
    public static ImmutableList<Finding> fourEyes(ImmutableList<PayrollRecord> records) {
        MutableList<Finding> found = Lists.mutable.empty();
        PayrollState state = new PayrollState();
        for (PayrollRecord fact : records) {
            String run = fact.change().run().value();
            if (fact.change() instanceof RunChange.Approved approved) {
                boolean same =
                        state.run(approved.run()).orElseThrow().preparer().equals(fact.actor());
                found.addAllIterable(unless(!same, "payroll-four-eyes", run, "was approved by who drafted it"));
            } else if (fact.change() instanceof RunChange.Committed committed) {
                boolean approved = state.run(committed.run()).orElseThrow().stage() == Stage.APPROVED;
                found.addAllIterable(unless(approved, "payroll-four-eyes", run, "was committed without approval"));
            }
            state.apply(fact);
        }
        return found.toImmutable();
    }

    /** Accumulators fold the standing payslips of committed runs and nothing else: drafts and reversed ones leave no trace. */
    public static ImmutableList<Finding> accumulatorsFoldWhatStands(ImmutableList<PayrollRecord> records, Pack pack) {
        PayrollState state = fold(records);
        ImmutableList<PaidSlip> standing = Lists.immutable
                .ofAll(state.runs().valuesView())
                .select(run -> run.stage() == Stage.COMMITTED)
                .flatCollect(PayrollState.RunState::standing);
        return employments(records)
                .reject(employment -> standing.select(slip -> slip.employment().equals(employment))
                        .injectInto(AccumulatorState.none(), (sum, slip) -> sum.plus(pack, slip.dates(), slip::minor))
                        .equals(state.accumulators(employment, AccumulatorState.none(), pack)))
                .collect(employment ->
                        new Finding("payroll-accumulators", employment, "is not the fold of what stands"));
    }

    private static PayrollState fold(ImmutableList<PayrollRecord> records) {
        PayrollState state = new PayrollState();
        records.forEach(state::apply);
        return state;
    }

    private static ImmutableList<String> employments(ImmutableList<PayrollRecord> records) {
        return records.collect(PayrollRecord::change)
                .selectInstancesOf(RunChange.Drafted.class)
                .flatCollect(RunChange.Drafted::slips)
                .collect(PaidSlip::employment)
                .distinct();
    }
}
