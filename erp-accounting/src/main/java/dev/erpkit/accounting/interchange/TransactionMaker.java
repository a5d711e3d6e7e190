package dev.erpkit.accounting.interchange;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** Makes the public value of a transaction that was read. */
final class TransactionMaker {
    private final Accounts accounts;
    private final Commodities commodities;

    TransactionMaker(Accounts accounts, Commodities commodities) {
        this.accounts = accounts;
        this.commodities = commodities;
    }

    PlainTransaction make(RawTransaction t) {
        PlainTransaction.Builder builder = PlainTransaction.builder();
        builder.date(LocalDate.ofEpochDay(t.day)).status(t.status).description(t.description);
        if (t.secondaryDay != RawTransaction.NO_DAY) {
            builder.secondaryDate(LocalDate.ofEpochDay(t.secondaryDay));
        }
        if (t.hasCode) {
            builder.code(t.code);
        }
        if (t.comments.notEmpty()) {
            builder.comments(t.comments.toImmutable());
        }
        PlainPosting[] postings = new PlainPosting[t.size];
        for (int i = 0; i < t.size; i++) {
            postings[i] = posting(t, i);
        }
        return builder.postings(Lists.immutable.with(postings)).build();
    }

    private PlainPosting posting(RawTransaction t, int i) {
        PlainPosting.Builder builder = PlainPosting.builder();
        builder.account(accounts.name(t.accounts[i])).kind(t.kinds[i]).status(t.statuses[i]);
        if (t.amounts.has(i)) {
            builder.amount(amount(t.amounts, i));
        }
        if (t.costs.has(i)) {
            builder.cost(new PlainCost(t.costTotal[i], amount(t.costs, i)));
        }
        if (t.hasLot(i)) {
            builder.lot(lot(t, i));
        }
        if (t.assertions.has(i)) {
            builder.assertion(assertion(t, i));
        }
        if (t.postingComments.get(i).notEmpty()) {
            builder.comments(t.postingComments.get(i).toImmutable());
        }
        return builder.build();
    }

    /** A posting of a transaction that is complete. */
    ResolvedTransaction.Posting resolved(RawTransaction t, int i, Optional<PlainPosting> written) {
        Optional<PlainCost> worth =
                t.costs.has(i) ? Optional.of(new PlainCost(t.costTotal[i], amount(t.costs, i))) : Optional.empty();
        if (t.atLotPrices && t.hasLot(i) && t.lots.has(i)) {
            worth = lot(t, i).price();
        }
        return new ResolvedTransaction.Posting(
                accounts.name(t.accounts[i]),
                t.kinds[i],
                amount(t.amounts, i),
                worth,
                written.flatMap(PlainPosting::assertion),
                written.map(PlainPosting::tags).orElse(Lists.immutable.empty()),
                t.days[i] != RawTransaction.NO_DAY,
                t.lines[i]);
    }

    private PlainLot lot(RawTransaction t, int i) {
        byte flags = t.lotFlags[i];
        Optional<PlainCost> price = t.lots.has(i)
                ? Optional.of(new PlainCost((flags & RawTransaction.LOT_TOTAL) != 0, amount(t.lots, i)))
                : Optional.empty();
        Optional<LocalDate> date = t.lotDays[i] == RawTransaction.NO_DAY
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(t.lotDays[i]));
        return new PlainLot(price, (flags & RawTransaction.LOT_FIXED) != 0, date);
    }

    private PlainAssertion assertion(RawTransaction t, int i) {
        byte flags = t.assertionFlags[i];
        Optional<PlainCost> cost = t.assertionCosts.has(i)
                ? Optional.of(new PlainCost(t.assertionCostTotal[i], amount(t.assertionCosts, i)))
                : Optional.empty();
        boolean sole = (flags & RawTransaction.SOLE) != 0;
        boolean inclusive = (flags & RawTransaction.INCLUSIVE) != 0;
        return new PlainAssertion(amount(t.assertions, i), sole, inclusive, cost);
    }

    private PlainAmount amount(AmountColumn column, int i) {
        return new PlainAmount(column.value(i), commodities.name(column.commodities[i]));
    }
}
