/**
 * Working time under the Japanese Labour Standards Act (Act 49 of 1947): classification of attendance into regular time,
 * overtime, overtime beyond 60 hours a month, work on a statutory holiday and night work (articles 32, 35, 37); premiums; the
 * hourly base (Ordinance for Enforcement, articles 19 to 21); the minimum wage of the prefecture of a worksite.
 *
 * <pre>{@code
 * WorkRules rules = WorkRules.of(ZoneId.of("Asia/Tokyo"), Duration.ofHours(8), DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);
 * ClassifiedTime may = LabourTime.classify(sheet.attendances(), rules, month);
 * PremiumPay pay = PremiumPay.of(may, Rational.of(2_000), PremiumRates.statutory(), RoundingPolicy.parse("half-up:0"));
 * }</pre>
 *
 * <p>Not covered: systems with modified or flexible working hours (articles 32-2 to 32-5), discretionary work, and agreed
 * compensatory leave in place of the premium beyond 60 hours.
 */
@NullMarked
package dev.erpkit.hr.japan.labour;

import org.jspecify.annotations.NullMarked;
