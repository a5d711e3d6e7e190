package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.inventory.purchase.ReceiptEntries;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/** Cases of purchases in the books that are no history of stock. */
final class MatchReaders {
    private static final CurrencyUnit EURO = Amounts.currency("EUR");

    /** The accounts that cases name for roles. */
    private static final Map<String, String> ACCOUNTS = Map.of(ReceiptEntries.GOODS_RECEIVED, "GRNI");

    /** The accounts that cases name for charges. */
    private static final Map<String, String> CHARGES = Map.of(
            "purchase_tax_in_valuation", "CUSTOMS",
            "customs", "CUSTOMS",
            "shipping", "SHIPPING",
            "freight", "SHIPPING",
            "landed_cost_voucher", "EXPENSES_IN_VALUATION");

    private MatchReaders() {}

    /** A receipt whose value is owed to several. */
    static void charges(Case current) {
        Field given = current.given();
        SortedMap<String, Long> charges = new TreeMap<>();
        long goods = minor(given.at("goods"));
        for (String name : given.names().reject("goods"::equals)) {
            String account = CHARGES.get(name);
            if (account == null) {
                throw new UnsupportedCaseException("charge " + name);
            }
            charges.merge(account, minor(given.at(name)), Math::addExact);
        }
        current.expect().requireNames("journal");
        compare(
                current,
                current.expect().at("journal"),
                ReceiptEntries.received(goods, charges).castToSortedMap());
    }

    /** An expected cost on interim accounts until the invoice comes. */
    static void interim(Case current) {
        Field given = current.given();
        given.requireNames("received_expected", "invoiced");
        long expected = minor(given.at("received_expected"));
        long invoiced = minor(given.at("invoiced"));
        for (String name : current.expect().names()) {
            Field journal = current.expect().at(name);
            switch (name) {
                case "on_receipt" ->
                    compare(current, journal, ReceiptEntries.expected(expected).castToSortedMap());
                case "on_invoice" ->
                    compare(
                            current,
                            journal,
                            ReceiptEntries.invoiced(expected, invoiced).castToSortedMap());
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        }
    }

    private static long minor(Field amount) {
        return Amounts.minor(CaseCurrencies.amount(amount.decimal(), EURO));
    }

    private static void compare(Case current, Field journal, SortedMap<String, Long> entry) {
        SortedMap<String, Long> expected = new TreeMap<>();
        for (Field line : journal.elements()) {
            boolean debit = line.has("debit");
            line.requireNames("account", debit ? "debit" : "credit");
            long amount = minor(line.at(debit ? "debit" : "credit"));
            expected.merge(line.at("account").text(), debit ? amount : -amount, Math::addExact);
        }
        SortedMap<String, Long> actual = new TreeMap<>();
        entry.forEach((role, minor) -> {
            if (minor != 0) {
                actual.put(account(role), minor);
            }
        });
        current.differences().same(journal, decimals(expected), decimals(actual));
    }

    private static String account(String role) {
        return ACCOUNTS.getOrDefault(role, role.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static SortedMap<String, BigDecimal> decimals(SortedMap<String, Long> minors) {
        SortedMap<String, BigDecimal> decimals = new TreeMap<>();
        minors.forEach((name, minor) -> decimals.put(name, BigDecimal.valueOf(minor, 2)));
        return decimals;
    }
}
