package dev.erpkit.hr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
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
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.japan.bankfile.ZenginAccounts;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import dev.erpkit.hr.japan.bankfile.ZenginOrderer;
import dev.erpkit.hr.japan.identity.MyNumber;
import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.LabourTime;
import dev.erpkit.hr.japan.labour.PremiumPay;
import dev.erpkit.hr.japan.labour.PremiumRates;
import dev.erpkit.hr.japan.labour.WorkRules;
import dev.erpkit.hr.japan.leave.AnnualLeave;
import dev.erpkit.hr.japan.leave.AttendanceRate;
import dev.erpkit.hr.japan.leave.StatutoryGrant;
import dev.erpkit.hr.japan.leave.WorkPattern;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LeaveService;
import dev.erpkit.hr.leave.LotOrder;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.AttendanceService;
import dev.erpkit.hr.time.AttendanceSheet;
import dev.erpkit.hr.time.TimeSet;
import dev.erpkit.hr.time.TimeSpan;
import dev.erpkit.hr.us.bankfile.AchAccounts;
import dev.erpkit.hr.us.bankfile.NachaFile;
import dev.erpkit.hr.us.bankfile.NachaOriginator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first lines that the rooms of people show run as shown. */
class PeopleSnippetsTest {
    private static final Actor me = Actor.of("me");
    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final AccessPolicy access = AccessPolicy.allowAll();
    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private final PartyId person = PartyId.of("e-1");

    @Test
    void facts() {
        AttendanceSheet sheet = new AttendanceSheet();
        // begin fact
        FactLog<AttendanceChange> log = new MemoryFactLog<>(unitOfWork);
        log.forEach(person, 0, fact -> sheet.apply(fact));
        // end fact
        assertThat(sheet.attendances()).isEmpty();
    }

    @Test
    void time() {
        AttendanceService service = new AttendanceService(new MemoryFactLog<>(unitOfWork), unitOfWork, access, clock);
        // begin time
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        TimeSpan night =
                TimeSpan.of(LocalDateTime.parse("2026-05-01T20:00"), LocalDateTime.parse("2026-05-02T04:00"), tokyo);
        TimeSet.of(night).byDay(tokyo); // four hours on each day
        service.record(
                IdempotencyKey.of("punch-1"), Attendance.of(AttendanceId.of("a-1"), "honsha", night), person, me);
        // end time
        assertThat(service.sheet(person).attendances()).hasSize(1);
    }

    @Test
    void labour() {
        AttendanceSheet sheet = new AttendanceSheet();
        DateRange month = DateRange.parse("2026-05-01/2026-06-01");
        // begin japan/labour
        WorkRules rules =
                WorkRules.of(ZoneId.of("Asia/Tokyo"), Duration.ofHours(8), DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);
        ClassifiedTime may = LabourTime.classify(sheet.attendances(), rules, month);
        PremiumPay pay =
                PremiumPay.of(may, Rational.of(2_000), PremiumRates.statutory(), RoundingPolicy.parse("half-up:0"));
        // end japan/labour
        assertThat(pay.total()).isZero();
    }

    @Test
    void leave() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        LeaveService service =
                new LeaveService(new MemoryFactLog<>(unitOfWork), LotOrder.EARLIEST_EXPIRY, unitOfWork, access, clock);
        // begin leave
        LeaveLot lot = new LeaveLot(LeaveId.of("2026"), "annual", day, day.plusYears(2), Rational.of(10));
        service.grant(IdempotencyKey.of("grant-2026"), lot, person, me);
        LeaveRequest request =
                LeaveRequest.of(LeaveId.of("t-1"), "annual", LeaveDay.full(day), LeaveDay.half(day.plusDays(1)));
        service.take(IdempotencyKey.of("take-1"), request, person, me);
        service.account(person).balance("annual", day.plusDays(1)).remaining(); // 17/2
        // end leave
        assertThat(service.account(person).balance("annual", day.plusDays(1)).remaining())
                .hasToString("17/2");
    }

    @Test
    void statutory_leave() {
        LocalDate hired = LocalDate.of(2023, 4, 1);
        // begin japan/leave
        WorkPattern pattern = WorkPattern.weekly(5, Rational.of(40));
        StatutoryGrant third = AnnualLeave.grant(hired, 2, pattern, new AttendanceRate(240, 236));
        LeaveLot lot = third.lot(LeaveId.of("2026"), "annual").orElseThrow();
        // end japan/leave
        assertThat(lot.days()).isEqualTo(Rational.of(12));
    }

    @Test
    void employment() {
        EmploymentService service = new EmploymentService(new MemoryFactLog<>(unitOfWork), unitOfWork, access, clock);
        EmploymentTerms terms = EmploymentTerms.of("regular", "13", Rational.of(40), 5);
        LocalDate firstDay = LocalDate.of(2026, 4, 1);
        LocalDate lastDay = LocalDate.of(2027, 3, 31);
        // begin employment
        Contract contract = Contract.of(ContractId.of("c-1"), "main", DateRange.from(firstDay), terms);
        service.change(IdempotencyKey.of("join-1"), new EmploymentChange.Joined(contract), person, me);
        service.change(
                IdempotencyKey.of("leave-1"),
                new EmploymentChange.Left(ContractId.of("c-1"), lastDay, "resigned"),
                person,
                me);
        service.file(person).contractsOn(lastDay);
        // end employment
        assertThat(service.file(person).contractsOn(lastDay)).hasSize(1);
        assertThat(service.file(person).contractsOn(lastDay.plusDays(1))).isEmpty();
    }

    @Test
    void identity() {
        PersonStore store = new MemoryPersonStore(unitOfWork);
        RetentionRule retention = new RetentionRule(Maps.immutable.of(
                DataCategory.NAME, Period.ZERO,
                DataCategory.BIRTHDAY, Period.ZERO,
                DataCategory.NATIONAL_ID, Period.ZERO,
                DataCategory.BANK, Period.ZERO));
        // begin japan/identity
        PersonService service =
                new PersonService(store, ZenginAccounts.RULE, MyNumber::check, retention, unitOfWork, access);
        // end japan/identity
        assertThat(service.keep(person, PersonalData.named("x"), LocalDate.EPOCH, me)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void transfers() {
        PartyId employee = person;
        BankAccount account = ZenginAccounts.of("0001", "001", "1", "1234567", "ヤマダ");
        ZenginOrderer orderer = new ZenginOrderer("1", "カ)テスト", "0001", "", "001", "", "1", "7654321");
        LocalDate payDay = LocalDate.of(2026, 5, 25);
        // begin bankfile
        CreditTransfer transfer = new CreditTransfer("2026-05/e-1", employee, account, Amounts.of("250000", "JPY"));
        ZenginFile file = ZenginFile.of(orderer, ZenginFile.Kind.SALARY, payDay, Lists.immutable.of(transfer))
                .orElseThrow();
        byte[] bytes = file.bytes();
        // end bankfile
        assertThat(bytes).hasSize(4 * 122);
    }

    @Test
    void zengin() {
        ImmutableList<CreditTransfer> transfers = Lists.immutable.of(new CreditTransfer(
                "1", person, ZenginAccounts.of("0001", "001", "1", "1234567", "ヤマダ"), Amounts.of("1", "JPY")));
        ZenginOrderer orderer = new ZenginOrderer("1", "カ)テスト", "0001", "", "001", "", "1", "7654321");
        LocalDate payDay = LocalDate.of(2026, 5, 25);
        // begin japan/bankfile
        ZenginFile file = ZenginFile.of(orderer, ZenginFile.Kind.SALARY, payDay, transfers)
                .orElseThrow();
        byte[] bytes = file.bytes();
        ZenginFile again = ZenginFile.read(bytes, payDay.getYear());
        // end japan/bankfile
        assertThat(again).isEqualTo(file);
    }

    @Test
    void nacha() {
        ImmutableList<CreditTransfer> transfers = Lists.immutable.of(new CreditTransfer(
                "1", person, AchAccounts.of("021000021", "checking", "1", "Ann"), Amounts.of("1", "USD")));
        NachaOriginator originator = new NachaOriginator("021000021", "BANK", "1123456789", "ACME");
        LocalDate payDay = LocalDate.of(2026, 5, 29);
        LocalDateTime createdAt = LocalDateTime.of(2026, 5, 27, 9, 0);
        // begin us/bankfile
        NachaFile file = NachaFile.of(originator, payDay, createdAt, transfers).orElseThrow();
        byte[] bytes = file.bytes();
        // end us/bankfile
        assertThat(NachaFile.read(bytes)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fact",
                "time",
                "leave",
                "employment",
                "bankfile",
                "japan/labour",
                "japan/leave",
                "japan/identity",
                "japan/bankfile",
                "us/bankfile"
            })
    void each_room_shows_these_lines(String room) throws IOException {
        String test = Files.readString(Path.of("src/test/java/dev/erpkit/hr/PeopleSnippetsTest.java"));
        String shown = Files.readString(Path.of("src/main/java/dev/erpkit/hr/" + room + "/package-info.java"))
                .replaceAll("\n \\*", "\n");
        assertThat(words(between(shown, "{@code\n", "}</pre>")))
                .isEqualTo(words(between(test, "// begin " + room + "\n", "// end " + room)));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
