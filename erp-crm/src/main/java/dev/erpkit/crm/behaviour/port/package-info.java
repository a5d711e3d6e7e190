/** Where the models of customer behaviour take purchases from. */
@NullMarked
package dev.erpkit.crm.behaviour.port;

import org.jspecify.annotations.NullMarked;
