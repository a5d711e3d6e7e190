package dev.erpkit.company;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.company.people.Paid;
import dev.erpkit.company.people.PayCalendar;
import dev.erpkit.company.people.PayrollDesk;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.run.PayrollEvents;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.LongSupplier;

/**
 * How payroll stands in the books: what a run comes to by role, what people get on payday, and what is paid of what was
 * withheld: taxes on the tenth of the next month, the premiums of a month at the end of the next.
 */
final class PayrollBooks {
    /** Labour insurance is paid for the fiscal year ahead, by an estimate; it is settled in the next July. */
    static final LocalDate LABOUR_INSURANCE_DAY = LocalDate.of(2025, 7, 10);

    static final long LABOUR_INSURANCE = 640_000;

    private final PayrollDesk desk;
    private final Books books;
    private final Actor clerk;

    PayrollBooks(PayrollDesk desk, Books books, Actor clerk) {
        this.desk = desk;
        this.books = books;
        this.clerk = clerk;
    }

    PayrollDesk desk() {
        return desk;
    }

    /** The company's share of insurance is an expense, by cost centre as the pay, and a debt. */
    static PostingRule rule() {
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(PayrollEvents.COMMITTED)
                .add(LineRule.debit(PayrollEvents.EARNING, "6120"))
                .add(slot(LineRule.debit(PayrollEvents.EARNING, "6130"), "bonus"))
                .add(LineRule.debit(PayrollEvents.EMPLOYER_COST, "6150"))
                .add(LineRule.credit(PayrollEvents.NET, CompanyChart.NET_PAY))
                .add(LineRule.debit(PayrollEvents.OVERDRAWN, CompanyChart.NET_PAY))
                .add(LineRule.credit(PayrollEvents.DEDUCTION, CompanyChart.WITHHELD_INSURANCE))
                .add(LineRule.credit(PayrollEvents.EMPLOYER_OWED, CompanyChart.ACCRUED))
                .add(slot(LineRule.debit(PayrollEvents.CREDIT, CompanyChart.WITHHELD_TAX), "year-end-refund"));
        for (String tax : new String[] {"income-tax", "year-end-collection"}) {
            rule.add(slot(LineRule.credit(PayrollEvents.DEDUCTION, CompanyChart.WITHHELD_TAX), tax));
        }
        rule.add(slot(LineRule.credit(PayrollEvents.DEDUCTION, CompanyChart.WITHHELD_RESIDENT_TAX), "resident-tax"))
                .add(slot(
                        LineRule.credit(PayrollEvents.DEDUCTION, CompanyChart.LABOUR_INSURANCE),
                        "employment-insurance"));
        for (String labour : new String[] {"employment-insurance-employer", "accident-insurance"}) {
            rule.add(slot(LineRule.credit(PayrollEvents.EMPLOYER_OWED, CompanyChart.LABOUR_INSURANCE), labour));
        }
        return rule.build();
    }

    private static LineRule slot(LineRule rule, String slot) {
        LineRule.Builder qualified = LineRule.builder();
        return qualified.from(rule).qualifier(slot).build();
    }

    /** Runs what is to be run on a day, and pays what is due on it. */
    void keep(LocalDate day) {
        desk.keep(day);
        YearMonth month = YearMonth.from(day);
        if (day.equals(PayCalendar.tenth(month))) {
            taxes(day, month);
        }
        if (PayCalendar.bonusIn(month) && day.equals(PayCalendar.bonusDay(month))) {
            pay(
                    "BONUS-" + month,
                    day,
                    "賞与振込 Bonuses",
                    CompanyChart.NET_PAY,
                    () -> desk.paidOn(day).net());
        }
        if (day.equals(PayCalendar.payday(month))) {
            pay(
                    "PAY-" + month,
                    day,
                    "給与振込 Salaries",
                    CompanyChart.NET_PAY,
                    () -> desk.paidOn(day).net());
        }
        YearMonth insured = month.minusMonths(day.getDayOfMonth() < 10 ? 1 : 0);
        if (day.equals(PayCalendar.insuranceDay(insured)) && !insured.isBefore(PayCalendar.FIRST)) {
            insurance("INS-" + insured, day, insured);
        }
        if (day.equals(LABOUR_INSURANCE_DAY)) {
            pay(
                    "LABOUR-" + month.getYear(),
                    day,
                    "労働保険料納付 Labour insurance",
                    CompanyChart.LABOUR_INSURANCE,
                    () -> LABOUR_INSURANCE);
        }
    }

    private void taxes(LocalDate day, YearMonth month) {
        pay(
                "WHT-" + month,
                day,
                "源泉所得税納付 Income tax withheld",
                CompanyChart.WITHHELD_TAX,
                () -> desk.incomeTaxDue(month));
        pay(
                "RES-" + month,
                day,
                "住民税納付 Resident tax withheld",
                CompanyChart.WITHHELD_RESIDENT_TAX,
                () -> desk.paidIn(month.minusMonths(1)).residentTax());
    }

    /** Amounts come from the runs, so what is posted is not figured again; when nothing is due, nothing is posted. */
    private void pay(String id, LocalDate day, String text, String account, LongSupplier due) {
        if (books.stores().journal().find(EntryId.of(id)).isPresent()) {
            return;
        }
        long yen = due.getAsLong();
        if (yen > 0) {
            post(Entries.entry(id, day, text)
                    .debit(account, Entries.yen(yen))
                    .credit(CompanyChart.BANK, Entries.yen(yen)));
        }
    }

    private void post(JournalEntry.Builder entry) {
        books.post(entry.build(), clerk).orElseThrow();
    }

    /** What people and the company bear of it, in one payment. */
    private void insurance(String id, LocalDate day, YearMonth month) {
        if (books.stores().journal().find(EntryId.of(id)).isEmpty()) {
            Paid due = desk.insuranceDue(month);
            post(Entries.entry(id, day, "社会保険料納付 Social insurance")
                    .debit(CompanyChart.WITHHELD_INSURANCE, Entries.yen(due.insurance()))
                    .debit(CompanyChart.ACCRUED, Entries.yen(due.companyInsurance()))
                    .credit(CompanyChart.BANK, Entries.yen(due.insurance() + due.companyInsurance())));
        }
    }
}
