package dev.erpkit.testkit.contract;

import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a contract test when the harness does not declare what the test requires. */
final class CapabilityCondition implements ExecutionCondition {
    CapabilityCondition() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Requires> requires = context.getTestMethod().map(m -> m.getAnnotation(Requires.class));
        if (requires.isEmpty() || !(context.getTestInstance().orElse(null) instanceof PortContract<?> contract)) {
            return ConditionEvaluationResult.enabled("no capability required");
        }
        ImmutableSet<Capability> missing = Sets.immutable
                .with(requires.get().value())
                .difference(contract.harness().capabilities());
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("declared")
                : ConditionEvaluationResult.disabled("the adapter does not declare " + missing);
    }
}
