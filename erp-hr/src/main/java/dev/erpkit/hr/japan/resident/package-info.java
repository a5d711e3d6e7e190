/**
 * Resident tax collected from pay (特別徴収, Local Tax Act, Act 226 of 1950, articles 321-3 to 321-5): the municipality's notice
 * says what is due, June to the next May; this room spreads it, says what a leaver owes at once, and estimates it where
 * somebody asks before the notice.
 *
 * <pre>{@code
 * ResidentNotice notice = ResidentNotice.ofAnnual(2026, 180_300).orElseThrow();
 * long june = notice.installment(YearMonth.of(2026, 6)).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.resident;

import org.jspecify.annotations.NullMarked;
