package dev.erpkit.accounting.asset;

import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How an asset is depreciated in one book: named values that are kept with the asset, so that a later change of settings
 * changes no asset.
 *
 * <pre>{@code
 * DepreciationTerms terms = DepreciationTerms.builder().method("straight-line").lifeMonths(60).residual("1000").build();
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface DepreciationTerms permits ImmutableDepreciationTerms {
    /** The name of a method, see {@link Methods}. */
    @NotBlank
    @Size(max = 64)
    String method();

    /** The life in months, 1 to 1,200. */
    int lifeMonths();

    /**
     * The value below which the asset is not depreciated, not negative, in the currency of its cost; Japan's memo value is
     * 1 yen.
     */
    BigDecimal residual();

    /** How the time of the periods is weighed. */
    Timing timing();

    /** How days are counted, where they are. */
    DayCount dayCount();

    /** The months of a period: 1, 3, 6 or 12 of the fiscal calendar, 1 to 120 with {@link #firstRow()}. */
    int periodMonths();

    /** The date of the first row when periods are steps of months from there; else they are those of the fiscal calendar. */
    Optional<LocalDate> firstRow();

    /** Where rows are rounded. */
    RowRounding rowRounding();

    /** How rows are rounded. */
    RoundingPolicy rounding();

    /** The date of the last row. */
    LastRowDate lastRowDate();

    /** What rows are made of behind depreciation from another system. */
    OpeningBasis openingBasis();

    /** The units of the life, at most six decimals, for the method that goes by use. */
    Optional<@Positive BigDecimal> units();

    /**
     * Enforces the declared constraints, then {@code asset.life}, {@code asset.residual}, {@code asset.frequency} and
     * {@code asset.units}; numbers lose needless zeros, so that equal terms are equal however they were written.
     */
    @SuppressWarnings("BigDecimalEquals") // the scale is what is made plain
    @Value.Check
    default DepreciationTerms check() {
        Constraints.check("DepreciationTerms", this);
        if (lifeMonths() < 1 || lifeMonths() > 1200) {
            throw new InvalidValueException(
                    "DepreciationTerms", "lifeMonths", "asset.life", "must be 1 to 1200 but is " + lifeMonths());
        }
        if (residual().signum() < 0) {
            throw new InvalidValueException(
                    "DepreciationTerms", "residual", "asset.residual", "must not be below zero");
        }
        PeriodGrid.check(periodMonths(), firstRow().isPresent());
        units().ifPresent(Micros::of);
        DepreciationTerms plain = this;
        if (!Micros.plain(residual()).equals(residual())
                || !units().map(Micros::plain).equals(units())) {
            plain = builder()
                    .from(this)
                    .residual(Micros.plain(residual()))
                    .units(units().map(Micros::plain))
                    .build();
        }
        return plain;
    }

    /** The periods of these terms. */
    default PeriodGrid grid(FiscalCalendar calendar) {
        return firstRow().isPresent()
                ? PeriodGrid.every(periodMonths(), firstRow().get())
                : PeriodGrid.of(calendar, periodMonths());
    }

    /** The same terms with another life. */
    default DepreciationTerms living(int months) {
        return builder().from(this).lifeMonths(months).build();
    }

    /**
     * A builder: monthly rows of the fiscal calendar, the month of the start whole, rows rounded half up to the currency,
     * no residual value.
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds terms. */
    final class Builder extends ImmutableDepreciationTerms.Builder {
        Builder() {
            residual(BigDecimal.ZERO);
            timing(Timing.FULL_MONTH);
            dayCount(DayCount.ACTUAL);
            periodMonths(1);
            rowRounding(RowRounding.EACH_ROW);
            rounding(RoundingPolicy.toCurrency(RoundingRule.HALF_UP));
            lastRowDate(LastRowDate.PERIOD_END);
            openingBasis(OpeningBasis.WHOLE_LIFE);
        }

        /** The residual value. */
        public Builder residual(String amount) {
            return residual(new BigDecimal(amount));
        }
    }
}
