package dev.erpkit.company;

import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** How payments and what comes back every month stand in the books. Foreign amounts are worth what they are on their day. */
record Entries(ExchangeRates rates) {
    static final CurrencyUnit YEN = Amounts.currency("JPY");
    private static final RoundingPolicy NEAREST_YEN = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);

    /** A line of receivables or payables about this trade. */
    JournalLine owed(Trade trade, long minor, LocalDate day) {
        String control = trade.sale() ? CompanyChart.RECEIVABLES : CompanyChart.PAYABLES;
        JournalLine plain = line(control, minor, trade.partner().currency(), day);
        JournalLine.Builder line = JournalLine.builder();
        line.from(plain)
                .party(trade.partner().party())
                .document(trade.document())
                .dueDate(trade.due());
        return line.build();
    }

    /** What the partner's account loses comes first, then the bank. */
    JournalEntry payment(Trade trade, Trade.Payment payment) {
        long sign = trade.sale() ? 1 : -1;
        String bank = trade.partner().foreign() ? CompanyChart.DOLLARS : CompanyChart.BANK;
        JournalLine settled = owed(trade, -sign * payment.amount(), payment.date());
        return entry(payment.id(), payment.date(), trade.sale() ? "入金 Receipt" : "支払 Payment")
                .add(settled)
                .add(line(bank, sign * payment.amount(), trade.partner().currency(), payment.date()))
                .build();
    }

    /** Sets a payment off against the invoice that it pays. */
    static MatchRequest match(ItemId invoice, Trade trade, Trade.Payment payment) {
        MonetaryAmount paid = Amounts.ofMinor(
                payment.amount(), Amounts.currency(trade.partner().currency()));
        MatchRequest.Builder match = MatchRequest.builder();
        match.id("M-" + payment.id()).date(payment.date());
        match.item(invoice, paid).item(ItemId.of(payment.id(), 0), paid);
        return match.build();
    }

    static JournalEntry.Builder entry(String id, LocalDate date, String text) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id).date(date).narrative(text);
        return entry;
    }

    static JournalEntry.Builder opening(LocalDate date) {
        JournalEntry.Builder entry = entry("OPENING", date, "期首残高 Opening balances");
        entry.kind(EntryKind.OPENING);
        return entry;
    }

    /** A signed amount, debit positive, with what it is worth in yen on a day. */
    JournalLine line(String account, long minor, String currency, LocalDate day) {
        MonetaryAmount amount = Amounts.ofMinor(minor, Amounts.currency(currency));
        return JournalLine.builder()
                .account(account)
                .amount(amount)
                .base(rates.convert(amount, YEN, RateType.SPOT, day, NEAREST_YEN)
                        .orElseThrow())
                .build();
    }

    static MonetaryAmount yen(long amount) {
        return Amounts.of(amount, YEN);
    }
}
