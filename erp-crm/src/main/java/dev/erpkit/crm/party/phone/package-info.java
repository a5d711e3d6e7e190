/** Phone numbers by Google's library: the one place that knows it. */
@NullMarked
package dev.erpkit.crm.party.phone;

import org.jspecify.annotations.NullMarked;
