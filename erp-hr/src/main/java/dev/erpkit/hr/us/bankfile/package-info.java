/**
 * Direct deposit in the United States: files of the NACHA format, 94 characters a record, with entry hash and control totals.
 *
 * <pre>{@code
 * NachaFile file = NachaFile.of(originator, payDay, createdAt, transfers).orElseThrow();
 * byte[] bytes = file.bytes();
 * }</pre>
 *
 * <p>The layout follows field tables that are public (Oracle Revenue Management and Billing and Blackbaud CRM for header and
 * control records); the Nacha Operating Rules themselves were not at hand. One batch of PPD credits; no addenda, no
 * prenotes, no balancing debit: ask the bank whether it wants one.
 */
@NullMarked
package dev.erpkit.hr.us.bankfile;

import org.jspecify.annotations.NullMarked;
