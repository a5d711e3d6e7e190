package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;

/**
 * What an account holds of a commodity.
 *
 * @param account the full name of the account
 * @param commodity the symbol without quotes
 * @param amount the exact balance, debit positive, with at least the decimals of the commodity's declaration, or of its
 *     postings where there is none
 */
public record PlainBalance(String account, String commodity, BigDecimal amount) {}
