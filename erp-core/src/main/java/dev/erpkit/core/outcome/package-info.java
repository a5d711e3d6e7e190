/**
 * How a command ends: accepted with a value, or refused with a stable code, the facts and a sentence that says what to do.
 * Exceptions are for broken preconditions only.
 */
@NullMarked
package dev.erpkit.core.outcome;

import org.jspecify.annotations.NullMarked;
