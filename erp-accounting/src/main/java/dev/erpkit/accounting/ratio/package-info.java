/**
 * Key ratios as data: formulas over the rows of a statement, exact until they are rendered. A ratio that divides by zero has
 * no value, and says why; every value carries its inputs.
 *
 * <pre>{@code
 * Statement inputs = reports.statement(KeyRatios.inputs(), StatementColumn.between(start, end));
 * RatioValue current = KeyRatios.standard().of(inputs, 0).value("current");
 * current.text();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.ratio;

import org.jspecify.annotations.NullMarked;
