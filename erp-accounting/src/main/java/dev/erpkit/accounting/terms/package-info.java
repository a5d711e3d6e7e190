/**
 * When and how much of a document is to be paid: payment terms and their instalments, cash discount, cash rounding. All
 * pure: values and functions that documents, payments and proposals call; nothing is stored here.
 *
 * <pre>{@code
 * PaymentTerms terms = PaymentTerms.parse("30% +0d; rest eom +1m eom");
 * PaymentSchedule schedule = terms.schedule(invoiceDate, total, calendar).orElseThrow();
 * for (Instalment instalment : schedule.owed()) {
 *     event.add(RoleAmount.of("receivable", instalment.amount()).concerning(customer).due(instalment.due()));
 * }
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.terms;

import org.jspecify.annotations.NullMarked;
