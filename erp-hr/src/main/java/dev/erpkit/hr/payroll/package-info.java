/**
 * The payroll engine. It knows no country: a {@link dev.erpkit.hr.payroll.Pack} says everything, as an immutable value of
 * declared facts, slots, parameters with validity, accumulators, rules and editions. Defining a pack validates it; an edition
 * of it is ordered once and evaluated over arrays. A payslip that comes out carries the derivation of each of its figures.
 *
 * <pre>{@code
 * PackBuilder rules = Pack.define("islandia", "1", Amounts.currency("USD"));
 * Fact wage = rules.fact(Fact.amount("wage"));
 * Slot pay = rules.slot(Slot.earning("pay").cites("Wages Act 1"));
 * Slot levy = rules.slot(Slot.deduction("levy").cites("Levy Act 3"));
 * Parameter<Rate> rate = rules.parameter(Parameter.<Rate>of("levy-rate", KeyDate.PAYMENT)
 *         .version("2026", DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)), Rate.percent("5"), source));
 * rules.rule(pay, in -> in.get(wage), wage);
 * rules.rule(levy, in -> in.share(in.amount(pay), in.get(rate), RoundingPolicy.parse("half-up:currency")), pay, rate);
 * rules.edition(Edition.payment("monthly", DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))));
 * Payroll payroll = Payroll.of(rules.build());
 * PayrollPlan plan = payroll.plan("monthly", PayDates.of(january, LocalDate.of(2026, 1, 31))).orElseThrow();
 * Payslip slip = plan.compute(PayrollInput.of(payroll.pack(), "E-1").set("wage", 200_000).build()).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.payroll;

import org.jspecify.annotations.NullMarked;
