package dev.erpkit.testkit.cases;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.FactValue.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Sums, products, {@code max} and {@code min} over names that may have spaces in them, as models write them. */
final class LiteralExpression {
    private final String text;
    private final Function<String, FactValue> names;
    private int at;

    LiteralExpression(String text, Function<String, FactValue> names) {
        this.text = text.replaceAll("\\s+", " ").strip();
        this.names = names;
    }

    FactValue value() {
        if (text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1) {
            return FactValue.of(text.substring(1, text.length() - 1));
        }
        BigDecimal sum = sum();
        if (at < text.length()) {
            throw new UnsupportedCaseException("expression " + text);
        }
        return FactValue.of(sum);
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (true) {
            if (take('+')) {
                sum = sum.add(product());
            } else if (take('-')) {
                sum = sum.subtract(product());
            } else {
                return sum;
            }
        }
    }

    private BigDecimal product() {
        BigDecimal product = factor();
        while (true) {
            if (take('*')) {
                product = product.multiply(factor());
            } else if (take('/')) {
                product = product.divide(factor(), MathContext.DECIMAL128);
            } else {
                return product;
            }
        }
    }

    private BigDecimal factor() {
        if (take('(')) {
            BigDecimal inside = sum();
            need(')');
            return inside;
        }
        int from = at;
        while (at < text.length() && "+-*/(),".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).strip();
        if (word.matches("[0-9]+(\\.[0-9]+)?")) {
            return new BigDecimal(word);
        }
        if (word.matches("max|min") && take('(')) {
            MutableList<BigDecimal> all = Lists.mutable.with(sum());
            while (take(',')) {
                all.add(sum());
            }
            need(')');
            return word.equals("max") ? all.max() : all.min();
        }
        if (names.apply(word) instanceof Decimal number) {
            return number.value();
        }
        throw new UnsupportedCaseException(word + " is no number");
    }

    private boolean take(char sign) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void need(char sign) {
        if (!take(sign)) {
            throw new UnsupportedCaseException("expression " + text);
        }
    }
}
