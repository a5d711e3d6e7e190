package dev.erpkit.core.trade;

import dev.erpkit.core.quantity.Quantity;

/**
 * So much of one item, for one line of a document.
 *
 * @param line the line of the order, from 1
 * @param item the item, by the id that seller and store share
 * @param quantity how much
 */
public record GoodsLine(int line, String item, Quantity quantity) {}
