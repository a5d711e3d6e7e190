package dev.erpkit.company;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.posting.TradingAccounts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What comes back every month: salaries, rent, bills, the loan, taxes, depreciation, dollars sold to the bank. */
final class Routine {
    static final long WITHHELD = 412_000;
    static final long LOAN = 30_000_000;
    static final long INTERIM_INCOME_TAX = 3_000_000;
    private static final long BONUS_WITHHELD = 530_000;
    private static final long REPAYMENT = 500_000;
    private static final long DOLLARS_SOLD = 1_000_000;

    private final Entries entries;
    private final YearMonth first;
    private final List<JournalEntry> all = new ArrayList<>();

    private Routine(Entries entries, YearMonth first) {
        this.entries = entries;
        this.first = first;
    }

    static List<JournalEntry> year(Entries entries, YearMonth first) {
        Routine routine = new Routine(entries, first);
        for (int month = 0; month < 12; month++) {
            routine.people(first.plusMonths(month));
            routine.bills(first.plusMonths(month));
            routine.bank(first.plusMonths(month), month);
        }
        routine.taxes();
        return List.copyOf(routine.all);
    }

    private void people(YearMonth month) {
        boolean bonus = bonus(month);
        long gross = 3_950_000 + (bonus ? 5_200_000 : 0);
        long withheld = WITHHELD + (bonus ? BONUS_WITHHELD : 0);
        LocalDate payday = TradingYear.CALENDAR.previousOrSame(month.atDay(25));
        all.add(Entries.entry("SAL-" + month, payday, bonus ? "給与・賞与 Salaries and bonus" : "給与 Salaries")
                .debit("6110", Entries.yen(gross))
                .credit("2160", Entries.yen(withheld))
                .credit("1120", Entries.yen(gross - withheld))
                .build());
        long due = WITHHELD + (bonus(month.minusMonths(1)) ? BONUS_WITHHELD : 0);
        plain("WHT-" + month, TradingYear.CALENDAR.nextOrSame(month.atDay(10)), "源泉税納付 Withholdings paid", "2160", due);
        plain("INS-" + month, lastBusinessDay(month), "社会保険料 Social insurance", "6120", bonus ? 1_310_000 : 598_000);
    }

    private static boolean bonus(YearMonth month) {
        return month.getMonthValue() == 7 || month.getMonthValue() == 12;
    }

    private void bills(YearMonth month) {
        taxed("RENT-" + month, TradingYear.CALENDAR.previousOrSame(month.atDay(27)), "家賃 Rent", "6130", 650_000);
        LocalDate billed = TradingYear.CALENDAR.nextOrSame(month.atDay(20));
        taxed("UTIL-" + month, billed, "電気・水道 Utilities", "6140", chance("util", month, 62, 138));
        taxed("TEL-" + month, billed, "通信費 Telephone and network", "6150", chance("tel", month, 28, 41));
        taxed("FRT-" + month, lastBusinessDay(month), "運賃 Freight", "6160", chance("freight", month, 690, 1_240));
        taxed("TRV-" + month, billed, "出張 Travel", "6200", chance("travel", month, 45, 260));
        taxed("CHG-" + month, lastBusinessDay(month), "銀行手数料 Bank charges", "6170", chance("charge", month, 22, 48));
        LocalDate petty = TradingYear.CALENDAR.nextOrSame(month.atDay(14));
        long spent = chance("petty", month, 18, 64);
        all.add(Entries.entry("CASH-" + month, petty, "消耗品 Supplies for cash")
                .debit("6190", Entries.yen(spent))
                .debit("1160", Entries.yen(spent / 10))
                .credit("1110", Entries.yen(spent + spent / 10))
                .build());
        plain("REFILL-" + month, petty, "小口補充 Petty cash", "1110", spent + spent / 10);
    }

    private void bank(YearMonth month, int index) {
        long interest = (LOAN - REPAYMENT * index) * 15 / 12_000;
        all.add(Entries.entry("LOAN-" + month, lastBusinessDay(month), "借入金返済 Loan instalment")
                .debit("2210", Entries.yen(REPAYMENT))
                .debit("7210", Entries.yen(interest))
                .credit("1120", Entries.yen(REPAYMENT + interest))
                .build());
        all.add(Entries.entry("DEP-" + month, month.atEndOfMonth(), "減価償却 Depreciation")
                .debit("6180", Entries.yen(142_000))
                .credit("1290", Entries.yen(142_000))
                .build());
        LocalDate sold = TradingYear.CALENDAR.nextOrSame(month.atDay(18));
        JournalEntry exchange = Entries.entry("FX-" + month, sold, "外貨売却 Dollars sold to the bank")
                .add(entries.line("1130", -DOLLARS_SOLD, "USD", sold))
                .debit("1120", entries.line("1130", DOLLARS_SOLD, "USD", sold).base())
                .build();
        all.add(TradingAccounts.balance(exchange, AccountId.of("1190")));
    }

    private void taxes() {
        LocalDate may = lastBusinessDay(first.plusMonths(1));
        plain("TAX-INCOME", may, "法人税等納付 Income taxes of last year", "2130", 6_820_000);
        plain("TAX-CONSUMPTION", may, "消費税納付 Consumption tax of last year", "2140", 4_236_000);
        LocalDate november = lastBusinessDay(first.plusMonths(7));
        plain("TAX-INTERIM", november, "法人税等中間納付 Interim income taxes", "7310", INTERIM_INCOME_TAX);
        LocalDate august = TradingYear.CALENDAR.nextOrSame(first.plusMonths(4).atDay(16));
        plain("INTEREST-1", august, "預金利息 Interest", "7110", -2_114);
        plain("INTEREST-2", TradingYear.CALENDAR.nextOrSame(august.plusMonths(6)), "預金利息 Interest", "7110", -2_387);
    }

    private void plain(String id, LocalDate date, String text, String account, long yen) {
        all.add(Entries.entry(id, date, text)
                .debit(account, Entries.yen(yen))
                .credit("1120", Entries.yen(yen))
                .build());
    }

    private void taxed(String id, LocalDate date, String text, String account, long yen) {
        all.add(Entries.entry(id, date, text)
                .debit(account, Entries.yen(yen))
                .debit("1160", Entries.yen(yen / 10))
                .credit("1120", Entries.yen(yen + yen / 10))
                .build());
    }

    private static long chance(String what, YearMonth month, int low, int high) {
        return Chance.between(low * 1_000, high * 1_000, what + month);
    }

    private static LocalDate lastBusinessDay(YearMonth month) {
        return TradingYear.CALENDAR.previousOrSame(month.atEndOfMonth());
    }
}
