package dev.erpkit.core.condition;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * Says each part of a condition in another language, parts before wholes. A language of three values, as SQL is, keeps the
 * meaning exactly.
 *
 * @param <R> what a part becomes
 */
public interface ConditionTranslator<R> {
    /** A comparison of a field with a value. */
    R compare(String field, Operator operator, FactValue value);

    /** A field is one of several values. */
    R oneOf(String field, ImmutableList<FactValue> values);

    /** A field has a value. */
    R known(String field);

    /** All parts hold; without parts, always. */
    R all(ImmutableList<R> parts);

    /** One part at least holds; without parts, never. */
    R any(ImmutableList<R> parts);

    /** The part does not hold. */
    R not(R part);
}
