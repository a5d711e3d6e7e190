package dev.erpkit.crm.campaign;

import java.util.function.Predicate;

/**
 * One condition for being in a segment.
 *
 * @param <C> what is known of a customer
 * @param reason names the condition, so that a membership can be explained
 * @param test whether it holds, a pure function
 */
public record Criterion<C>(String reason, Predicate<? super C> test) {}
