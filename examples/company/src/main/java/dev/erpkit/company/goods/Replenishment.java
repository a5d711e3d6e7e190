package dev.erpkit.company.goods;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.replenishment.OrderProposal;
import dev.erpkit.inventory.replenishment.ReorderRule;
import dev.erpkit.inventory.replenishment.Trigger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** When a ware that is bought is ordered, and how much of it. */
public final class Replenishment {
    private static final Map<Ware, ReorderRule> RULES = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Ware.GREEN, rule(5_400, 6_600, 60),
            Ware.BLACK_TEA, rule(2_800, 3_800, 20),
            Ware.SENCHA, rule(1_700, 2_700, 10),
            Ware.EQUIPMENT, rule(5_200, 6_200, 50),
            Ware.FILTERS, rule(3_400, 4_200, 100))));

    private Replenishment() {}

    private static ReorderRule rule(long min, long max, long multiple) {
        return ReorderRule.builder()
                .min(Rational.of(min))
                .max(Rational.of(max))
                .multiple(Rational.of(multiple))
                .trigger(Trigger.AT_OR_BELOW)
                .build();
    }

    /** The wares that are bought, in their order. */
    public static Set<Ware> bought() {
        return RULES.keySet();
    }

    /** The rule of a ware that is bought. */
    public static ReorderRule rule(Ware ware) {
        return Objects.requireNonNull(RULES.get(ware), ware::text);
    }

    /** What is to be ordered, given what there is and what is on order. */
    public static OrderProposal propose(Ware ware, Rational projected) {
        return rule(ware).propose(projected);
    }
}
