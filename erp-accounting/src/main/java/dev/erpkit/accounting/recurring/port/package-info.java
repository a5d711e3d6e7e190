/** Port: where the facts about recurring entries are kept. */
@NullMarked
package dev.erpkit.accounting.recurring.port;

import org.jspecify.annotations.NullMarked;
