package dev.erpkit.accounting.tax;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/**
 * A tax as data: kind, dated rates, its place among other taxes, and where its amounts go.
 *
 * <p>Three flags are independent of one another: whether prices have it in them, whether it enters the base of taxes after
 * it, and whether taxes before it enter its own base. Worked: an eco tax of 5 a unit that enters later bases, then 20 %, on
 * 5 units of 100, give 25 on 500 and 105 on 525.
 */
@ErpValue
@Value.Immutable
public sealed interface Tax permits ImmutableTax {
    /** The code by which lines name it. */
    @NotBlank
    @Size(max = 64)
    String code();

    /** How it comes to its amount. */
    TaxKind kind();

    /** What it takes, by tax point; a group has none. */
    ImmutableList<TaxRate> rates();

    /** The tax points at which it is there at all: at others a line that names it is not taxed by it. */
    DateRange validity();

    /** The codes of the taxes of a group, in their order. */
    ImmutableList<String> children();

    /** Whether prices have it in them, unless a line says otherwise; never true in effect of a reverse charge. */
    boolean priceIncluded();

    /** Whether it enters the base of the taxes after it. */
    boolean affectsLaterBase();

    /** Whether the taxes before it that affect later bases enter its own. */
    boolean affectedByEarlier();

    /**
     * Its place: taxes stand in this order, those without one count as 0, equals as the line names them. Taxes of one
     * sequence share one base: none enters that of another. A tax without sequence shares its base with no other.
     */
    OptionalInt sequence();

    /** Whether the buyer owes it in place of the seller: it is not part of what is paid. */
    boolean reverseCharge();

    /** What the law says about the supply. */
    TaxTreatment treatment();

    /** The currency of a fixed tax; without one it is in that of the document. */
    Optional<CurrencyUnit> currency();

    /** How much of it a buyer may deduct, 0 to 1; the rest is cost. */
    Rational deductibleShare();

    /** Where it goes on an invoice. */
    Repartition invoice();

    /** Where it goes when an invoice is taken back, the boxes of the invoice flipped unless said otherwise. */
    @Value.Default
    default Repartition refund() {
        return invoice().flipped();
    }

    /** Where it goes in a document of this use. */
    default Repartition repartition(TaxUse use) {
        return use == TaxUse.INVOICE ? invoice() : refund();
    }

    /** The rate at a tax point. */
    default Optional<TaxRate> rateAt(LocalDate taxPoint) {
        return rates().detectOptional(rate -> rate.validity().contains(taxPoint));
    }

    /**
     * Enforces the declared constraints and what kind, rates, children and shares owe one another.
     *
     * @throws dev.erpkit.core.value.InvalidValueException also {@code tax.group}, {@code tax.rates-overlap}, {@code
     *     tax.share}, {@code tax.repartition}
     */
    @Value.Check
    default void check() {
        Constraints.check("Tax", this);
        TaxChecks.check(this);
    }

    /** A tax of so many per cent at all times: {@code percent("VAT", "20")}; below zero for what is withheld. */
    static Builder percent(String code, String rate) {
        return builder().code(code).kind(TaxKind.PERCENT).rate(rate);
    }

    /** A tax of so many per cent of the price with it. */
    static Builder division(String code, String rate) {
        return builder().code(code).kind(TaxKind.DIVISION).rate(rate);
    }

    /** A tax of so many major units of money for each unit. */
    static Builder fixedPerUnit(String code, String amount) {
        return builder().code(code).kind(TaxKind.FIXED_PER_UNIT).rate(amount);
    }

    /** Taxes under one name. */
    static Builder group(String code, String... children) {
        return builder().code(code).kind(TaxKind.GROUP).children(Lists.immutable.of(children));
    }

    /**
     * A builder; a standard percent tax that is not in prices, leaves later bases alone, is affected by earlier taxes, is
     * deductible in full and goes to the account of its own code, unless said otherwise.
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a tax. */
    final class Builder extends ImmutableTax.Builder {
        private final MutableList<TaxRate> dated = Lists.mutable.empty();

        Builder() {
            kind(TaxKind.PERCENT);
            rates(Lists.immutable.empty());
            validity(DateRange.all());
            children(Lists.immutable.empty());
            priceIncluded(false);
            affectsLaterBase(false);
            affectedByEarlier(true);
            reverseCharge(false);
            treatment(TaxTreatment.STANDARD);
            deductibleShare(Rational.ONE);
            invoice(Repartition.to(""));
        }

        /** The rate at all times. */
        public Builder rate(String value) {
            return rate(DateRange.all(), value);
        }

        /** One more rate, from a day on. */
        public Builder rateFrom(String startInclusive, String value) {
            return rate(DateRange.from(LocalDate.parse(startInclusive)), value);
        }

        /** One more rate, during a time. */
        public Builder rate(DateRange validity, String value) {
            dated.add(new TaxRate(validity, Rational.parse(value)));
            return rates(dated.toImmutable());
        }

        /** The share that a buyer may deduct: {@code "0.8"} or {@code "1/3"}. */
        public Builder deductibleShare(String share) {
            return deductibleShare(Rational.parse(share));
        }
    }
}
