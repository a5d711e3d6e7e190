package dev.erpkit.inventory.valuation;

/**
 * Goods of one kind: an item, and where it matters the warehouse and the lot or serial number, else empty.
 *
 * @param item the item
 * @param warehouse the warehouse, or empty
 * @param lot the lot or serial number, or empty
 */
public record Goods(String item, String warehouse, String lot) implements Comparable<Goods> {
    /** Goods of an item. */
    public static Goods of(String item) {
        return new Goods(item, "", "");
    }

    /** The same goods in a warehouse. */
    public Goods in(String where) {
        return new Goods(item, where, lot);
    }

    /** The same goods of a lot or with a serial number. */
    public Goods lot(String number) {
        return new Goods(item, warehouse, number);
    }

    @Override
    public int compareTo(Goods other) {
        int byItem = item.compareTo(other.item);
        int byWarehouse = byItem != 0 ? byItem : warehouse.compareTo(other.warehouse);
        return byWarehouse != 0 ? byWarehouse : lot.compareTo(other.lot);
    }

    @Override
    public String toString() {
        return item + (warehouse.isEmpty() ? "" : " in " + warehouse) + (lot.isEmpty() ? "" : " lot " + lot);
    }
}
