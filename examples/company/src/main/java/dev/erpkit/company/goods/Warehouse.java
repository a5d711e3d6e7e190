package dev.erpkit.company.goods;

import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Place;

/** Where goods can be. */
public final class Warehouse {
    private static final String HONMOKU = "honmoku";

    /** The shelves of the company, from which everything is sold. */
    public static final Location SHELF = Location.of("shelf", HONMOKU);

    /** Where goods come from. */
    public static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);

    /** Where they go. */
    public static final Location CUSTOMERS = Location.outside("customers", LocationKind.CUSTOMER);

    /** Where they go that nobody can sell. */
    public static final Location SCRAP = Location.outside("scrap", LocationKind.LOSS);

    /** Where goods become other goods. */
    public static final Location WORKSHOP = Location.outside("workshop", LocationKind.PRODUCTION);

    private Warehouse() {}

    /** A ware on the shelf; the lot is empty where there are none. */
    public static Place on(Ware ware, String lot) {
        return new Place(SHELF, ware.item(), lot, "");
    }
}
