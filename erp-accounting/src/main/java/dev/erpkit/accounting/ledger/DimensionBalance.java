package dev.erpkit.accounting.ledger;

import java.util.Optional;

/**
 * The share of an account's balance that stands on one value of an axis. Over all values and what is unassigned, the shares
 * add up to the account's balance.
 *
 * @param value the value, or empty for lines that have none on that axis
 * @param balance the balance and turnover
 */
public record DimensionBalance(Optional<String> value, AccountBalance balance) {}
