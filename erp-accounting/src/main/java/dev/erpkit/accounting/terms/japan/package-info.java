/**
 * Payment terms as Japan writes them: 月末締め翌月末払い.
 *
 * <pre>{@code
 * PaymentTerms terms = ClosingDayTerms.parse("20日締め翌月末払い");
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.terms.japan;

import org.jspecify.annotations.NullMarked;
