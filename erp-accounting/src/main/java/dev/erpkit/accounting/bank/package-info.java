/** What a bank tells about an account: statements that have to add up, and lines that may come in several files. */
@NullMarked
package dev.erpkit.accounting.bank;

import org.jspecify.annotations.NullMarked;
