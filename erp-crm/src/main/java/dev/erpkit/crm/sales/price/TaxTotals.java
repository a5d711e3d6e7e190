package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Sums nets by tax and rounds the tax of each once. */
public final class TaxTotals {
    private final MutableMap<TaxRate, Long> bases = Maps.mutable.empty();
    private final MutableList<TaxRate> order = Lists.mutable.empty();

    /** Nothing yet. */
    public TaxTotals() {}

    /** Adds a net that bears these taxes. */
    public void add(ImmutableList<TaxRate> taxes, long netMinor) {
        for (TaxRate rate : taxes) {
            if (!bases.containsKey(rate)) {
                order.add(rate);
            }
            bases.merge(rate, netMinor, Math::addExact);
        }
    }

    /** The tax of each rate, in the order in which the rates first came. */
    public ImmutableList<TaxFigure> figures(RoundingPolicy rounding, CurrencyUnit currency) {
        return order.toImmutable().collect(rate -> {
            long base = bases.getIfAbsentValue(rate, 0L);
            Rational exact = Rational.of(base).multiply(Percents.share(rate.percent()));
            return new TaxFigure(rate, base, rounding.minor(exact.numerator(), exact.denominator(), currency));
        });
    }
}
