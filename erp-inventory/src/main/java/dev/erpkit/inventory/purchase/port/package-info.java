/** What a host implements to keep its purchases. Proven by {@code PurchaseLogContract} of the test kit. */
@NullMarked
package dev.erpkit.inventory.purchase.port;

import org.jspecify.annotations.NullMarked;
