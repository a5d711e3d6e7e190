package dev.erpkit.company.goods;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.Tracking;
import dev.erpkit.inventory.valuation.ItemTerms;
import java.util.Arrays;
import java.util.Optional;

/** What the company trades in. Coffee is told apart by lots, each with a last day on which it is good. */
public enum Ware {
    /** Green beans, by the kilogram; they keep a year and a half. */
    GREEN("GREEN", "生豆 Green beans", "kg", 540, 1),
    /** Roasted beans, by the kilogram; they keep ten months. */
    ROASTED("ROASTED", "焙煎豆 Roasted beans", "kg", 300, 1),
    /** Black tea, by the kilogram. */
    BLACK_TEA("BLACK-TEA", "紅茶 Black tea", "kg", 0, 3),
    /** Green tea, by the kilogram. */
    SENCHA("SENCHA", "煎茶 Sencha", "kg", 0, 3),
    /** Brewing equipment, by the piece. */
    EQUIPMENT("EQUIPMENT", "抽出器具 Brewing equipment", "個", 0, 2),
    /** Paper filters, by the box. */
    FILTERS("FILTERS", "紙フィルター Paper filters", "箱", 0, 1),
    /** A gift set of coffee and tea, which the company puts together itself. */
    GIFT_SET("GIFT-SET", "詰合せ Gift set", "箱", 0, 1);

    private final String item;
    private final String text;
    private final String unit;
    private final int keepsDays;
    private final int weight;

    Ware(String item, String text, String unit, int keepsDays, int weight) {
        this.item = item;
        this.text = text;
        this.unit = unit;
        this.keepsDays = keepsDays;
        this.weight = weight;
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
        return this != EQUIPMENT && this != FILTERS;
    }

    /** Whether it is told apart by lots. */
    public boolean lots() {
        return keepsDays > 0;
    }

    /** How many days a lot is good. */
    public int keepsDays() {
        return keepsDays;
    }

    /** What stock has to know of it; landed costs go by weight. */
    StockItem stockItem() {
        ItemTerms terms = ItemTerms.of(item).measures(Rational.of(weight), Rational.ONE);
        return new StockItem(terms, lots() ? Tracking.LOT : Tracking.NONE);
    }

    /** The ware of an item. */
    public static Optional<Ware> find(String item) {
        return Arrays.stream(values()).filter(ware -> ware.item.equals(item)).findFirst();
    }
}
