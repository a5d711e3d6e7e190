package dev.erpkit.company.people;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.company.report.PeopleReports;
import dev.erpkit.company.report.PeopleReports.Cost;
import dev.erpkit.company.report.PeopleReports.Run;
import dev.erpkit.company.report.PeopleReports.Transfers;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import dev.erpkit.hr.japan.payslip.WageLedger;
import dev.erpkit.hr.japan.payslip.WorkedTime;
import dev.erpkit.hr.japan.yearend.Family;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import dev.erpkit.hr.japan.yearend.WithholdingSlip;
import dev.erpkit.hr.japan.yearend.YearEndFacts;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollEvents;
import dev.erpkit.hr.run.PayrollState;
import dev.erpkit.hr.run.PayrollState.RunState;
import dev.erpkit.hr.run.PayslipDocument;
import dev.erpkit.hr.run.RunChange;
import dev.erpkit.hr.run.RunComparison;
import dev.erpkit.hr.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Takes the reports of people and their pay when the year is over. */
public final class PeopleYear {
    private static final YearMonth SHOWN = YearMonth.of(2025, 10);
    private static final YearMonth SENT = YearMonth.of(2025, 11);

    private final PayrollDesk desk;
    private final PayrollState state;
    private final Employee person = Staff.find(Staff.SHOWN);

    /** Over what was committed. */
    public PeopleYear(PayrollDesk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    /** The bank file of a month, as the bank takes it. */
    public byte[] transfers() {
        return BankFile.of(desk, SENT).bytes();
    }

    /** Writes the bank file of that month into a folder. */
    public void writeTransfers(Path folder) throws IOException {
        Files.write(folder.resolve(BankFile.name(SENT)), transfers());
    }

    /** The reports; what cost centres bear comes from the books. */
    public PeopleReports reports(Books books) {
        ZenginFile file = ZenginFile.read(transfers(), SENT.getYear());
        return new PeopleReports(
                desk.personnel().seen(person).data().name().orElseThrow(),
                payslip(),
                wages(),
                slip(),
                runs(),
                costs(books),
                new Transfers(BankFile.name(SENT), file.day(), file.transfers().size(), file.total()),
                new StaffYear(desk.personnel()).report(SHOWN));
    }

    private PayslipDocument payslip() {
        PaidSlip slip = RetroPay.slip(state, SHOWN, person).orElseThrow();
        return PayslipDocument.of(slip, Locale.JAPANESE, PeopleReports.names());
    }

    private WageLedger wages() {
        MutableList<WageLedger.Entry> entries = Lists.mutable.empty();
        for (PaidSlip slip : state.of(person.id())) {
            entries.add(new WageLedger.Entry(slip, time(slip)));
        }
        return WageLedger.of(person.id(), entries.toImmutable());
    }

    private WorkedTime time(PaidSlip slip) {
        return slip.edition().equals(PayRun.MONTHLY)
                ? desk.personnel()
                        .wage(person, YearMonth.from(slip.dates().payment()))
                        .orElseThrow()
                        .time()
                : new WorkedTime(0, 0, 0, 0, 0);
    }

    /** By what was committed in the calendar year and handed over before, and what was declared. */
    private WithholdingSlip slip() {
        AccumulatorState year = state.accumulators(person.id(), desk.earlier().opening(person), desk.pack());
        Map<String, Long> declared = person.papers().declared().castToSortedMap();
        YearEndFacts.Builder facts = YearEndFacts.builder();
        facts.year(SHOWN.getYear())
                .totalPay(sum(year, "taxable-pay-of-year"))
                .socialInsurance(sum(year, "social-insurance-of-year"))
                .withheldTax(sum(year, "tax-of-year"))
                .lifeInsurance(new LifeInsurance(
                        declared.getOrDefault("life-new-general", 0L),
                        0,
                        declared.getOrDefault("life-care-medical", 0L),
                        0,
                        0))
                .earthquake(declared.getOrDefault("earthquake-insurance", 0L))
                .spouseIncome(0L)
                .family(Family.NONE);
        return WithholdingSlip.adjusted(facts.build()).orElseThrow();
    }

    private long sum(AccumulatorState state, String accumulator) {
        return state.sum(desk.pack().accumulator(accumulator).orElseThrow(), SHOWN.atDay(1));
    }

    private ImmutableList<Run> runs() {
        Map<String, String> approvers = new TreeMap<>();
        desk.log().forEach(0, fact -> {
            if (fact.change() instanceof RunChange.Approved approved) {
                approvers.put(approved.run().value(), fact.actor().id());
            }
        });
        return Lists.immutable.ofAll(PayCalendar.runs()).collect(run -> {
            RunState committed = state.run(run.id()).orElseThrow();
            ImmutableList<PaidSlip> slips = committed.standing();
            ImmutableList<PaidSlip> before = before(run);
            long gross = slips.sumOfLong(slip -> slip.sum(SlotKind.EARNING));
            long net = new Paid(slips).net();
            return new Run(
                    run.name(),
                    run.dates().payment(),
                    committed.preparer().id(),
                    approvers.getOrDefault(run.name(), ""),
                    slips.size(),
                    gross,
                    gross - net,
                    net,
                    slips.sumOfLong(PaidSlip::employerCostMinor),
                    new Paid(before).net(),
                    RunComparison.of(before, slips));
        });
    }

    /** The payslips of the last run of the same kind; April looks back on what the system before paid. */
    private ImmutableList<PaidSlip> before(PayRun run) {
        return switch (run.edition()) {
            case PayRun.MONTHLY -> {
                YearMonth before = run.month().minusMonths(1);
                yield before.isBefore(PayCalendar.FIRST) ? desk.earlier().last() : standing(before.toString());
            }
            case PayRun.BONUS ->
                run.month().getMonth() == Month.DECEMBER
                        ? standing(run.month().minusMonths(5) + "-bonus")
                        : Lists.immutable.empty();
            default -> Lists.immutable.empty();
        };
    }

    private ImmutableList<PaidSlip> standing(String run) {
        return state.run(RunId.of(run)).orElseThrow().standing();
    }

    /** The lines of an entry but of the close, which takes costs out again. */
    private static ImmutableList<JournalLine> of(PostedEntry posted) {
        return posted.entry().kind() == EntryKind.CLOSING
                ? Lists.immutable.empty()
                : posted.entry().lines();
    }

    private static ImmutableList<Cost> costs(Books books) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        books.stores()
                .journal()
                .forEach(
                        JournalQuery.all(),
                        posted -> of(posted)
                                .forEach(line -> line.dimensions()
                                        .get(PayrollEvents.COST_CENTRE)
                                        .ifPresent(centre -> sums.computeIfAbsent(
                                                        line.account().value(), account -> new TreeMap<>())
                                                .merge(centre, line.baseMinor(), Math::addExact))));
        MutableList<Cost> costs = Lists.mutable.empty();
        sums.forEach((account, centres) -> centres.forEach((centre, yen) -> costs.add(new Cost(account, centre, yen))));
        return costs.toImmutable();
    }
}
