package dev.erpkit.inventory.assembly;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** A kit seen by its components: what of it can be had, what moves, what is delivered. Whole kits count. */
public final class Kit {
    private final String item;
    private final SortedMap<String, Rational> each = new TreeMap<>();
    private final SortedMap<String, Rational> once = new TreeMap<>();

    private Kit(String item) {
        this.item = item;
    }

    /** The kit of these components. */
    public static Kit of(String item, ImmutableList<Component> components) {
        Kit kit = new Kit(item);
        components.forEach(component -> (component.fixed() ? kit.once : kit.each)
                .merge(component.item(), component.gross(Rational.ONE, ScrapRule.ADDED), Rational::add));
        return kit;
    }

    /** The kit of an item, kits inside it taken apart; refused with {@code assembly.no-bill}. */
    public static Outcome<Kit> of(String item, Boms boms) {
        Optional<BillOfMaterials> bill = boms.bill(item);
        if (bill.isEmpty()) {
            return Outcome.refused(AssemblyRefusals.noBill(item));
        }
        Kit kit = new Kit(item);
        kit.add(bill.get(), Rational.ONE, boms, false);
        return Outcome.accepted(kit);
    }

    private void add(BillOfMaterials bill, Rational quantity, Boms boms, boolean fixed) {
        Rational batches = quantity.divide(bill.output());
        for (Component component : bill.components()) {
            boolean isOnce = fixed || component.fixed();
            Rational gross = component.gross(batches, ScrapRule.ADDED);
            Optional<BillOfMaterials> inner = boms.bill(component.item()).filter(BillOfMaterials::phantom);
            if (inner.isPresent()) {
                add(inner.get(), gross, boms, isOnce);
            } else {
                (isOnce ? once : each).merge(component.item(), gross, Rational::add);
            }
        }
    }

    /** What an order of so many kits moves of each component. Refused with {@code assembly.order-quantity}. */
    public Outcome<ImmutableSortedMap<String, Rational>> moves(Rational kits) {
        if (kits.signum() <= 0) {
            return Outcome.refused(AssemblyRefusals.order(item));
        }
        SortedMap<String, Rational> moves = new TreeMap<>(once);
        each.forEach((component, quantity) -> moves.merge(component, quantity.multiply(kits), Rational::add));
        return Outcome.accepted(SortedMaps.immutable.ofSortedMap(moves));
    }

    /** What is still to be moved of an order when so much of each component was: together they are the order. */
    public Outcome<ImmutableSortedMap<String, Rational>> backOrder(Rational kits, Map<String, Rational> moved) {
        return moves(kits).map(order -> {
            SortedMap<String, Rational> rest = new TreeMap<>();
            order.forEachKeyValue((component, quantity) -> {
                Rational open = quantity.subtract(moved.getOrDefault(component, Rational.ZERO));
                if (open.signum() > 0) {
                    rest.put(component, open);
                }
            });
            return SortedMaps.immutable.ofSortedMap(rest);
        });
    }

    /** How many whole kits can be put together from stock: what the scarcest component allows. */
    public Rational available(Function<String, Rational> stock) {
        return whole(stock);
    }

    /** How many whole kits are complete in what was delivered. */
    public Rational delivered(Map<String, Rational> delivered) {
        return whole(component -> delivered.getOrDefault(component, Rational.ZERO));
    }

    /** What is needed once has to be there but allows any number of kits; of nothing else there is one kit. */
    private Rational whole(Function<String, Rational> there) {
        for (Map.Entry<String, Rational> fixed : once.entrySet()) {
            if (there.apply(fixed.getKey()).compareTo(fixed.getValue()) < 0) {
                return Rational.ZERO;
            }
        }
        Rational fewest = each.isEmpty() ? Rational.ONE : null;
        for (Map.Entry<String, Rational> component : each.entrySet()) {
            Rational left =
                    there.apply(component.getKey()).subtract(once.getOrDefault(component.getKey(), Rational.ZERO));
            Rational kits = floor(left.divide(component.getValue()));
            fewest = fewest == null || kits.compareTo(fewest) < 0 ? kits : fewest;
        }
        return fewest == null || fewest.signum() < 0 ? Rational.ZERO : fewest;
    }

    private static Rational floor(Rational number) {
        Rational cut = Rational.of(number.numerator().divide(number.denominator()), BigInteger.ONE);
        return number.signum() < 0 && !number.isWhole() ? cut.subtract(Rational.ONE) : cut;
    }

    /** What one kit costs by the costs of its components, exactly, in whatever money these are. */
    public Rational cost(Function<String, Rational> unitCosts) {
        Rational[] sum = {Rational.ZERO};
        each.forEach((component, quantity) -> sum[0] = sum[0].add(quantity.multiply(unitCosts.apply(component))));
        once.forEach((component, quantity) -> sum[0] = sum[0].add(quantity.multiply(unitCosts.apply(component))));
        return sum[0];
    }
}
