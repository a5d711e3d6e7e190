package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Money from customers abroad. It is worth what it is on its day and is set off against the invoice, which was worth what it was
 * on its own: the books post the difference.
 *
 * @param business the books
 * @param terms the accounts and rates
 */
record ForeignReceipts(Business business, SalesTerms terms) {
    private static final RoundingPolicy NEAREST_YEN = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);

    /** All that is owed for an invoice comes in. */
    Outcome<Match> take(IssuedDocument invoice, LocalDate day, Actor clerk) {
        String id = "PAY-" + invoice.id();
        MonetaryAmount paid = invoice.total();
        JournalEntry entry = JournalEntry.builder()
                .id(id)
                .date(day)
                .narrative("入金 Receipt " + invoice.id())
                .add(settled(invoice, day))
                .add(line(terms.dollars(), paid, day).build())
                .build();
        MatchRequest.Builder match = MatchRequest.builder();
        match.id("M-" + id).date(day);
        match.item(Owed.item(invoice.id().value()), paid).item(ItemId.of(id, 0), paid);
        return business.books()
                .post(entry, clerk)
                .then(posted -> business.books().matching().match(match.build(), terms.matching(), clerk));
    }

    private JournalLine settled(IssuedDocument invoice, LocalDate day) {
        return line(terms.receivables(), Amounts.negate(invoice.total()), day)
                .party(invoice.party())
                .document(invoice.id().value())
                .dueDate(invoice.figures().instalments().getOnly().due())
                .build();
    }

    private JournalLine.Builder line(String account, MonetaryAmount amount, LocalDate day) {
        MonetaryAmount yen = terms.rates()
                .convert(amount, SellingRules.YEN, RateType.SPOT, day, NEAREST_YEN)
                .orElseThrow();
        JournalLine.Builder line = JournalLine.builder();
        line.account(account).amount(amount).base(yen);
        return line;
    }
}
