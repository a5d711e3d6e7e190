package dev.erpkit.crm.sales.billing;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.price.TaxTotals;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.MutableSet;

/**
 * The account of a customer: its statements, one after the other.
 *
 * <p>Worked, in yen, tax of 10 % cut off: 110,000 asked for in March, 100,000 received, 12,345 sold: carried over 10,000, sold
 * 12,345, tax 1,234, asked for 23,579.
 *
 * @param party the customer
 * @param statements its statements in the order of their numbers
 */
public record BillingAccount(PartyId party, ImmutableList<BillingStatement> statements) {
    private static final RefusalCode CURRENCY = RefusalCode.of("billing.currency");
    private static final RefusalCode NOT_CLOSING = RefusalCode.of("billing.not-closing-day");
    private static final Comparator<BillingFact> ORDER =
            Comparator.comparing(BillingFact::day).thenComparing(BillingFact::document);

    /** The account with these records. */
    public static BillingAccount of(PartyId party, ImmutableList<SalesRecord<BillingChange>> records) {
        return new BillingAccount(
                party,
                records.flatCollect(SalesRecord::changes)
                        .collect(change -> ((BillingChange.Issued) change).statement()));
    }

    /** The closing day of the next statement; the first one closes the period in which a day lies. */
    public LocalDate nextClosing(BillingTerms terms, LocalDate first) {
        return terms.closing().closing(start(first));
    }

    private LocalDate start(LocalDate first) {
        return statements.isEmpty() ? first : statements.getLast().closing().plusDays(1);
    }

    /**
     * The next statement: all that counts through its closing day and is on none before, so that what became known late is on
     * it too.
     *
     * @param facts what counts through the closing day; what is on an earlier statement is left out
     * @return the statement, {@code billing.not-closing-day} when another day is to be closed next, {@code billing.currency}
     *     when the account has statements in another currency
     */
    public Outcome<BillingStatement> next(BillingTerms terms, LocalDate closing, ImmutableList<BillingFact> facts) {
        LocalDate due = nextClosing(terms, closing);
        if (!due.equals(closing)) {
            return Outcome.refused(notClosing(closing, due));
        }
        Optional<BillingStatement> previous = statements.getLastOptional();
        if (previous.isPresent() && !previous.get().currency().equals(terms.currency())) {
            return Outcome.refused(currency(previous.get(), terms));
        }
        MutableSet<DocumentId> covered = Sets.mutable.empty();
        statements.forEach(statement -> {
            statement.received().forEach(some -> covered.add(some.document()));
            statement.sold().forEach(some -> covered.add(some.document()));
        });
        ImmutableList<BillingFact> mine = facts.reject(
                        fact -> fact.day().isAfter(closing) || covered.contains(fact.document()))
                .toSortedList(ORDER)
                .toImmutable();
        return Outcome.accepted(statement(terms, closing, previous, mine));
    }

    private static BillingStatement statement(
            BillingTerms terms,
            LocalDate closing,
            Optional<BillingStatement> previous,
            ImmutableList<BillingFact> facts) {
        ImmutableList<BillingFact.Sold> sold = facts.selectInstancesOf(BillingFact.Sold.class);
        TaxTotals taxes = new TaxTotals();
        sold.flatCollect(BillingFact.Sold::nets).forEach(net -> taxes.add(net.taxes(), net.minor()));
        LocalDate start = previous.map(before -> before.closing().plusDays(1))
                .orElseGet(() -> terms.closing().period(closing).startInclusive());
        return new BillingStatement(
                previous.map(before -> before.number() + 1).orElse(1),
                DateRange.ofClosed(start, closing),
                terms.collection(closing),
                terms.currency(),
                previous.map(BillingStatement::totalMinor).orElse(0L),
                facts.selectInstancesOf(BillingFact.Received.class),
                sold,
                taxes.figures(terms.tax(), terms.currency()));
    }

    private Refusal notClosing(LocalDate asked, LocalDate due) {
        return Refusal.of(
                        NOT_CLOSING,
                        "Party " + party + " cannot be closed on " + asked + "; its next closing day is " + due)
                .with("party", party)
                .with("date", asked)
                .with("next", due);
    }

    private Refusal currency(BillingStatement previous, BillingTerms terms) {
        String before = previous.currency().getCurrencyCode();
        return Refusal.of(
                        CURRENCY,
                        "The statements of party " + party + " are in " + before + ", not in "
                                + terms.currency().getCurrencyCode() + "; keep the currency")
                .with("party", party)
                .with("currency", before);
    }
}
