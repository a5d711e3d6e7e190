/** What a host implements to keep sheets of stock-taking. Proven by {@code CountLogContract} of the test kit. */
@NullMarked
package dev.erpkit.inventory.count.port;

import org.jspecify.annotations.NullMarked;
