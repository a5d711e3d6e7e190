package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;

/**
 * Given: profit of one member on goods that another still has, in minor units of the group's currency. Others bear their
 * part when the seller is partly theirs.
 *
 * @param seller who sold
 * @param stock the account of the group on which the goods stand
 * @param cost the account of the group for the cost of sales
 * @param openingMinor the profit in stock at the beginning of the period, 0 or more
 * @param closingMinor the profit in stock at its end, 0 or more
 */
public record StockProfit(MemberId seller, AccountId stock, AccountId cost, long openingMinor, long closingMinor) {}
