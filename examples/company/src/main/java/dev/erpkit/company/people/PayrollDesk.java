package dev.erpkit.company.people;

import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollRuns;
import dev.erpkit.hr.run.PayrollState;
import dev.erpkit.hr.run.PayrollState.RunState;
import dev.erpkit.hr.run.PayrollState.Stage;
import dev.erpkit.hr.run.RunDraft;
import dev.erpkit.hr.run.RunMember;
import dev.erpkit.hr.run.port.PayrollLog;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Pays people: on the day of a run it is drafted by payroll, approved by the controller and committed, which hands the
 * journal to the books. A run that an earlier start of the program committed is left as it is.
 */
public final class PayrollDesk {
    private final Pack pack = CompanyPack.create();
    private final PayInputs inputs = new PayInputs(pack);
    private final EarlierPay earlier = EarlierPay.of(pack);
    private final PayrollLog log;
    private final Personnel personnel;
    private final PayrollRuns runs;
    private final RetroPay retro;

    /** A desk over what is kept of people, which tells the books what it pays. */
    public PayrollDesk(PeopleStores stores, UnitOfWork unitOfWork, AccountingEvents events, InstantSource clock) {
        this.log = stores.payroll();
        this.personnel = new Personnel(stores, unitOfWork, clock);
        Payroll payroll = Payroll.of(pack);
        this.runs = new PayrollRuns(
                payroll, log, (event, actor) -> events.record(told(event), actor), unitOfWork, Roles.POLICY, clock);
        this.retro = new RetroPay(payroll, inputs, personnel);
    }

    /** The bookkeeper reads Japanese. */
    private static AccountingEvent told(AccountingEvent event) {
        AccountingEvent.Builder told = AccountingEvent.builder();
        return told.from(event)
                .narrative(event.narrative().map("給与計算 "::concat))
                .build();
    }

    /** Enters what happens to people on a day, and runs what is to be run on it; nothing is done twice. */
    public void keep(LocalDate day) {
        personnel.keep(day);
        PayCalendar.runs().stream().filter(run -> run.runDay().equals(day)).forEach(this::run);
    }

    /** To be told when the unit of work of a day has ended: the runs then keep what it wrote, and read it but once. */
    public void dayKept() {
        runs.state();
    }

    private void run(PayRun run) {
        if (log.find(run.key("COMMIT")).isPresent()) {
            return;
        }
        if (run.edition().equals(PayRun.MONTHLY)) {
            personnel.keepTime(run.month());
        }
        RunDraft draft = new RunDraft(run.id(), run.edition(), run.dates(), members(run));
        runs.draft(run.key("DRAFT"), draft, Roles.PAYROLL).orElseThrow();
        runs.approve(run.key("APPROVE"), run.id(), Roles.CONTROLLER).orElseThrow();
        runs.commit(run.key("COMMIT"), run.id(), Roles.PAYROLL).orElseThrow();
    }

    private ImmutableList<RunMember> members(PayRun run) {
        PayrollState state = runs.state();
        return Lists.immutable
                .ofAll(Staff.ALL)
                .flatCollect(employee ->
                        member(run, employee, state).map(Lists.immutable::of).orElse(Lists.immutable.empty()));
    }

    private Optional<RunMember> member(PayRun run, Employee employee, PayrollState state) {
        return wage(run, employee).map(wage -> {
            PayrollInputBuilder input = input(run, personnel.seen(employee), wage, state);
            return new RunMember(
                    input.accumulators(earlier.opening(employee)).build(),
                    wage.contract().terms().costShares());
        });
    }

    /** A bonus is decided before the time of its month is known. */
    private Optional<Wage> wage(PayRun run, Employee employee) {
        return run.edition().equals(PayRun.BONUS)
                ? Wage.of(employee, personnel.file(employee), run.month())
                : personnel.wage(employee, run.month());
    }

    private PayrollInputBuilder input(PayRun run, Employee employee, Wage wage, PayrollState state) {
        return switch (run.edition()) {
            case PayRun.MONTHLY ->
                retro.carry(
                        employee,
                        run.month(),
                        state,
                        inputs.monthly(employee, wage, personnel.standard(employee), run.month()));
            case PayRun.BONUS -> inputs.bonus(employee, wage, payBefore(employee, run.month(), state), run.month());
            default -> inputs.yearEnd(employee);
        };
    }

    /** The pay of the month before, less its social insurance. */
    private static long payBefore(Employee employee, YearMonth month, PayrollState state) {
        return RetroPay.slip(state, month.minusMonths(1), employee)
                .map(slip -> slip.minor("tax-base"))
                .orElse(0L);
    }

    /** What was paid on a day by committed runs. */
    public Paid paidOn(LocalDate day) {
        return paid(run -> run.drafted().dates().payment().equals(day));
    }

    /** What was paid in a month; that of the last month before the books by the system before. */
    public Paid paidIn(YearMonth month) {
        return month.isBefore(PayCalendar.FIRST)
                ? earlier.march()
                : paid(run -> YearMonth.from(run.drafted().dates().payment()).equals(month));
    }

    /**
     * The income tax that is paid in a month: what was withheld in the month before. What the settlement of a year
     * gave back beyond that is set off against what the next months withhold (Income Tax Act article 191).
     */
    public long incomeTaxDue(YearMonth month) {
        long owed = 0;
        for (YearMonth paid = PayCalendar.FIRST.minusMonths(1); paid.isBefore(month); paid = paid.plusMonths(1)) {
            owed = Math.min(0, owed) + paidIn(paid).incomeTax();
        }
        return Math.max(0, owed);
    }

    /** The insurance that is due at the end of a month: of that month's pay, and of a bonus of the month before. */
    public Paid insuranceDue(YearMonth month) {
        YearMonth premiums = month.minusMonths(1);
        return paid(run -> run.drafted().dates().premiumMonth().equals(Optional.of(premiums)));
    }

    private Paid paid(Predicate<RunState> which) {
        ImmutableList<PaidSlip> slips = Lists.immutable
                .ofAll(runs.state().runs().valuesView())
                .select(run -> run.stage() == Stage.COMMITTED && which.test(run))
                .toSortedListBy(run -> run.drafted().run())
                .flatCollect(RunState::standing)
                .toImmutable();
        return new Paid(slips);
    }

    /** What all runs come to. */
    public PayrollState state() {
        return runs.state();
    }

    EarlierPay earlier() {
        return earlier;
    }

    Personnel personnel() {
        return personnel;
    }

    PayrollLog log() {
        return log;
    }

    Pack pack() {
        return pack;
    }
}
