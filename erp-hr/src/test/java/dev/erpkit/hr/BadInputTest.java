package dev.erpkit.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.BankAccount;
import dev.erpkit.hr.employment.Contract;
import dev.erpkit.hr.employment.ContractId;
import dev.erpkit.hr.employment.DataCategory;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.EmploymentService;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.PersonService;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.employment.RetentionRule;
import dev.erpkit.hr.employment.memory.MemoryPersonStore;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import dev.erpkit.hr.japan.bankfile.ZenginAccounts;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import dev.erpkit.hr.japan.bankfile.ZenginOrderer;
import dev.erpkit.hr.japan.identity.MyNumber;
import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.japan.payslip.PayPolicy;
import dev.erpkit.hr.japan.payslip.PayPolicy.When;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.run.PayrollRuns;
import dev.erpkit.hr.run.RunDraft;
import dev.erpkit.hr.run.RunMember;
import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.AttendanceService;
import dev.erpkit.hr.time.TimeSpan;
import dev.erpkit.hr.us.FederalPack;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is entered wrongly is refused by the service that an embedder calls, with a code that stays and the name of what
 * is wrong, and leaves nothing behind.
 */
class BadInputTest {
    private static final Actor ME = Actor.of("clerk");
    private static final PartyId PERSON = PartyId.of("e-1");
    private static final Instant NOW = Instant.parse("2026-05-20T00:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final Pack JAPAN = JapanPack.create();

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final MemoryPayrollLog payroll = new MemoryPayrollLog(work);
    private final MemoryFactLog<EmploymentChange> employment = new MemoryFactLog<>(work);
    private final MemoryFactLog<AttendanceChange> attendance = new MemoryFactLog<>(work);
    private final MemoryPersonStore persons = new MemoryPersonStore(work);
    private long facts;
    private int keys;

    private IdempotencyKey key() {
        return IdempotencyKey.of("k-" + ++keys);
    }

    private static Refusal refused(Outcome<?> outcome, String code) {
        Refusal refusal = outcome.refusal().orElseThrow();
        assertThat(refusal.code().value()).isEqualTo(code);
        return refusal;
    }

    /** Whatever was tried, only what a test says was kept. */
    @AfterEach
    void nothing_else_was_kept() {
        assertThat(employment.lastSequence(PERSON) + attendance.lastSequence(PERSON) + payroll.lastSequence())
                .isEqualTo(facts);
        assertThat(persons.find(PERSON)).isEmpty();
    }

    private Outcome<?> draft(String edition, PayDates dates, PayrollInput input) {
        PayrollRuns runs = new PayrollRuns(
                Payroll.of(JAPAN),
                payroll,
                (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
                work,
                AccessPolicy.allowAll(),
                clock);
        return runs.draft(key(), RunDraft.of("r", edition, dates, Lists.immutable.of(RunMember.of(input))), ME);
    }

    private Outcome<?> draft(PayrollInputBuilder input) {
        return draft("monthly", dates(2026), input.build());
    }

    /** The pay of April in May. */
    private static PayDates dates(int year) {
        YearMonth april = YearMonth.of(year, 4);
        return new PayPolicy(When.NEXT_MONTH, When.NEXT_MONTH)
                .dates(
                        DateRange.ofClosed(april.atDay(1), april.atEndOfMonth()),
                        april.plusMonths(1).atDay(25));
    }

    private static PayrollInputBuilder worker() {
        return PayrollInput.of(JAPAN, "E-1")
                .set("pay", 300_000)
                .set("born", LocalDate.of(1990, 5, 10))
                .set("joined", LocalDate.of(2020, 4, 1))
                .set("prefecture", "13")
                .set("social-insured", true)
                .set("standard-remuneration", 300_000)
                .set("employment-insured", true)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94")
                .set("resident-collected", false);
    }

    private static void violation(Runnable entered, String path, String code) {
        assertThatThrownBy(entered::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        wrong -> assertThat(wrong.violations().collect(Violation::path))
                                .containsExactly(path))
                .hasMessageContaining(code);
    }

    private Outcome<?> joins(ContractId contract, String engagement, EmploymentTerms terms, LocalDate from) {
        EmploymentService service = new EmploymentService(employment, work, AccessPolicy.allowAll(), clock);
        return service.change(
                key(),
                new EmploymentChange.Joined(Contract.of(contract, engagement, DateRange.from(from), terms)),
                PERSON,
                ME);
    }

    @Test
    void negative_hours() {
        violation(
                () -> joins(ContractId.of("c"), "main", EmploymentTerms.of("regular", "13", Rational.of(-8), 5), APRIL),
                "weeklyHours",
                "employment.hours");
        violation(() -> attends("a", 8, 0), "endExclusive", "attendance.span-order");
        violation(() -> draft(worker().set("meal-value", -1)), "meal-value", "payroll.fact-range");
    }

    @Test
    void overlapping_contracts() {
        EmploymentTerms terms = EmploymentTerms.of("regular", "13", Rational.of(40), 5);
        joins(ContractId.of("first"), "main", terms, APRIL).orElseThrow();
        facts = 1;
        Refusal refusal =
                refused(joins(ContractId.of("second"), "main", terms, APRIL.plusDays(9)), "employment.overlap");
        assertThat(refusal.message()).contains("first", "second");
    }

    @Test
    void unknown_pack_edition_or_year() {
        assertThat(refused(draft("weekly", dates(2026), worker().build()), "payroll.unknown-edition")
                        .message())
                .contains("weekly", "monthly");
        assertThat(refused(draft("monthly", dates(2024), worker().build()), "payroll.outside-coverage")
                        .message())
                .contains("2024-05-25");
        PayrollInput american =
                PayrollInput.of(FederalPack.create(), "E-1").set("wages", "1").build();
        Refusal other = refused(draft("monthly", dates(2026), american), "run.member-refused");
        assertThat(other.facts().get("cause")).isEqualTo("payroll.pack-mismatch");
    }

    @Test
    void dependants_below_zero() {
        violation(
                () -> draft(
                        worker().set("tax-column", "kou").set("method", "table").set("dependants", -1)),
                "dependants",
                "payroll.fact-range");
    }

    private Outcome<?> attends(String id, int fromHour, int toHour) {
        AttendanceService service = new AttendanceService(attendance, work, AccessPolicy.allowAll(), clock);
        TimeSpan span = TimeSpan.of(NOW.plusSeconds(fromHour * 3_600L), NOW.plusSeconds(toHour * 3_600L));
        return service.record(key(), Attendance.of(AttendanceId.of(id), "13", span), PERSON, ME);
    }

    @Test
    void attendance_that_overlaps_itself() {
        attends("morning", 0, 4).orElseThrow();
        facts = 1;
        assertThat(refused(attends("again", 3, 8), "attendance.overlap").message())
                .contains("morning", "again");
    }

    private Outcome<PartyId> keep(PersonalData data) {
        RetentionRule retention = new RetentionRule(Lists.immutable
                .with(DataCategory.values())
                .toMap(category -> category, category -> Period.ofYears(7))
                .toImmutable());
        PersonService service = new PersonService(
                persons, ZenginAccounts.RULE, MyNumber::check, retention, work, AccessPolicy.allowAll());
        return service.keep(PERSON, data, LocalDate.of(2026, 5, 20), ME);
    }

    @Test
    void birthday_in_the_future() {
        refused(keep(PersonalData.named("A").born(LocalDate.of(2026, 5, 21))), "person.birthday-in-future");
        Refusal run = refused(draft(worker().set("born", LocalDate.of(2026, 5, 1))), "run.member-refused");
        assertThat(run.facts().get("cause")).isEqualTo("japan.birthday-in-future");
        assertThat(run.message()).contains("born");
    }

    @Test
    void missing_notice_of_resident_tax() {
        Refusal none = refused(draft(worker().set("resident-collected", true)), "run.member-refused");
        assertThat(none.facts().get("cause")).isEqualTo("japan.resident-notice-missing");
        PayDates ofLastYear = dates(2026).notice(2026);
        Refusal old = refused(
                draft(
                        "monthly",
                        ofLastYear,
                        worker().set("resident-collected", true)
                                .set("resident-monthly", 15_000)
                                .build()),
                "run.member-refused");
        assertThat(old.facts().get("cause")).isEqualTo("japan.resident-notice-missing");
    }

    @Test
    void bank_account_that_fails_its_check() {
        BankAccount wrong = ZenginAccounts.of("0001", "001", "1", "54321", "ヤマダ");
        Refusal kept = refused(keep(PersonalData.named("A").paidTo(wrong)), "person.bank-account");
        assertThat(kept.facts().get("check")).isEqualTo("zengin.number");
        assertThat(kept.message()).contains("number").doesNotContain("54321");
        ZenginOrderer orderer = new ZenginOrderer("1234567890", "カ", "0001", "ア", "001", "ア", "1", "1234567");
        refused(
                ZenginFile.of(
                        orderer,
                        ZenginFile.Kind.SALARY,
                        APRIL,
                        Lists.immutable.of(new CreditTransfer("r", PERSON, wrong, Amounts.of("1", "JPY")))),
                "bank-file.account");
    }
}
