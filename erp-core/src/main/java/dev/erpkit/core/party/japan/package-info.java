/** The numbers by which Japan names who one deals with: corporations, and issuers of qualified invoices. */
@NullMarked
package dev.erpkit.core.party.japan;

import org.jspecify.annotations.NullMarked;
