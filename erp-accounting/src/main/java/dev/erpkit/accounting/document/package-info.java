/**
 * Documents: what the business hands to customers and gets from suppliers. An invoice, a credit note, a bill or a down
 * payment is drafted by the host, worked out by a pure function, and issued once: then it has a legal number, its rates and
 * policies are frozen in it, its accounting event is posted, and nothing of it ever changes. A correction is another
 * document; whether a document is paid, overdue or credited is a fold over what came after it.
 */
@NullMarked
package dev.erpkit.accounting.document;

import org.jspecify.annotations.NullMarked;
