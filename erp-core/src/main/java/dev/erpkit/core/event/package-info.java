/** What happened, as values: services return them, an outbox writes them in the same unit of work. */
@NullMarked
package dev.erpkit.core.event;

import org.jspecify.annotations.NullMarked;
