package dev.erpkit.inventory.assembly;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.Voucher;
import dev.erpkit.inventory.valuation.ConversionCost;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Production orders: from a bill of materials to the fact that is recorded when the goods are made. */
public final class Production {
    private Production() {}

    /**
     * What is recorded when so much of an item is made at a place: what it takes there, what it gives there, and who bears
     * the cost. The main product comes first, by-products after it.
     *
     * @param workshop the location of kind production that it goes through
     * @param conversion further cost, such as labour, shared as the cost of what is used up
     * @return the fact, or {@code assembly.no-bill}, or {@code assembly.order-quantity}
     */
    public static Outcome<Assembly> of(
            Boms boms,
            String item,
            Rational quantity,
            ScrapRule rule,
            Location workshop,
            Location place,
            LocalDateTime at,
            ConversionCost conversion) {
        Optional<BillOfMaterials> found = boms.bill(item);
        if (found.isEmpty()) {
            return Outcome.refused(AssemblyRefusals.noBill(item));
        }
        if (quantity.signum() <= 0) {
            return Outcome.refused(AssemblyRefusals.order(item));
        }
        BillOfMaterials bill = found.get();
        Rational batches = quantity.divide(bill.output());
        ImmutableList<Assembly.Input> inputs = Lists.immutable.ofAll(boms.needs(item, quantity, rule)
                .keyValuesView()
                .collect(need -> new Assembly.Input(at(place, need.getOne()), need.getTwo())));
        ImmutableList<Assembly.Output> main =
                Lists.immutable.of(new Assembly.Output(at(place, item), quantity, bill.mainShare()));
        return Outcome.accepted(new Assembly(
                0,
                at,
                workshop,
                inputs,
                main.newWithAll(bill.byProducts()
                        .collect(by -> new Assembly.Output(
                                at(place, by.item()), by.quantity().multiply(batches), by.share()))),
                conversion,
                Voucher.NONE));
    }

    private static Place at(Location location, String item) {
        return new Place(location, item, "", "");
    }
}
