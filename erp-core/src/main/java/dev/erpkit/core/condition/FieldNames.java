package dev.erpkit.core.condition;

import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The fields a condition reads. */
final class FieldNames implements ConditionTranslator<ImmutableSet<String>> {
    @Override
    public ImmutableSet<String> compare(String field, Operator operator, FactValue value) {
        return Sets.immutable.of(field);
    }

    @Override
    public ImmutableSet<String> oneOf(String field, ImmutableList<FactValue> values) {
        return Sets.immutable.of(field);
    }

    @Override
    public ImmutableSet<String> known(String field) {
        return Sets.immutable.of(field);
    }

    @Override
    public ImmutableSet<String> all(ImmutableList<ImmutableSet<String>> parts) {
        return parts.flatCollect(part -> part).toImmutableSet();
    }

    @Override
    public ImmutableSet<String> any(ImmutableList<ImmutableSet<String>> parts) {
        return all(parts);
    }

    @Override
    public ImmutableSet<String> not(ImmutableSet<String> part) {
        return part;
    }
}
