package dev.erpkit.inventory.purchase;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What receipts and invoices amount to by role, debit above zero, in minor units, where somebody keeps accounts apart for
 * them. The roles of each entry sum to nothing.
 */
public final class ReceiptEntries {
    /** Role: goods in stock. */
    public static final String STOCK = "stock";

    /** Role: goods that came and are not billed. */
    public static final String GOODS_RECEIVED = "goods-received";

    /** Role: goods in stock at an expected cost. */
    public static final String STOCK_INTERIM = "stock-interim";

    /** Role: what is expected to be owed for them. */
    public static final String ACCRUED_INTERIM = "accrued-interim";

    /** Role: what was put on goods of what is owed. */
    public static final String DIRECT_COST = "direct-cost-applied";

    private ReceiptEntries() {}

    /**
     * Goods that come with charges of their own: stock takes all, and each charge stands apart from the goods.
     *
     * @param goods what the goods cost
     * @param charges what customs, carriers and others charge, by role
     */
    public static ImmutableSortedMap<String, Long> received(long goods, Map<String, Long> charges) {
        SortedMap<String, Long> entry = new TreeMap<>();
        add(entry, STOCK, goods);
        add(entry, GOODS_RECEIVED, Math.negateExact(goods));
        charges.forEach((role, minor) -> {
            add(entry, STOCK, minor);
            add(entry, role, Math.negateExact(minor));
        });
        return SortedMaps.immutable.ofSortedMap(entry);
    }

    /** Goods come at an expected cost, which stands on interim accounts until they are invoiced. */
    public static ImmutableSortedMap<String, Long> expected(long cost) {
        SortedMap<String, Long> entry = new TreeMap<>();
        add(entry, STOCK_INTERIM, cost);
        add(entry, ACCRUED_INTERIM, Math.negateExact(cost));
        return SortedMaps.immutable.ofSortedMap(entry);
    }

    /** They are invoiced: the expected cost goes, the actual one comes. */
    public static ImmutableSortedMap<String, Long> invoiced(long expectedCost, long cost) {
        SortedMap<String, Long> entry = new TreeMap<>();
        add(entry, STOCK_INTERIM, Math.negateExact(expectedCost));
        add(entry, ACCRUED_INTERIM, expectedCost);
        add(entry, STOCK, cost);
        add(entry, DIRECT_COST, Math.negateExact(cost));
        return SortedMaps.immutable.ofSortedMap(entry);
    }

    private static void add(SortedMap<String, Long> entry, String role, long minor) {
        entry.merge(role, minor, Math::addExact);
    }
}
