package dev.erpkit.company.goods;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.inventory.item.Catalog;
import dev.erpkit.inventory.item.Item;
import dev.erpkit.inventory.item.Units;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.Tracking;
import dev.erpkit.inventory.valuation.ItemTerms;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** What the company trades in. Coffee is told apart by lots, each with a last day on which it is good. */
public enum Ware {
    /** Green beans; they come in sacks and keep a year and a half. */
    GREEN("GREEN", "生豆 Green beans", "kg", 540),
    /** Roasted beans, which the company roasts itself; they keep ten months. */
    ROASTED("ROASTED", "焙煎豆 Roasted beans", "kg", 300),
    /** Black tea; it comes in chests. */
    BLACK_TEA("BLACK-TEA", "紅茶 Black tea", "kg", 0),
    /** Green tea. */
    SENCHA("SENCHA", "煎茶 Sencha", "kg", 0),
    /** Brewing equipment; abroad it goes in pairs. */
    EQUIPMENT("EQUIPMENT", "抽出器具 Brewing equipment", "個", 0),
    /** Paper filters. */
    FILTERS("FILTERS", "紙フィルター Paper filters", "箱", 0),
    /** A gift set of coffee and tea, which the company puts together itself. */
    GIFT_SET("GIFT-SET", "詰合せ Gift set", "箱", 0),
    /** Packs to brew coffee in cold water; sold on order alone. */
    COLD_BREW("COLD-BREW", "水出しパック Cold-brew packs", "箱", 0),
    /** Grinders for cafés; sold on order alone. */
    GRINDER("GRINDER", "業務用ミル Café grinder", "個", 0);

    /** What goes abroad is packed in bags of two kilograms. */
    public static final String BAG = "袋";

    /** Green beans come in sacks of sixty kilograms. */
    public static final String SACK = "麻袋";

    /** Black tea comes in chests of twenty kilograms. */
    public static final String CHEST = "茶箱";

    /** Two pieces. */
    public static final String PAIR = "組";

    private static final Catalog CATALOG = catalog();

    private final String item;
    private final String text;
    private final String unit;
    private final int keepsDays;

    Ware(String item, String text, String unit, int keepsDays) {
        this.item = item;
        this.text = text;
        this.unit = unit;
        this.keepsDays = keepsDays;
    }

    /** The item in stock. */
    public String item() {
        return item;
    }

    /** Its name in both languages. */
    public String text() {
        return text;
    }

    /** Its stock unit. */
    public String unit() {
        return unit;
    }

    /** Whether it is there to drink, and taxed at the reduced rate. */
    public boolean drink() {
        return this != EQUIPMENT && this != FILTERS && this != GRINDER;
    }

    /** Whether it is bought and sold on order alone; otherwise there is some on the shelf. */
    public boolean onOrder() {
        return this == COLD_BREW || this == GRINDER;
    }

    /** Whether it is told apart by lots. */
    public boolean lots() {
        return keepsDays > 0;
    }

    /** How many days a lot is good. */
    int keepsDays() {
        return keepsDays;
    }

    /** So many of a unit in the stock unit. */
    public long inStock(long number, String of) {
        return CATALOG.stockQuantity(item, Long.toString(number), of)
                .orElseThrow()
                .numerator()
                .longValueExact();
    }

    /** The ware of an item. */
    public static Optional<Ware> find(String item) {
        return Arrays.stream(values()).filter(ware -> ware.item.equals(item)).findFirst();
    }

    /** What stock has to know of it: a kilogram, a piece or a box weighs one. */
    StockItem stockItem() {
        ItemTerms terms = ItemTerms.of(item).measures(Rational.ONE, Rational.ONE);
        return new StockItem(terms, lots() ? Tracking.LOT : Tracking.NONE);
    }

    private static Catalog catalog() {
        UnitOfMeasure kilogram = UnitOfMeasure.of("kg", "mass");
        UnitOfMeasure piece = UnitOfMeasure.of("個", "count");
        UnitOfMeasure box = UnitOfMeasure.of("箱", "box");
        Units units = Units.none()
                .with(kilogram)
                .with(piece)
                .with(box)
                .with(UnitConversion.of(UnitOfMeasure.of(BAG, "mass"), kilogram, "2"))
                .with(UnitConversion.of(UnitOfMeasure.of(SACK, "mass"), kilogram, "60"))
                .with(UnitConversion.of(UnitOfMeasure.of(CHEST, "mass"), kilogram, "20"))
                .with(UnitConversion.of(UnitOfMeasure.of(PAIR, "count"), piece, "2"));
        return Catalog.of(
                units,
                Lists.immutable.empty(),
                Lists.immutable
                        .with(values())
                        .collect(ware -> Item.builder()
                                .id(ware.item)
                                .stockUnit(units.unit(ware.unit).orElseThrow())
                                .build()));
    }
}
