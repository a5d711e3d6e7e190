package dev.erpkit.inventory.posting;

import java.time.LocalDate;

/**
 * By how much an account changes.
 *
 * @param month the first day of the month in the books
 * @param role the account
 * @param minor minor units, debit positive, not zero
 */
public record RoleChange(LocalDate month, StockRole role, long minor) {}
