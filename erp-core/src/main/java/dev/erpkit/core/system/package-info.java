/**
 * Defaults for ports that reach outside: the system clock, time-ordered ids, random salts. The only place that reads clock
 * or randomness; a host passes what it takes from here to the services, a test passes its own.
 */
@NullMarked
package dev.erpkit.core.system;

import org.jspecify.annotations.NullMarked;
