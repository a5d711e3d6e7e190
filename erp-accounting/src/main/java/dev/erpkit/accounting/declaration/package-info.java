/**
 * Tax declarations: documents and payments record tax facts beside their postings, a declaration is a frozen fold of the
 * facts of a period.
 */
@NullMarked
package dev.erpkit.accounting.declaration;

import org.jspecify.annotations.NullMarked;
