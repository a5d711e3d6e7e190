package dev.erpkit.crm.campaign;

import dev.erpkit.core.condition.Condition;

/**
 * One condition for being in a segment. A condition of which it is not known whether it holds does not.
 *
 * @param reason names the condition, so that a membership can be explained
 * @param condition what must hold, as data
 */
public record Criterion(String reason, Condition condition) {}
