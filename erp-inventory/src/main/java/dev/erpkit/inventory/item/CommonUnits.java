package dev.erpkit.inventory.item;

import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.quantity.UnitOfMeasure;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The table behind {@link Units#common}: dimension, reference unit, then units and how many reference units they are. */
final class CommonUnits {
    private static final ImmutableList<String> TABLE = Lists.immutable.of(
            "count unit pair=2 dozen=12 gross=144",
            "mass g mg=1/1000 kg=1000 t=1000000 carat=1/5 oz=28.349523125 lb=453.59237",
            "length m mm=1/1000 cm=1/100 km=1000 in=0.0254 ft=0.3048 yd=0.9144 mi=1609.344",
            "volume l ml=1/1000 cl=1/100 m3=1000 gal=3.785411784",
            "area m2 ha=10000",
            "time s min=60 h=3600 d=86400");

    private CommonUnits() {}

    static Units all() {
        return TABLE.injectInto(new Units[] {Units.none()}, (units, line) -> {
            units[0] = with(units[0], Lists.immutable.of(line.split(" ")));
            return units;
        })[0];
    }

    private static Units with(Units before, ImmutableList<String> line) {
        UnitOfMeasure reference = UnitOfMeasure.of(line.get(1), line.getFirst());
        Units units = before.with(reference);
        for (String entry : line.drop(2)) {
            int equals = entry.indexOf('=');
            UnitOfMeasure unit = UnitOfMeasure.of(entry.substring(0, equals), line.getFirst());
            units = units.with(UnitConversion.of(unit, reference, entry.substring(equals + 1)));
        }
        return units;
    }
}
