package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.company.people.EarlierPay;
import dev.erpkit.company.people.Paid;
import dev.erpkit.company.people.PayCalendar;
import dev.erpkit.company.people.PayrollDesk;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.company.people.PeopleYear;
import dev.erpkit.company.report.PeopleReports;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import dev.erpkit.hr.japan.payslip.WageLedger;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollEvents;
import dev.erpkit.hr.run.PayrollState.RunState;
import dev.erpkit.hr.run.PayrollState.Stage;
import dev.erpkit.hr.run.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people of the company after its year: what they were paid, and what became of what was withheld. */
class CompanyPeopleTest {
    private static final String FORTY = "E-102";
    private static final String LEAVER = "E-105";
    private static final String BUSY = "E-108";
    private static final String RAISED = "E-109";
    private static final String JOINER = "E-110";

    @TempDir
    Path folder;

    private static PeopleStores stores;
    private static Books books;
    private static PayrollDesk desk;
    private static PeopleYear year;
    private static PeopleReports reports;

    @BeforeAll
    static void keep_the_year() {
        CompanyStores all = CompanyStores.inMemory();
        stores = all.people();
        Bookkeeper bookkeeper = new Bookkeeper(all);
        bookkeeper.keepYear(month -> {});
        books = bookkeeper.books();
        desk = bookkeeper.payroll();
        year = new PeopleYear(desk);
        reports = year.reports(books);
    }

    private static List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = PayCalendar.FIRST; !month.isAfter(PayCalendar.LAST); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** What is owed on an account at the end of a day. */
    private static long owed(String account, LocalDate day) {
        return -Amounts.minor(books.balance(account, day));
    }

    private static PaidSlip slip(String run, String person) {
        return desk.state().run(RunId.of(run)).orElseThrow().slip(person).orElseThrow();
    }

    private static String input(PaidSlip slip, String slot, String name) {
        return slip.explain(slot).orElseThrow().inputs().get(name);
    }

    @Test
    void every_run_is_prepared_by_one_and_approved_by_another() {
        assertThat(reports.runs()).hasSize(12 + 2 + 1).allSatisfy(run -> {
            assertThat(run.preparer()).isEqualTo("payroll");
            assertThat(run.approver()).isEqualTo("controller");
        });
        assertThat(desk.state().runs().valuesView())
                .hasSize(15)
                .allSatisfy(run -> assertThat(run.stage()).isEqualTo(Stage.COMMITTED));
    }

    /** What the year-end adjustment gave back beyond what was withheld is set off against the next months. */
    @Test
    void what_was_withheld_is_paid_to_the_last_yen_every_month() {
        List<YearMonth> setOff = new ArrayList<>();
        for (YearMonth month : months()) {
            LocalDate tenth = PayCalendar.tenth(month);
            long before = owed(CompanyChart.WITHHELD_TAX, tenth.minusDays(1));
            assertThat(owed(CompanyChart.WITHHELD_TAX, tenth))
                    .as("tax after " + tenth)
                    .isEqualTo(Math.min(0, before));
            if (before < 0) {
                setOff.add(month);
            }
            assertThat(owed(CompanyChart.WITHHELD_RESIDENT_TAX, tenth.minusDays(1)))
                    .isPositive();
            assertThat(owed(CompanyChart.WITHHELD_RESIDENT_TAX, tenth)).isZero();
        }
        assertThat(setOff).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
    }

    /** What is left at the end of a month is the premium of a bonus, which is due at the end of the next. */
    @Test
    void insurance_is_paid_at_the_end_of_the_month_after_its_premium_month() {
        for (YearMonth month : months()) {
            LocalDate due = PayCalendar.insuranceDay(month);
            if (due.isAfter(TradingYear.LAST)) {
                continue;
            }
            Paid bonus = PayCalendar.bonusIn(month)
                    ? desk.paidOn(PayCalendar.bonusDay(month))
                    : desk.paidOn(LocalDate.EPOCH);
            assertThat(owed(CompanyChart.WITHHELD_INSURANCE, due))
                    .as("insurance " + due)
                    .isEqualTo(bonus.insurance());
            assertThat(owed(CompanyChart.ACCRUED, due)).as("share " + due).isEqualTo(bonus.companyInsurance());
        }
        assertThat(desk.paidOn(PayCalendar.bonusDay(YearMonth.of(2025, 7))).insurance())
                .isPositive();
    }

    @Test
    void people_get_on_payday_what_is_owed_to_them() {
        for (YearMonth month : months()) {
            LocalDate payday = PayCalendar.payday(month);
            assertThat(owed(CompanyChart.NET_PAY, payday.minusDays(1)))
                    .isEqualTo(desk.paidOn(payday).net())
                    .isPositive();
            assertThat(owed(CompanyChart.NET_PAY, payday)).isZero();
        }
    }

    @Test
    void labour_insurance_owed_is_what_runs_say_beyond_the_estimate() {
        long runs = 0;
        for (RunState run : desk.state().runs().valuesView()) {
            runs += run.standing()
                    .flatCollect(PaidSlip::lines)
                    .select(line -> Set.of(
                                    "employment-insurance", "employment-insurance-employer", "accident-insurance")
                            .contains(line.slot()))
                    .sumOfLong(PayslipLine::minor);
        }
        assertThat(owed(CompanyChart.LABOUR_INSURANCE, TradingYear.LAST))
                .isEqualTo(runs - PayrollBooks.LABOUR_INSURANCE)
                .isPositive();
    }

    @Test
    void the_bank_file_totals_what_the_run_pays_out() throws IOException {
        year.writeTransfers(folder);
        byte[] written = Files.readAllBytes(folder.resolve(reports.transfers().file()));
        ZenginFile file = ZenginFile.read(written, 2025);
        Paid run = desk.paidOn(PayCalendar.payday(YearMonth.of(2025, 11)));
        assertThat(file.total())
                .isEqualTo(run.net())
                .isEqualTo(reports.transfers().total());
        assertThat(file.transfers()).hasSize(run.slips().size());
        assertThat(new String(written, StandardCharsets.ISO_8859_1).split("\r\n"))
                .hasSize(run.slips().size() + 3)
                .allSatisfy(record -> assertThat(record).hasSize(120));
    }

    @Test
    void cost_is_split_over_two_cost_centres_exactly() {
        List<JournalLine> lines = new ArrayList<>();
        books.stores()
                .journal()
                .forEach(JournalQuery.all(), posted -> events(posted).forEach(lines::add));
        long earned = 0;
        long borne = 0;
        for (RunState run : desk.state().runs().valuesView()) {
            earned += run.standing().sumOfLong(slip -> slip.sum(SlotKind.EARNING));
            borne += run.standing().sumOfLong(slip -> slip.sum(SlotKind.EMPLOYER));
        }
        assertThat(sum(lines, "6120") + sum(lines, "6130")).isEqualTo(earned);
        assertThat(sum(lines, "6150")).isEqualTo(borne);
        for (String account : List.of("6120", "6130", "6150")) {
            assertThat(lines.stream()
                            .filter(line -> line.account().value().equals(account))
                            .map(line -> line.dimensions()
                                    .get(PayrollEvents.COST_CENTRE)
                                    .orElse("none"))
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("sales", "logistics");
        }
        assertThat(reports.costs().collect(PeopleReports.Cost::account).distinct())
                .containsExactly("6120", "6130", "6150");
        assertThat(reports.costs().sumOfLong(PeopleReports.Cost::yen)).isEqualTo(earned + borne);
    }

    private static ImmutableList<JournalLine> events(PostedEntry posted) {
        return posted.entry()
                        .source()
                        .filter(source -> source.type().equals("payroll"))
                        .isPresent()
                ? posted.entry().lines()
                : posted.entry().lines().select(line -> false);
    }

    private static long sum(List<JournalLine> lines, String account) {
        return lines.stream()
                .filter(line -> line.account().value().equals(account))
                .mapToLong(JournalLine::baseMinor)
                .sum();
    }

    @Test
    void the_year_end_adjustment_brings_the_tax_of_everybody_to_that_of_the_year() {
        ImmutableList<PaidSlip> settled =
                desk.state().run(RunId.of("2025-12-year-end")).orElseThrow().standing();
        assertThat(settled).hasSize(10);
        assertThat(settled.collect(PaidSlip::employment)).contains(JOINER).doesNotContain(LEAVER);
        assertThat(settled).allSatisfy(slip -> {
            assertThat(slip.minor("year-end-refund") > 0).isEqualTo(slip.minor("year-end-difference") < 0);
        });
        assertThat(settled.count(slip -> slip.minor("year-end-refund") > 0)).isPositive();
        long paidHere = desk.state()
                .of(JOINER)
                .select(slip -> slip.dates().payment().getYear() == 2025)
                .sumOfLong(slip -> slip.minor("taxable-pay"));
        assertThat(input(slip("2025-12-year-end", JOINER), "tax-of-the-year", "taxable-pay-of-year"))
                .startsWith(1_904_000 + paidHere + " ");
    }

    @Test
    void who_leaves_is_paid_half_a_month_more_with_one_premium_and_all_resident_tax() {
        PaidSlip last = slip("2025-11", LEAVER);
        PaidSlip before = slip("2025-10", LEAVER);
        assertThat(last.minor("pay")).isBetween(before.minor("pay") * 4 / 10, before.minor("pay") * 7 / 10);
        assertThat(last.minor("health")).isEqualTo(before.minor("health"));
        assertThat(last.minor("resident-tax")).isEqualTo(7 * before.minor("resident-tax"));
        assertThat(desk.state().of(LEAVER).getLast()).isEqualTo(last);
    }

    @Test
    void who_joins_is_paid_from_the_first_day_and_bears_the_first_premium_a_month_later() {
        PaidSlip first = slip("2025-08", JOINER);
        assertThat(first.minor("pay")).isBetween(120_000L, 170_000L);
        assertThat(first.minor("health")).isZero();
        assertThat(slip("2025-09", JOINER).minor("pay")).isEqualTo(300_000);
        assertThat(slip("2025-09", JOINER).minor("health")).isPositive();
        assertThat(slip("2025-12-bonus", JOINER).minor("bonus")).isPositive();
    }

    @Test
    void a_raise_that_is_agreed_late_is_paid_later_and_revises_the_standard_in_the_fourth_month() {
        PaidSlip november = slip("2025-11", RAISED);
        assertThat(november.minor("pay")).isEqualTo(376_000 + 46_000);
        assertThat(carried(november, "pay")).singleElement().satisfies(step -> {
            assertThat(step.result()).isEqualTo("46000");
            assertThat(step.inputs().get("attribution")).contains("2025-09-16");
        });
        assertThat(carried(slip("2025-12", RAISED), "pay")).isEmpty();
        assertThat(slip("2025-12", RAISED).minor("pay")).isEqualTo(376_000);
        assertThat(input(slip("2026-02", RAISED), "health", "standard-remuneration"))
                .isEqualTo("360000");
        assertThat(Long.parseLong(input(slip("2026-03", RAISED), "health", "standard-remuneration")))
                .isBetween(410_000L, 440_000L);
    }

    private static ImmutableList<TraceStep> carried(PaidSlip slip, String slot) {
        return slip.explain(slot)
                .orElseThrow()
                .parts()
                .select(step -> step.rule().equals("carried"));
    }

    @Test
    void care_insurance_begins_with_the_month_in_which_forty_is_attained() {
        String september =
                slip("2025-09", FORTY).explain("health").orElseThrow().render();
        String october = slip("2025-10", FORTY).explain("health").orElseThrow().render();
        assertThat(september).contains("premium of 2025-08", "x 992/20000");
        assertThat(october).contains("premium of 2025-09", "x 1151/20000");
    }

    @Test
    void the_regular_decision_holds_from_september_and_rates_change_with_march() {
        assertThat(input(slip("2025-09", BUSY), "health", "standard-remuneration"))
                .isEqualTo("300000");
        assertThat(Long.parseLong(input(slip("2025-10", BUSY), "health", "standard-remuneration")))
                .isGreaterThan(300_000);
        PaidSlip march = EarlierPay.handedOver()
                .march()
                .slips()
                .detect(slip -> slip.employment().equals(BUSY));
        assertThat(input(march, "health", "premium-rates")).contains("2024-03");
        assertThat(input(slip("2025-04", BUSY), "health", "premium-rates")).contains("2025-03");
        assertThat(input(slip("2025-12", BUSY), "income-tax", "withholding-tables"))
                .contains("2025");
        assertThat(input(slip("2026-01", BUSY), "income-tax", "withholding-tables"))
                .contains("2026");
    }

    @Test
    void part_time_work_is_paid_by_the_hour_and_bears_no_social_insurance() {
        for (String person : List.of("E-106", "E-107")) {
            PaidSlip slip = slip("2025-06", person);
            assertThat(slip.minor("pay")).isBetween(40_000L, 140_000L);
            assertThat(slip.minor("health") + slip.minor("pension")).isZero();
        }
        assertThat(slip("2025-06", "E-106").minor("employment-insurance")).isPositive();
        assertThat(slip("2025-06", "E-107").minor("employment-insurance")).isZero();
    }

    @Test
    void the_withholding_slip_says_the_tax_that_stays_with_the_year() {
        PaidSlip settled = slip("2025-12-year-end", FORTY);
        assertThat(reports.slip().tax()).isEqualTo(settled.minor("tax-of-the-year"));
        assertThat(reports.slip().pay() + " since 2025-01-01")
                .isEqualTo(input(settled, "tax-of-the-year", "taxable-pay-of-year"));
        assertThat(reports.slip().spouse()).isPositive();
    }

    @Test
    void the_wage_ledger_has_every_payment_with_its_work() {
        assertThat(reports.wages().rows()).hasSize(15);
        assertThat(reports.wages().rows().sumOfLong(WageLedger.Row::net))
                .isEqualTo(desk.state().of(FORTY).sumOfLong(PaidSlip::netMinor));
        assertThat(reports.wages().rows().getFirst().time().days()).isBetween(18, 24);
    }

    @Test
    void runs_are_compared_with_the_month_before() {
        PeopleReports.Run august = run("2025-08");
        assertThat(august.comparison().joined()).containsExactly(JOINER);
        assertThat(run("2025-12").comparison().left()).containsExactly(LEAVER);
        assertThat(run("2025-04").comparison().changes())
                .anySatisfy(change -> assertThat(change.slot()).isEqualTo("health"));
        assertThat(august.gross() - august.deductions()).isEqualTo(august.net());
        assertThat(august.cost()).isGreaterThan(august.gross());
    }

    private static PeopleReports.Run run(String name) {
        return reports.runs().detect(run -> run.name().equals(name));
    }

    @Test
    void neither_people_nor_pay_are_in_texts() {
        PersonalData data =
                stores.persons().find(PartyId.of(FORTY)).orElseThrow().value();
        assertThat(List.of(
                                data,
                                reports,
                                reports.runs(),
                                reports.wages(),
                                reports.slip(),
                                desk.paidOn(PayCalendar.payday(PayCalendar.FIRST)))
                        .toString())
                .doesNotContain(
                        data.name().orElseThrow(), data.accounts().getFirst().number())
                .doesNotContain(String.valueOf(slip("2025-10", FORTY).netMinor()));
    }
}
