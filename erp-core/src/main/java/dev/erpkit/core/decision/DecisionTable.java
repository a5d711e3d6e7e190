package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** Rules in rows: the inputs to the left, the outputs to the right, and what happens when several match. */
@ErpValue
@Value.Immutable
public sealed interface DecisionTable permits ImmutableDecisionTable {
    /** The name by which decisions know it. */
    @NotBlank
    @Size(max = 64)
    String id();

    /** The columns of conditions. */
    @Size(max = 50)
    ImmutableList<DecisionInput> inputs();

    /** The columns of results. */
    @NotEmpty
    @Size(max = 50)
    ImmutableList<DecisionOutput> outputs();

    /** What happens when several rules match. */
    HitPolicy hitPolicy();

    /** What becomes of the collected outputs, under {@link HitPolicy#COLLECT} alone. */
    Optional<Aggregator> aggregator();

    /** The rules. */
    @Size(max = 10_000)
    ImmutableList<DecisionRule> rules();

    /**
     * Enforces the declared constraints, that every rule has a cell for each input and a value for each output
     * ({@code decision.columns}), that an aggregator stands with {@code COLLECT} and one output
     * ({@code decision.aggregator}), and that policies that go by the order of values have one ({@code decision.order}).
     */
    @Value.Check
    default void check() {
        Constraints.check("DecisionTable", this);
        rules().forEachWithIndex((rule, i) -> {
            if (rule.cells().size() != inputs().size()
                    || rule.values().size() != outputs().size()) {
                throw new InvalidValueException(
                        "DecisionTable",
                        "rules[" + i + "]",
                        "decision.columns",
                        "must have " + inputs().size() + " cells and " + outputs().size() + " values");
            }
        });
        if (aggregator().isPresent() && (hitPolicy() != HitPolicy.COLLECT || outputs().size() != 1)) {
            throw new InvalidValueException(
                    "DecisionTable", "aggregator", "decision.aggregator", "needs the policy collect and one output");
        }
        boolean ordered = hitPolicy() == HitPolicy.PRIORITY || hitPolicy() == HitPolicy.OUTPUT_ORDER;
        if (ordered && outputs().allSatisfy(output -> output.order().isEmpty())) {
            throw new InvalidValueException(
                    "DecisionTable", "outputs", "decision.order", "need the order of their values");
        }
    }

    /**
     * What the table says about some facts.
     *
     * @return the decision, or {@code decision.no-rule} when a single answer is due and nothing gives it,
     *     {@code decision.several-rules} when a unique table has two that match, {@code decision.contradiction} when rules
     *     that must agree do not, {@code decision.not-allowed} for a value outside an input's allowed ones,
     *     {@code decision.not-numeric} when texts shall be added up
     */
    default Outcome<Decision> decide(Facts facts) {
        return new TableEvaluation(this, facts).decide();
    }

    /** Its gaps, its overlaps, and the rules that nothing reaches. */
    default TableReport report() {
        return new TableCheck(this).report();
    }

    /**
     * This table, if it is sound.
     *
     * @return the table, or {@code decision.gap} when a single answer is due and some input has none,
     *     {@code decision.overlap} when two rules of a unique table match the same input, {@code decision.contradiction}
     *     when two rules of a table of the policy any do and differ
     */
    default Outcome<DecisionTable> checked() {
        Optional<Refusal> fault = report().fault(this);
        return fault.<Outcome<DecisionTable>>map(Outcome::refused).orElseGet(() -> Outcome.accepted(this));
    }

    /** Whether there is an answer where no rule matches. */
    default boolean hasFallback() {
        return outputs().allSatisfy(output -> output.fallback().isPresent());
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a table. */
    final class Builder extends ImmutableDecisionTable.Builder {
        private final MutableList<DecisionInput> in = Lists.mutable.empty();
        private final MutableList<DecisionOutput> out = Lists.mutable.empty();
        private final MutableList<DecisionRule> rows = Lists.mutable.empty();

        Builder() {
            inputs(in.toImmutable());
            rules(rows.toImmutable());
        }

        /** One more input, whose values nothing narrows. */
        public Builder input(String field) {
            return input(new DecisionInput(field, Cell.anything()));
        }

        /** One more input with its allowed values, written as a cell. */
        public Builder input(String field, String allowed) {
            return input(new DecisionInput(field, Cell.parse(allowed)));
        }

        /** One more input. */
        public Builder input(DecisionInput input) {
            in.add(input);
            return inputs(in.toImmutable());
        }

        /** One more output, its values in their order, if that matters. */
        public Builder output(String name, FactValue... order) {
            return output(new DecisionOutput(name, Lists.immutable.of(order), Optional.empty()));
        }

        /** One more output. */
        public Builder output(DecisionOutput output) {
            out.add(output);
            return outputs(out.toImmutable());
        }

        /** One more rule. */
        public Builder rule(DecisionRule rule) {
            rows.add(rule);
            return rules(rows.toImmutable());
        }
    }
}
