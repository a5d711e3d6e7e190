/**
 * Posting rules as data: they turn what happened in the business, with amounts by role, into entries in one or more books.
 * Evaluating them is a pure function, so a preview is the same function without the posting.
 */
@NullMarked
package dev.erpkit.accounting.rule;

import org.jspecify.annotations.NullMarked;
