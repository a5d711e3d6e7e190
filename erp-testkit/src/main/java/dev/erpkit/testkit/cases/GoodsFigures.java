package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.RoundingMode;
import java.util.Map;

/** Quantities in cases of goods: exact numbers such as 3, 2.5 or 1/3. */
final class GoodsFigures {
    private GoodsFigures() {}

    static Rational quantity(Field field) {
        try {
            return Rational.parse(field.text());
        } catch (InvalidValueException e) {
            throw new UnsupportedCaseException(field.path() + " is no quantity: " + field.text());
        }
    }

    static Rational quantity(Alias fields, String ifMissing, String... names) {
        return fields.any(names).map(GoodsFigures::quantity).orElseGet(() -> Rational.parse(ifMissing));
    }

    static void same(Case current, Field expected, Rational actual) {
        current.differences().same(expected, quantity(expected), actual);
    }

    /** As many decimals as the case states. */
    static void rounded(Case current, Field expected, Rational actual) {
        int scale = Math.max(0, expected.decimal().scale());
        current.differences()
                .number(
                        expected,
                        new java.math.BigDecimal(actual.numerator())
                                .divide(new java.math.BigDecimal(actual.denominator()), scale, RoundingMode.HALF_UP));
    }

    /** An object of quantities equals a map; what is zero may be left out on both sides. */
    static void sameMap(Case current, Field expected, Map<String, Rational> actual) {
        expected.names().forEach(name -> same(current, expected.at(name), actual.getOrDefault(name, Rational.ZERO)));
        actual.forEach((name, quantity) ->
                current.differences().same(expected, true, quantity.isZero() || expected.has(name)));
    }

    /** The code of a refusal or violation, written as cases write codes. */
    static void error(Case current, Field expected, String actual) {
        Field code = expected.isObject() ? expected.at("code") : expected;
        current.differences().same(code, code.text(), actual);
    }

    static String code(String code) {
        return code.substring(code.indexOf('.') + 1).replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
