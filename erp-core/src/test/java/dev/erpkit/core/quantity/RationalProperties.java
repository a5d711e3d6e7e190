package dev.erpkit.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a field with order, over numbers on both sides of the range of a long. */
class RationalProperties {
    @Property
    void addition_undoes_subtraction(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        assertThat(a.subtract(b).add(b)).isEqualTo(a).hasSameHashCodeAs(a);
    }

    @Property
    void multiplication_undoes_division(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        Assume.that(!b.isZero());

        assertThat(a.divide(b).multiply(b)).isEqualTo(a);
    }

    @Property
    void multiplication_distributes_over_addition(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b, @ForAll("rationals") Rational c) {
        assertThat(a.multiply(b.add(c))).isEqualTo(a.multiply(b).add(a.multiply(c)));
    }

    @Property
    void order_is_the_sign_of_the_difference(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        assertThat(a.compareTo(b)).isEqualTo(a.subtract(b).signum());
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void a_number_is_in_lowest_terms(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        Rational product = a.multiply(b);

        assertThat(product.numerator().gcd(product.denominator())).isEqualTo(BigInteger.ONE);
        assertThat(product.denominator()).isPositive();
    }

    @Property
    void text_is_read_back(@ForAll("rationals") Rational a) {
        assertThat(Rational.parse(a.toString())).isEqualTo(a);
    }

    @Property
    void conversions_round_trip_exactly(@ForAll("rationals") Rational number, @ForAll("rationals") Rational factor) {
        Assume.that(factor.signum() > 0);
        UnitOfMeasure from = UnitOfMeasure.of("A", "length");
        Quantity quantity = new Quantity(number, from);
        UnitConversion conversion = new UnitConversion(from, UnitOfMeasure.of("B", "length"), factor);

        assertThat(conversion.inverse().convert(conversion.convert(quantity))).isEqualTo(quantity);
    }

    @Provide
    Arbitrary<Rational> rationals() {
        Arbitrary<BigInteger> small =
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-12), BigInteger.valueOf(12));
        Arbitrary<BigInteger> edge = Arbitraries.longs().map(BigInteger::valueOf);
        Arbitrary<BigInteger> huge =
                Arbitraries.bigIntegers().between(BigInteger.TWO.pow(80).negate(), BigInteger.TWO.pow(80));
        Arbitrary<BigInteger> part = Arbitraries.oneOf(small, edge, huge);
        return Combinators.combine(part, part.filter(d -> d.signum() != 0)).as(Rational::of);
    }
}
