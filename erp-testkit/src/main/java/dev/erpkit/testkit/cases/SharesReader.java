package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Totals divided by shares, portions or weights. */
final class SharesReader {
    private static final Pattern FRACTION = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/(\\d+))?\\s*(%)?");

    private SharesReader() {}

    /** A total divided by shares or weights without losing a unit. */
    static void run(Case current) {
        if (current.topic().matches("payment-terms|cash-rounding|budget")) {
            throw new UnsupportedCaseException("shares of " + current.topic());
        }
        Alias given = new Alias(current.given());
        Field total = given.need("amount", "total");
        Field list = given.need("shares", "weights", "ratios", "portions", "parts");
        String currency = given.any("currency").map(Field::text).orElse("USD");
        given.nothingElse();
        current.onlyStep("(?i)^(allocate|split|divide|distribute|share)\\b");
        String step = current.when().getFirst().toLowerCase(Locale.ROOT);
        boolean whole =
                currency.matches("COIN|[A-Z]+/\\d|units?") || step.matches(".*(whole|minor|smallest).*units?.*");
        int digits = whole ? 0 : Amounts.digits(new CaseCurrencies(current, currency).base());
        ImmutableList<Rational> weights = weights(list);
        long[] parts = Allocator.allocate(total.decimal().movePointRight(digits).longValueExact(), weights, rule(step));
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "parts", "shares", "amounts", "allocation", "allocated" -> {
                    ImmutableList<Field> rows = expected.elements();
                    current.differences().same(expected, rows.size(), parts.length);
                    for (int i = 0; i < Math.min(rows.size(), parts.length); i++) {
                        current.differences().number(rows.get(i), BigDecimal.valueOf(parts[i], digits));
                    }
                }
                case "sum", "total" ->
                    current.differences()
                            .number(
                                    expected,
                                    BigDecimal.valueOf(Arrays.stream(parts).sum(), digits));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static RemainderRule rule(String step) {
        if (step.matches(".*\\b(in[- ]turn|unit each|one by one|round[- ]robin|fowler)\\b.*")) {
            return RemainderRule.IN_TURN;
        }
        if (step.matches(".*\\b(first|earliest)\\b.*")) {
            return RemainderRule.FIRST;
        }
        if (step.matches(".*\\blast\\b.*")) {
            return RemainderRule.LAST;
        }
        return step.matches(".*\\blargest (weight|share|part)\\b.*")
                ? RemainderRule.LARGEST_WEIGHT
                : RemainderRule.LARGEST_REMAINDER;
    }

    private static ImmutableList<Rational> weights(Field list) {
        ImmutableList<Field> fields = list.elements();
        Rational sum = Rational.ZERO;
        MutableList<Rational> weights = Lists.mutable.empty();
        boolean rest = fields.anySatisfy(f -> f.text().matches("remaining|remainder|rest|balance"));
        for (Field field : fields) {
            if (field.text().matches("remaining|remainder|rest|balance")) {
                weights.add(Rational.ZERO);
                continue;
            }
            Matcher fraction = FRACTION.matcher(field.text().strip());
            if (!fraction.matches()) {
                throw new UnsupportedCaseException(field.path() + ": " + field.text());
            }
            Rational weight = Rational.of(new BigDecimal(fraction.group(1)));
            weight = fraction.group(2) == null ? weight : weight.divide(Rational.of(new BigDecimal(fraction.group(2))));
            weight = fraction.group(3) == null ? weight : weight.divide(Rational.of(100));
            weights.add(weight);
            sum = sum.add(weight);
        }
        if (rest) {
            Rational left = Rational.ONE.subtract(sum);
            return Lists.immutable.ofAll(weights.collect(w -> w.isZero() ? left : w));
        }
        return weights.toImmutable();
    }
}
