package dev.erpkit.core.condition;

import dev.erpkit.core.trace.TraceStep;
import java.util.function.BinaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Tests a condition and keeps what came of each part. */
final class Explanation implements ConditionTranslator<TraceStep> {
    private final Facts facts;

    Explanation(Facts facts) {
        this.facts = facts;
    }

    private TraceStep leaf(Condition condition, String field) {
        return TraceStep.of(condition.text(), condition.test(facts))
                .with(field, facts.find(field).map(FactValue::text).orElse("unknown"));
    }

    @Override
    public TraceStep compare(String field, Operator operator, FactValue value) {
        return leaf(new Condition.Compare(field, operator, value), field);
    }

    @Override
    public TraceStep oneOf(String field, ImmutableList<FactValue> values) {
        return leaf(new Condition.OneOf(field, values), field);
    }

    @Override
    public TraceStep known(String field) {
        return leaf(new Condition.Known(field), field);
    }

    @Override
    public TraceStep all(ImmutableList<TraceStep> parts) {
        return whole("all", parts, Verdict.YES, Verdict::and);
    }

    @Override
    public TraceStep any(ImmutableList<TraceStep> parts) {
        return whole("any", parts, Verdict.NO, Verdict::or);
    }

    @Override
    public TraceStep not(TraceStep part) {
        return whole("not", Lists.immutable.of(part), Verdict.NO, (none, verdict) -> verdict.not());
    }

    private static TraceStep whole(
            String rule, ImmutableList<TraceStep> parts, Verdict start, BinaryOperator<Verdict> operator) {
        Verdict verdict =
                parts.injectInto(start, (so, part) -> operator.apply(so, Verdict.valueOf(part.result())));
        return parts.injectInto(TraceStep.of(rule, verdict), TraceStep::from);
    }
}
