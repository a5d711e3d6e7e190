package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The accounts that a valued history stands in, debit positive. What goods mean to the books is the library's; that a bill is
 * payable and clears what was received is said here, as no purchasing stands behind these cases.
 */
final class StockAccounts {
    private final StockGiven given;
    private final SortedMap<String, Long> accounts = new TreeMap<>();

    StockAccounts(StockGiven given, ValuationLedger ledger) {
        this.given = given;
        StockPostings.perpetual(given.events(), ledger).forEach(posting -> add(name(posting.role()), posting.minor()));
        given.events().selectInstancesOf(StockEvent.Bill.class).forEach(bill -> {
            long billed = bill.price().of(bill.quantity());
            add("GRNI", billed);
            add("PAYABLE", -billed);
        });
    }

    private static String name(StockRole role) {
        return switch (role) {
            case GOODS_RECEIVED -> "GRNI";
            case COST_OF_GOODS -> "COGS";
            case CHARGES -> "CHARGE_PAYABLE";
            default -> role.name();
        };
    }

    private void add(String account, long minor) {
        accounts.merge(account, minor, Math::addExact);
    }

    void compare(Case current, Field expected) {
        for (String account : expected.names()) {
            BigDecimal actual =
                    BigDecimal.valueOf(accounts.getOrDefault(account, 0L), Amounts.digits(given.currency()));
            current.differences().number(expected.at(account), actual);
        }
        ImmutableList<String> names = expected.names();
        accounts.forEach(
                (account, minor) -> current.differences().same(expected, true, minor == 0 || names.contains(account)));
    }
}
