package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One posting in a register.
 *
 * @param date the date of the transaction
 * @param description the transaction's description; empty when the ledger was read without descriptions
 * @param account the full name of the account
 * @param commodity the symbol without quotes
 * @param amount the exact amount, with the commodity's decimals as in {@link PlainBalance}
 */
public record RegisterLine(LocalDate date, String description, String account, String commodity, BigDecimal amount) {}
