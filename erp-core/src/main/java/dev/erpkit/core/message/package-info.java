/** What refusals and violations say to a reader, in the reader's language. Codes and facts are the same in every one. */
@NullMarked
package dev.erpkit.core.message;

import org.jspecify.annotations.NullMarked;
