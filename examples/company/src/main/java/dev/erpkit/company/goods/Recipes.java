package dev.erpkit.company.goods;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.assembly.BillOfMaterials;
import dev.erpkit.inventory.assembly.Boms;
import dev.erpkit.inventory.assembly.Component;
import dev.erpkit.inventory.assembly.ScrapRule;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;

/** What the company makes out of what. */
public final class Recipes {
    /** Roasting takes a sixth of the weight. */
    private static final BillOfMaterials ROASTING = BillOfMaterials.builder()
            .item(Ware.ROASTED.item())
            .component(Component.of(Ware.GREEN.item(), "1").losing("1/6"))
            .build();

    private static final BillOfMaterials GIFT_SET = BillOfMaterials.builder()
            .item(Ware.GIFT_SET.item())
            .component(Component.of(Ware.ROASTED.item(), "1/2"))
            .component(Component.of(Ware.BLACK_TEA.item(), "3/10"))
            .component(Component.of(Ware.SENCHA.item(), "1/5"))
            .build();

    private static final Boms BOMS =
            Boms.of(Lists.immutable.of(ROASTING, GIFT_SET)).orElseThrow();

    private Recipes() {}

    /** What so much of a ware takes, in stock units. */
    public static Map<Ware, Rational> needs(Ware ware, long quantity) {
        Map<Ware, Rational> needs = new EnumMap<>(Ware.class);
        BOMS.needs(ware.item(), Rational.of(quantity), ScrapRule.YIELD)
                .forEachKeyValue((item, need) -> needs.put(Ware.find(item).orElseThrow(), need));
        return needs;
    }
}
