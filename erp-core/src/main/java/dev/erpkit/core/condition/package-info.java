/**
 * Conditions as data: a closed tree of comparisons that can be tested, explained, listed by the fields they read and
 * translated, to a database's language for example. Nothing in it runs code, so it always ends and can be checked before
 * anybody uses it.
 *
 * <pre>{@code
 * Condition large = Condition.all(
 *         Condition.atLeast("amount", FactValue.of(1_000_000)), Condition.is("country", FactValue.of("JP")));
 * Facts facts = Facts.of("amount", FactValue.of(1_200_000)).with("country", FactValue.of("JP"));
 * boolean holds = large.holds(facts);
 * String why = large.explain(facts).render();
 * }</pre>
 */
@NullMarked
package dev.erpkit.core.condition;

import org.jspecify.annotations.NullMarked;
