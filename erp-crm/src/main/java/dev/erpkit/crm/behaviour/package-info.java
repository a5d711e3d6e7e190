/**
 * What customers do, estimated from their purchases: recency, frequency and value; models of repeat buying and of lifetime
 * value; cohorts; survival and churn; what is bought together. Figures here are estimates in floating point over plain
 * numbers; no amount of money enters or leaves.
 *
 * <p>A fit starts from fixed values and takes the same steps for the same input. It says when it did not converge instead of
 * giving figures that nobody should use.
 *
 * <pre>{@code
 * ImmutableList<RepeatPurchases> customers = RepeatPurchases.of(history, LocalDate.of(1997, 9, 30), Span.WEEK);
 * BgNbd model = BgNbd.fit(customers).orElseThrow();
 * RepeatPurchases one = customers.getFirst();
 * double inTheNextYear = model.expected(52, one.frequency(), one.recency(), one.age());
 * double stillThere = model.alive(one.frequency(), one.recency(), one.age());
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.behaviour;

import org.jspecify.annotations.NullMarked;
