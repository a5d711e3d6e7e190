package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.immutables.value.Value;

/** A document whose tax is asked for. */
@ErpValue
@Value.Immutable
public sealed interface TaxRequest permits ImmutableTaxRequest {
    /** The lines, in their order. */
    ImmutableList<TaxedLine> lines();

    /** How it is rounded. */
    TaxPolicy policy();

    /** The day whose rates hold. */
    LocalDate taxPoint();

    /** The currency of the document. */
    CurrencyUnit currency();

    /** Which repartition is taken. */
    TaxUse use();

    /** What the tax of a code is by hand, in whole minor units, such as a supplier's own rounding. */
    ImmutableSortedMap<String, MonetaryAmount> adjustments();

    /**
     * Checks that lines have ids of their own and adjustments the document's currency.
     *
     * @throws InvalidValueException {@code tax-line.duplicate} or {@code tax-request.currency}
     */
    @Value.Check
    default void check() {
        if (lines().collect(TaxedLine::id).distinct().size() != lines().size()) {
            throw new InvalidValueException("TaxRequest", "lines", "tax-line.duplicate", "must have ids of their own");
        }
        if (adjustments().anySatisfy(amount -> !amount.getCurrency().equals(currency()))) {
            throw new InvalidValueException(
                    "TaxRequest",
                    "adjustments",
                    "tax-request.currency",
                    "must be in " + currency().getCurrencyCode());
        }
    }

    /** A builder; an invoice without adjustments unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a request. */
    final class Builder extends ImmutableTaxRequest.Builder {
        private final MutableList<TaxedLine> collected = Lists.mutable.empty();
        private ImmutableSortedMap<String, MonetaryAmount> byHand = SortedMaps.immutable.empty();

        Builder() {
            lines(Lists.immutable.empty());
            use(TaxUse.INVOICE);
            adjustments(byHand);
        }

        /** One more line; together with others so added it takes the place of any that were set at once. */
        public Builder add(TaxedLine line) {
            collected.add(line);
            return lines(collected.toImmutable());
        }

        /** The currency with this ISO 4217 code. */
        public Builder currency(String code) {
            return currency(Amounts.currency(code));
        }

        /** What the tax of a code is by hand. */
        public Builder adjust(String code, MonetaryAmount amount) {
            byHand = byHand.newWithKeyValue(code, amount);
            return adjustments(byHand);
        }
    }
}
