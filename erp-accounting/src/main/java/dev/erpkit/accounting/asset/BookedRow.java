package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.journal.BookId;
import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Depreciation that is in the books; never changes. An asset has one for a period of a book at most.
 *
 * @param asset the asset
 * @param book the book
 * @param periodStart the first day of the period
 * @param date the day on which it is booked
 * @param amount the amount, above zero
 * @param recordedAt when it was booked
 */
public record BookedRow(
        AssetId asset, BookId book, LocalDate periodStart, LocalDate date, MonetaryAmount amount, Instant recordedAt) {}
