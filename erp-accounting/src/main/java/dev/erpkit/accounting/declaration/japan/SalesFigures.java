package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What every kind of return begins with: sales, what became of them, and what was paid in the interim. Amounts with tax are
 * what the customers owe, national and local tax included.
 */
@ErpValue
@Value.Immutable
public sealed interface SalesFigures permits ImmutableSalesFigures {
    /** The taxable period, at most a year, from October 2019 on. */
    DateRange period();

    /** Taxable sales with tax, before anything given back. */
    ByRate grossSales();

    /**
     * The tax that the qualified invoices of all these sales show: present when the tax on sales is added up from them
     * (積上げ計算, article 45, paragraph 5), absent when it is found from the totals (割戻し計算).
     */
    Optional<ByRate> invoicedTax();

    /** Considerations given back, with tax: returns, rebates, discounts that are not deducted from the sales. */
    ByRate grossReturns();

    /** Receivables that became bad in the period, with tax. */
    ByRate grossBadDebts();

    /** Bad debts of earlier periods that were recovered, with tax. */
    ByRate grossRecoveries();

    /** National tax paid in the interim. */
    @PositiveOrZero
    long interimNational();

    /** Local tax paid in the interim. */
    @PositiveOrZero
    long interimLocal();

    /** The months of the period, a begun one counted whole. */
    default int months() {
        return Math.toIntExact(period().startInclusive()
                .datesUntil(period().endExclusive(), Period.ofMonths(1))
                .count());
    }

    /**
     * Enforces the declared constraints and the signs.
     *
     * @throws InvalidValueException also {@code japan-return.negative} and {@code japan-return.period}
     */
    @Value.Check
    default void check() {
        Constraints.check("SalesFigures", this);
        if (!period().hasStart()
                || !period().hasEnd()
                || period().startInclusive().isBefore(ConsumptionRate.SINCE)
                || period().endExclusive().isAfter(period().startInclusive().plusYears(1))) {
            throw new InvalidValueException(
                    "SalesFigures",
                    "period",
                    "japan-return.period",
                    "must begin on 2019-10-01 or later and be at most a year long");
        }
        grossSales().requireNotNegative("SalesFigures", "grossSales");
        invoicedTax().ifPresent(tax -> tax.requireNotNegative("SalesFigures", "invoicedTax"));
        grossReturns().requireNotNegative("SalesFigures", "grossReturns");
        grossBadDebts().requireNotNegative("SalesFigures", "grossBadDebts");
        grossRecoveries().requireNotNegative("SalesFigures", "grossRecoveries");
    }

    /** A builder; nothing but period and sales needs to be said. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the figures. */
    final class Builder extends ImmutableSalesFigures.Builder {
        Builder() {
            grossReturns(ByRate.NONE);
            grossBadDebts(ByRate.NONE);
            grossRecoveries(ByRate.NONE);
            interimNational(0);
            interimLocal(0);
        }
    }
}
