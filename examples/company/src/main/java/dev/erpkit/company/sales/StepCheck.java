package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.reservation.ReservationService;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Whether books, stock, receivables and orders tell the same. What they cannot agree on is a fault of the program, never of a
 * user, and so it is thrown.
 *
 * @param business the books
 * @param stock the goods
 * @param reservations claims on them
 * @param terms the accounts and places
 * @param clock when claims count
 */
record StepCheck(
        Business business, StockService stock, ReservationService reservations, SalesTerms terms, InstantSource clock) {
    /** The control account is the open items, the stock account the stock, and nobody has a claim on what is not there. */
    void books() {
        same("Receivables by currency, account and open items", controlAccount(), openItems());
        long valued = stock.value(Long.MAX_VALUE).value();
        same("Stock, account and valuation", balance(), valued);
        StockLevels levels = StockLevels.of(stock.facts());
        for (String item : terms.items().keysView()) {
            Place place = new Place(terms.shelf(), item, "", "");
            Rational reserved = reservations.state(item).reserved(place, clock.instant());
            if (reserved.compareTo(levels.at(place)) > 0) {
                throw apart("Reserved and on hand of " + item, reserved, levels.at(place));
            }
        }
    }

    /** What was delivered is what has left the shelf, what was invoiced is what the documents say, line for line. */
    void order(Order order) {
        ImmutableList<StockFact> facts = stock.facts();
        for (LineProgress line : order.lines()) {
            same("Delivered and moved of " + order.id() + "/" + line.line(), line.kept(), gone(facts, order, line));
            Rational claimed = reservations
                    .state(line.sale().item())
                    .held(StockDesk.demand(order.id().value(), line.line()), clock.instant());
            if (claimed.compareTo(line.backOrder()) > 0) {
                throw apart("Claims and back order of " + order.id() + "/" + line.line(), claimed, line.backOrder());
            }
        }
        Owed owed = Owed.in(business);
        long documents = order.invoices()
                .sumOfLong(invoice -> netMinor(owed.document(invoice.document().value())));
        same("Net of " + order.id() + ", order and documents", order.invoicedMinor(), documents);
    }

    private static long netMinor(IssuedDocument document) {
        long net = document.figures().netMinor();
        return document.kind().reduces() ? -net : net;
    }

    private Rational gone(ImmutableList<StockFact> facts, Order order, LineProgress line) {
        String demand = StockDesk.demand(order.id().value(), line.line());
        return facts.selectInstancesOf(Move.class)
                .select(move -> move.reference().equals(demand))
                .injectInto(
                        Rational.ZERO,
                        (sum, move) -> move.target().equals(terms.customers())
                                ? sum.add(move.quantity())
                                : sum.subtract(move.quantity()));
    }

    /** In the currencies of the items, so that what revaluation has added in yen does not count. */
    private Map<String, Long> controlAccount() {
        Map<String, Long> amounts = new TreeMap<>();
        for (AccountBalance balance : business.books().ledger().balances(LedgerQuery.all(BookId.MAIN))) {
            if (balance.account().value().equals(terms.receivables())
                    && balance.amount().closingMinor() != 0) {
                amounts.put(
                        balance.currency().getCurrencyCode(), balance.amount().closingMinor());
            }
        }
        return amounts;
    }

    private Map<String, Long> openItems() {
        Map<String, Long> amounts = new TreeMap<>();
        business.stores()
                .books()
                .openItems()
                .forEach(
                        OpenItemQuery.all()
                                .in(BookId.MAIN)
                                .on(AccountId.of(terms.receivables()))
                                .openAsOf(LocalDate.MAX),
                        history -> amounts.merge(
                                history.item().currency().getCurrencyCode(),
                                history.residual().amountMinor(),
                                Math::addExact));
        amounts.values().removeIf(minor -> minor == 0);
        return amounts;
    }

    private long balance() {
        return business.books()
                .ledger()
                .balances(LedgerQuery.all(BookId.MAIN))
                .asLazy()
                .select(balance -> balance.account().value().equals(terms.stock()))
                .sumOfLong(balance -> balance.base().closingMinor());
    }

    private static void same(String what, Object one, Object other) {
        if (!one.equals(other)) {
            throw apart(what, one, other);
        }
    }

    private static IllegalStateException apart(String what, Object one, Object other) {
        return new IllegalStateException(what + " differ: " + one + " and " + other);
    }
}
