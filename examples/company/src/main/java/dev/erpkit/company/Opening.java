package dev.erpkit.company;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.posting.TradingAccounts;
import dev.erpkit.company.Trade.Payment;
import dev.erpkit.company.people.EarlierPay;
import dev.erpkit.company.people.Paid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the company had and owed when the year began. */
final class Opening {
    private final LocalDate day;
    private final Entries entries;

    Opening(LocalDate day, Entries entries) {
        this.day = day;
        this.entries = entries;
    }

    /** Invoices of the year before that are still open, with the payments that settle them. */
    List<Trade> invoices() {
        List<Trade> open = new ArrayList<>();
        open.add(invoice("INV-2502-17", true, Partner.CUSTOMERS.get(1), 1_842_500, day, 9));
        open.add(invoice("INV-2503-04", true, Partner.CUSTOMERS.get(0), 968_000, day.plusDays(30), 0));
        open.add(invoice("INV-2503-11", true, Partner.CUSTOMERS.get(3), 2_310_000, day.plusDays(30), 0));
        open.add(invoice("INV-2503-19", true, Partner.CUSTOMERS.get(5), 2_480_000, day.plusDays(36), 2));
        open.add(invoice("INV-2503-26", true, Partner.CUSTOMERS.get(7), 1_875_000, day.plusDays(56), 0));
        open.add(invoice("PUR-2503-08", false, Partner.SUPPLIERS.get(1), 3_054_700, day.plusDays(30), 0));
        open.add(invoice("PUR-2503-22", false, Partner.SUPPLIERS.get(3), 2_950_000, day.plusDays(21), 0));
        return List.copyOf(open);
    }

    private static Trade invoice(
            String document, boolean sale, Partner partner, long gross, LocalDate due, int daysLate) {
        LocalDate paid = TradingYear.CALENDAR.nextOrSame(due.plusDays(daysLate));
        return new Trade(
                document,
                sale,
                partner,
                due.minusDays(30),
                due,
                List.of(),
                gross,
                List.of(new Payment("PAY-" + document, paid, gross)));
    }

    /** The open item of the invoice with this index. */
    static ItemId item(int index) {
        return ItemId.of("OPENING", index);
    }

    /**
     * The open invoices come first, in their order; retained earnings take what is left. Fixed assets and goods are taken in
     * by their own registers, off the accounts where what comes in stands until then.
     */
    JournalEntry entry() {
        List<JournalLine> lines = new ArrayList<>();
        for (Trade trade : invoices()) {
            lines.add(entries.owed(trade, trade.sale() ? trade.gross() : -trade.gross(), day));
        }
        yen(lines, CompanyChart.PETTY_CASH, 180_000);
        yen(lines, CompanyChart.BANK, 42_350_000);
        lines.add(entries.line(CompanyChart.DOLLARS, 18_000_000, "USD", day));
        yen(lines, CompanyChart.GOODS_RECEIVED, OpeningGoods.value());
        yen(lines, CompanyChart.ASSETS_TAKEN_IN, FixedAssets.openingValue());
        yen(lines, "1630", 2_400_000);
        yen(lines, CompanyChart.INCOME_TAX_DUE, -6_820_000);
        yen(lines, CompanyChart.TAX_DUE, -4_236_000);
        Paid march = EarlierPay.handedOver().march();
        yen(lines, CompanyChart.WITHHELD_TAX, -march.incomeTax());
        yen(lines, CompanyChart.WITHHELD_RESIDENT_TAX, -march.residentTax());
        yen(lines, CompanyChart.LOAN, -Routine.LOAN);
        yen(lines, "3110", -20_000_000);
        long net = lines.stream().mapToLong(JournalLine::baseMinor).reduce(0, Math::addExact);
        yen(lines, CompanyChart.RETAINED, -net);
        JournalEntry.Builder opening = Entries.opening(day);
        lines.forEach(opening::add);
        return TradingAccounts.balance(opening.build(), CompanyChart.CURRENCY_POSITION);
    }

    private void yen(List<JournalLine> lines, String account, long amount) {
        lines.add(entries.line(account, amount, "JPY", day));
    }
}
