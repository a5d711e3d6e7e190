/** Port: where the facts about deferrals are kept. */
@NullMarked
package dev.erpkit.accounting.deferral.port;

import org.jspecify.annotations.NullMarked;
