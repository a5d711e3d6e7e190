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

/** How a trade and its payments stand in the books. Foreign amounts are worth what they are worth on their day. */
record Entries(ExchangeRates rates) {
    static final CurrencyUnit YEN = Amounts.currency("JPY");
    private static final RoundingPolicy NEAREST_YEN = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);

    /** The line that the partner owes or is owed comes first, then the goods, then the tax. */
    JournalEntry trade(Trade trade) {
        long sign = trade.sale() ? 1 : -1;
        String goods = trade.sale()
                ? (trade.partner().foreign() ? "4120" : "4110")
                : (trade.partner().foreign() ? "5120" : "5110");
        JournalEntry.Builder entry = entry(trade.document(), trade.date(), trade.goods())
                .add(owed(trade, sign * trade.gross()))
                .add(line(goods, -sign * trade.net(), trade.partner().currency(), trade.date()));
        if (trade.tax() != 0) {
            entry.add(line(trade.sale() ? "2150" : "1160", -sign * trade.tax(), "JPY", trade.date()));
        }
        return entry.build();
    }

    private JournalLine owed(Trade trade, long minor) {
        return line(trade.sale() ? "1140" : "2110", minor, trade, trade.date());
    }

    /** A line of a control account about this trade. */
    JournalLine line(String control, long minor, Trade trade, LocalDate day) {
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
        String bank = trade.partner().foreign() ? "1130" : "1120";
        JournalLine settled = line(trade.sale() ? "1140" : "2110", -sign * payment.amount(), trade, payment.date());
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
