package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class AmountsProperties {
    @Property
    void minor_units_survive_the_way_there_and_back(@ForAll long minor, @ForAll @IntRange(max = 18) int digits) {
        CurrencyUnit unit = Amounts.unit("X", digits);

        assertThat(Amounts.minor(Amounts.ofMinor(minor, unit))).isEqualTo(minor);
    }

    @Property
    void minor_units_agree_with_big_integers(
            @ForAll @Scale(6) BigDecimal number, @ForAll @IntRange(max = 18) int digits) {
        CurrencyUnit unit = Amounts.unit("X", digits);
        String expected;
        try {
            expected = String.valueOf(number.setScale(digits, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact());
        } catch (ArithmeticException e) {
            expected = "refused";
        }

        String actual;
        try {
            actual = String.valueOf(Amounts.minor(number, unit));
        } catch (InvalidValueException e) {
            actual = "refused";
        }

        assertThat(actual).isEqualTo(expected);
    }

    @Property
    void canonical_text_does_not_depend_on_the_scale(@ForAll long minor, @ForAll @IntRange(max = 9) int zeros) {
        CurrencyUnit usd = Amounts.currency("USD");
        BigDecimal number = BigDecimal.valueOf(minor, 2);

        assertThat(Amounts.canonical(Amounts.of(number.setScale(2 + zeros), usd)))
                .isEqualTo(Amounts.canonical(Amounts.ofMinor(minor, usd)))
                .isEqualTo("USD " + number.toPlainString());
    }
}
