package dev.erpkit.accounting.ratio;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Numbers, names, {@code + - * /} and parentheses, all set apart by spaces, since names may have hyphens in them. */
sealed interface Formula {
    /** The value, empty when something divides by zero. */
    Optional<Rational> value(Function<String, Rational> inputs);

    /** The names in it, in their order. */
    ImmutableList<String> names();

    /** A number. */
    record Constant(Rational number) implements Formula {
        @Override
        public Optional<Rational> value(Function<String, Rational> inputs) {
            return Optional.of(number);
        }

        @Override
        public ImmutableList<String> names() {
            return Lists.immutable.empty();
        }
    }

    /** A row of the statement. */
    record Name(String row) implements Formula {
        @Override
        public Optional<Rational> value(Function<String, Rational> inputs) {
            return Optional.of(inputs.apply(row));
        }

        @Override
        public ImmutableList<String> names() {
            return Lists.immutable.of(row);
        }
    }

    /** Two formulas and what is done with them. */
    record Operation(char operator, Formula left, Formula right) implements Formula {
        @Override
        public Optional<Rational> value(Function<String, Rational> inputs) {
            return left.value(inputs).flatMap(a -> right.value(inputs).flatMap(b -> apply(a, b)));
        }

        private Optional<Rational> apply(Rational a, Rational b) {
            return switch (operator) {
                case '+' -> Optional.of(a.add(b));
                case '-' -> Optional.of(a.subtract(b));
                case '*' -> Optional.of(a.multiply(b));
                default -> b.isZero() ? Optional.empty() : Optional.of(a.divide(b));
            };
        }

        @Override
        public ImmutableList<String> names() {
            return left.names().newWithAll(right.names()).distinct();
        }
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Formula parse(String text) {
        Parser parser = new Parser(Lists.immutable.with(text.strip().split("\\s+")));
        Formula formula = parser.sum();
        if (parser.at < parser.words.size()) {
            throw new IllegalArgumentException("must end before: " + parser.words.get(parser.at));
        }
        return formula;
    }

    /** Sums of products of parts, from left to right. */
    final class Parser {
        private final ImmutableList<String> words;
        private int at;

        private Parser(ImmutableList<String> words) {
            this.words = words;
        }

        private Formula sum() {
            return chain("+-", this::product);
        }

        private Formula product() {
            return chain("*/", this::part);
        }

        private Formula chain(String operators, Supplier<Formula> operand) {
            Formula so = operand.get();
            while (at < words.size() && words.get(at).length() == 1 && operators.contains(words.get(at))) {
                char operator = words.get(at++).charAt(0);
                so = new Operation(operator, so, operand.get());
            }
            return so;
        }

        private Formula part() {
            String word = at < words.size() ? words.get(at++) : "";
            if (word.equals("(")) {
                Formula inner = sum();
                if (at >= words.size() || !words.get(at++).equals(")")) {
                    throw new IllegalArgumentException("must close every parenthesis");
                }
                return inner;
            }
            if (word.matches("\\d+(\\.\\d+)?")) {
                return new Constant(Rational.parse(word));
            }
            if (word.matches("[a-z][a-z0-9-]*(/\\S+)?")) {
                return new Name(word);
            }
            throw new IllegalArgumentException("must have a number, a name or a parenthesis, not: " + word);
        }
    }
}
