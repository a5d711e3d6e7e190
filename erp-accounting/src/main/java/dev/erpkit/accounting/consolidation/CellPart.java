package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of a member's cell.
 *
 * @param day the day of the amount
 * @param localMinor the amount in minor units of the member's currency, debit positive
 * @param rate the rate; empty where the figure was carried forward from the frozen period before
 * @param exact the amount in minor units of the group's currency, not rounded, times the share that enters
 */
public record CellPart(LocalDate day, long localMinor, Optional<ExchangeRate> rate, Rational exact) {}
