package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The accounts that a valued history stands in, debit positive: a receipt is owed as goods received and not invoiced until
 * it is billed, a return to the vendor is claimed there until it is credited.
 */
final class StockPostings {
    private final StockGiven given;
    private final ValuationLedger ledger;
    private final SortedMap<String, Long> accounts = new TreeMap<>();

    StockPostings(StockGiven given, ValuationLedger ledger) {
        this.given = given;
        this.ledger = ledger;
        add("STOCK", ledger.value());
        ledger.variances().forEachValue(minor -> add("VARIANCE", minor));
        given.events().forEach(this::post);
    }

    private void post(StockEvent event) {
        long number = event.number();
        long cost = ledger.costs().getOrDefault(number, 0L);
        long inbound = ledger.inbound().getOrDefault(number, 0L);
        if (event instanceof StockEvent.Receipt) {
            add("GRNI", -inbound);
        } else if (event instanceof StockEvent.VendorReturn) {
            add("GRNI", cost);
        } else if (event instanceof StockEvent.Bill bill) {
            long billed = bill.price().of(bill.quantity());
            add("GRNI", billed);
            add("PAYABLE", -billed);
        } else if (event instanceof StockEvent.Issue) {
            add("COGS", cost);
        } else if (event instanceof StockEvent.CustomerReturn) {
            add("COGS", -inbound);
        } else {
            throw new UnsupportedCaseException("accounts of " + event);
        }
    }

    private void add(String account, long minor) {
        accounts.merge(account, minor, Math::addExact);
    }

    void compare(Case current, Field expected) {
        for (String account : expected.names()) {
            BigDecimal actual = BigDecimal.valueOf(
                    accounts.getOrDefault(account, 0L), Amounts.digits(given.currency()));
            current.differences().number(expected.at(account), actual);
        }
        ImmutableList<String> names = expected.names();
        accounts.forEach((account, minor) ->
                current.differences().same(expected, true, minor == 0 || names.contains(account)));
    }
}
