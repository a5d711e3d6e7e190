/**
 * Credit limits: what a party owes, has ordered and has reserved, against how much it may; decided in the unit of work that
 * issues.
 *
 * <pre>{@code
 * CreditService credit = new CreditService(book, openItems, source, unitOfWork, access);
 * Outcome<PostedEntry> issued = credit.issue(customer, total, decision -> books.post(invoice, me));
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.credit;

import org.jspecify.annotations.NullMarked;
