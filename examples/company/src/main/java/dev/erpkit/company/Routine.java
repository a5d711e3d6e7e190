package dev.erpkit.company;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.posting.TradingAccounts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What comes back every month: rent, bills, the loan, taxes, dollars sold to the bank. */
final class Routine {
    static final long LOAN = 30_000_000;
    static final long INTERIM_INCOME_TAX = 3_000_000;
    private static final long REPAYMENT = 500_000;
    private static final long DOLLARS_SOLD = 1_000_000;

    private final Entries entries;
    private final YearMonth first;
    private final List<Booking> all = new ArrayList<>();

    private Routine(Entries entries, YearMonth first) {
        this.entries = entries;
        this.first = first;
    }

    static List<Booking> year(Entries entries, YearMonth first) {
        Routine routine = new Routine(entries, first);
        for (int month = 0; month < 12; month++) {
            routine.bills(first.plusMonths(month));
            routine.bank(first.plusMonths(month), month);
        }
        routine.taxes();
        return List.copyOf(routine.all);
    }

    private void bills(YearMonth month) {
        taxed("RENT-" + month, TradingYear.CALENDAR.previousOrSame(month.atDay(27)), "家賃 Rent", "6330", 650_000);
        LocalDate billed = TradingYear.CALENDAR.nextOrSame(month.atDay(20));
        taxed("UTIL-" + month, billed, "電気・水道 Utilities", "6310", chance("util", month, 62, 138));
        taxed("TEL-" + month, billed, "通信費 Telephone and network", "6240", chance("tel", month, 28, 41));
        taxed("FRT-" + month, lastBusinessDay(month), "運賃 Freight", "6250", chance("freight", month, 690, 1_240));
        taxed("TRV-" + month, billed, "出張 Travel", "6230", chance("travel", month, 45, 260));
        taxed("CHG-" + month, lastBusinessDay(month), "銀行手数料 Bank charges", "6360", chance("charge", month, 22, 48));
        LocalDate petty = TradingYear.CALENDAR.nextOrSame(month.atDay(14));
        long spent = chance("petty", month, 18, 64);
        taxed("CASH-" + month, petty, "消耗品 Supplies for cash", "6320", spent, CompanyChart.PETTY_CASH);
        plain("REFILL-" + month, petty, "小口補充 Petty cash", CompanyChart.PETTY_CASH, spent + spent / 10);
    }

    private void bank(YearMonth month, int index) {
        long interest = (LOAN - REPAYMENT * index) * 15 / 12_000;
        add(Entries.entry("LOAN-" + month, lastBusinessDay(month), "借入金返済 Loan instalment")
                .debit(CompanyChart.LOAN, Entries.yen(REPAYMENT))
                .debit("8110", Entries.yen(interest))
                .credit(CompanyChart.BANK, Entries.yen(REPAYMENT + interest))
                .build());
        LocalDate sold = TradingYear.CALENDAR.nextOrSame(month.atDay(18));
        JournalEntry exchange = Entries.entry("FX-" + month, sold, "外貨売却 Dollars sold to the bank")
                .add(entries.line(CompanyChart.DOLLARS, -DOLLARS_SOLD, "USD", sold))
                .debit(
                        CompanyChart.BANK,
                        entries.line(CompanyChart.DOLLARS, DOLLARS_SOLD, "USD", sold)
                                .base())
                .build();
        add(TradingAccounts.balance(exchange, CompanyChart.CURRENCY_POSITION));
    }

    private void taxes() {
        LocalDate may = lastBusinessDay(first.plusMonths(1));
        plain("TAX-INCOME", may, "法人税等納付 Income taxes of last year", CompanyChart.INCOME_TAX_DUE, 6_820_000);
        plain("TAX-CONSUMPTION", may, "消費税納付 Consumption tax of last year", CompanyChart.TAX_DUE, 4_236_000);
        LocalDate november = lastBusinessDay(first.plusMonths(7));
        plain("TAX-INTERIM", november, "法人税等中間納付 Interim income taxes", CompanyChart.INCOME_TAX, INTERIM_INCOME_TAX);
        LocalDate august = TradingYear.CALENDAR.nextOrSame(first.plusMonths(4).atDay(16));
        interest("INTEREST-1", august, 2_114);
        interest("INTEREST-2", TradingYear.CALENDAR.nextOrSame(august.plusMonths(6)), 2_387);
        all.addAll(FixedAssets.purchases());
        all.add(Insurance.premium());
    }

    private void add(JournalEntry entry) {
        all.add(Booking.of(entry));
    }

    private void interest(String id, LocalDate date, long yen) {
        all.add(Booking.nonTaxable(
                Entries.entry(id, date, "預金利息 Interest")
                        .debit(CompanyChart.BANK, Entries.yen(yen))
                        .credit("7110", Entries.yen(yen))
                        .build(),
                yen));
    }

    private void plain(String id, LocalDate date, String text, String account, long yen) {
        add(Entries.entry(id, date, text)
                .debit(account, Entries.yen(yen))
                .credit(CompanyChart.BANK, Entries.yen(yen))
                .build());
    }

    private void taxed(String id, LocalDate date, String text, String account, long yen) {
        taxed(id, date, text, account, yen, CompanyChart.BANK);
    }

    private void taxed(String id, LocalDate date, String text, String account, long yen, String from) {
        JournalEntry bill = Entries.entry(id, date, text)
                .debit(account, Entries.yen(yen))
                .debit(CompanyChart.TAX_PAID, Entries.yen(yen / 10))
                .credit(from, Entries.yen(yen + yen / 10))
                .build();
        all.add(Booking.taxed(bill, yen, yen / 10));
    }

    private static long chance(String what, YearMonth month, int low, int high) {
        return Chance.between(low * 1_000, high * 1_000, what + month);
    }

    private static LocalDate lastBusinessDay(YearMonth month) {
        return TradingYear.CALENDAR.previousOrSame(month.atEndOfMonth());
    }
}
