/** The smallest host of goods: values a file of moves and says why. */
@NullMarked
package dev.erpkit.stock;

import org.jspecify.annotations.NullMarked;
