package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.valuation.Cost;
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
        given.paper().forEach(this::paper);
    }

    private static String name(StockRole role) {
        return switch (role) {
            case GOODS_RECEIVED -> "GRNI";
            case COST_OF_GOODS -> "COGS";
            case CHARGES -> "CHARGE_PAYABLE";
            default -> role.name();
        };
    }

    /** A bill before its goods and a credit note for what went back clear what was received; an invoice to a customer is income. */
    private void paper(Field event) {
        event.names().forEach(name -> event.at(name).text());
        long amount = event.has("amount")
                ? Amounts.minor(CaseCurrencies.amount(event.at("amount").decimal(), given.currency()))
                : Cost.each(event.at("unit_price").decimal(), given.currency())
                        .of(Rational.parse(event.at("qty").text()));
        String type = event.at("type").text();
        if (type.endsWith("INVOICE")) {
            add("RECEIVABLE", amount);
            add("REVENUE", -amount);
        } else {
            long sign = type.equals("BILL") ? 1 : -1;
            add("GRNI", sign * amount);
            add("PAYABLE", -sign * amount);
        }
    }

    /** Accounts that cases call otherwise. */
    private static String known(String account) {
        return switch (account) {
            case "PRICE_DIFFERENCE", "PRICE_VARIANCE", "PURCHASE_VARIANCE", "PURCHASE_PRICE_VARIANCE" -> "VARIANCE";
            case "INVENTORY" -> "STOCK";
            case "COST_OF_GOODS_SOLD", "COST_OF_SALES" -> "COGS";
            case "STOCK_ADJUSTMENT", "INVENTORY_ADJUSTMENT" -> "ADJUSTMENT";
            default -> account;
        };
    }

    private void add(String account, long minor) {
        accounts.merge(account, minor, Math::addExact);
    }

    void compare(Case current, Field expected) {
        for (String account : expected.names()) {
            BigDecimal actual =
                    BigDecimal.valueOf(accounts.getOrDefault(known(account), 0L), Amounts.digits(given.currency()));
            current.differences().number(expected.at(account), actual);
        }
        ImmutableList<String> names = expected.names().collect(StockAccounts::known);
        accounts.forEach(
                (account, minor) -> current.differences().same(expected, true, minor == 0 || names.contains(account)));
    }
}
