package dev.erpkit.core.condition;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.sorted.ImmutableSortedSet;

/**
 * A condition over named fields, as data. A field that is unknown, or of another kind than the value it is compared with,
 * makes the comparison unknown rather than false, so that {@code not} does not turn it into a yes.
 */
public sealed interface Condition {
    /**
     * A field compared with a value.
     *
     * @param field the field
     * @param operator how
     * @param value with what
     */
    record Compare(String field, Operator operator, FactValue value) implements Condition {
        /** Checks the name: {@code condition.field}. */
        public Compare {
            checkField(field);
        }

        @Override
        public Verdict test(Facts facts) {
            return test(facts.find(field), operator, value);
        }

        private static Verdict test(Optional<FactValue> known, Operator operator, FactValue value) {
            OptionalInt comparison = known.map(some -> some.compareWith(value)).orElse(OptionalInt.empty());
            return comparison.isPresent() ? Verdict.of(operator.accepts(comparison.getAsInt())) : Verdict.UNKNOWN;
        }

        @Override
        public <R> R translate(ConditionTranslator<R> translator) {
            return translator.compare(field, operator, value);
        }
    }

    /**
     * A field is one of several values.
     *
     * @param field the field
     * @param values the values
     */
    record OneOf(String field, ImmutableList<FactValue> values) implements Condition {
        /** Checks the name: {@code condition.field}. */
        public OneOf {
            checkField(field);
        }

        @Override
        public Verdict test(Facts facts) {
            Optional<FactValue> known = facts.find(field);
            Verdict verdict = Verdict.NO;
            for (FactValue value : values) {
                verdict = verdict.or(Compare.test(known, Operator.EQUAL, value));
            }
            return verdict;
        }

        @Override
        public <R> R translate(ConditionTranslator<R> translator) {
            return translator.oneOf(field, values);
        }
    }

    /**
     * A field has a value; never unknown itself.
     *
     * @param field the field
     */
    record Known(String field) implements Condition {
        /** Checks the name: {@code condition.field}. */
        public Known {
            checkField(field);
        }

        @Override
        public Verdict test(Facts facts) {
            return Verdict.of(facts.find(field).isPresent());
        }

        @Override
        public <R> R translate(ConditionTranslator<R> translator) {
            return translator.known(field);
        }
    }

    /**
     * All parts hold; without parts, always.
     *
     * @param parts the parts
     */
    record All(ImmutableList<Condition> parts) implements Condition {
        @Override
        public Verdict test(Facts facts) {
            return fold(parts, facts, Verdict.YES, Verdict::and);
        }

        @Override
        public <R> R translate(ConditionTranslator<R> translator) {
            return translator.all(parts.collect(part -> part.translate(translator)));
        }
    }

    /**
     * One part at least holds; without parts, never.
     *
     * @param parts the parts
     */
    record Any(ImmutableList<Condition> parts) implements Condition {
        @Override
        public Verdict test(Facts facts) {
            return fold(parts, facts, Verdict.NO, Verdict::or);
        }

        @Override
        public <R> R translate(ConditionTranslator<R> translator) {
            return translator.any(parts.collect(part -> part.translate(translator)));
        }
    }

    /**
     * The part does not hold.
     *
     * @param part the part
     */
    record Not(Condition part) implements Condition {
        @Override
        public Verdict test(Facts facts) {
            return part.test(facts).not();
        }

        @Override
        public <R> R translate(ConditionTranslator<R> translator) {
            return translator.not(part.translate(translator));
        }
    }

    /** Always holds. */
    static Condition always() {
        return new All(Lists.immutable.empty());
    }

    /** The field equals the value. */
    static Condition is(String field, FactValue value) {
        return new Compare(field, Operator.EQUAL, value);
    }

    /** The field is the value or more. */
    static Condition atLeast(String field, FactValue value) {
        return new Compare(field, Operator.AT_LEAST, value);
    }

    /** The field is less than the value. */
    static Condition below(String field, FactValue value) {
        return new Compare(field, Operator.LESS, value);
    }

    /** The field has a value. */
    static Condition known(String field) {
        return new Known(field);
    }

    /** All hold. */
    static Condition all(Condition... parts) {
        return new All(Lists.immutable.of(parts));
    }

    /** One at least holds. */
    static Condition any(Condition... parts) {
        return new Any(Lists.immutable.of(parts));
    }

    /** The condition does not hold. */
    static Condition not(Condition part) {
        return new Not(part);
    }

    /** What comes of it. */
    Verdict test(Facts facts);

    /** Says it in another language. */
    <R> R translate(ConditionTranslator<R> translator);

    /** Tells whether it holds for certain. */
    default boolean holds(Facts facts) {
        return test(facts) == Verdict.YES;
    }

    /** What comes of it and of each of its parts, with the values that decided. */
    default TraceStep explain(Facts facts) {
        return translate(new Explanation(facts));
    }

    /** The fields it reads. */
    default ImmutableSortedSet<String> fields() {
        return SortedSets.immutable.withAll(translate(new FieldNames()));
    }

    /** The canonical text, such as {@code amount >= 100 and not country = "JP"}. */
    default String text() {
        return translate(new ConditionText()).text();
    }

    private static Verdict fold(
            ImmutableList<Condition> parts, Facts facts, Verdict start, BinaryOperator<Verdict> operator) {
        return parts.injectInto(start, (so, part) -> operator.apply(so, part.test(facts)));
    }

    private static void checkField(String field) {
        if (field.isBlank() || field.length() > 64 || !Texts.isLabel(field)) {
            throw new InvalidValueException(
                    "Condition", "field", "condition.field", "must have 1 to 64 characters and no control characters");
        }
    }
}
