package dev.erpkit.core.money;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Port: the exchange rates that a host has recorded.
 *
 * <p>Contract of {@link #find}: the latest rate of that type, from that currency to that, dated on or before the day; of
 * equal dates the one recorded last. Nothing else: no other type, no later date, no inverse and no detour, never 1 for
 * want of a rate. Who wants inverses or a pivot currency asks for them by name: {@link #bothWays()}, {@link #through}.
 */
@FunctionalInterface
public interface ExchangeRates {
    /** No rate answers: {@code rate.missing}. */
    RefusalCode MISSING = RefusalCode.of("rate.missing");

    /** The latest rate on or before the date; of equal dates the last recorded. */
    Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date);

    /**
     * An amount in another currency. An amount of that currency comes back as it is, and zero is zero at any rate; neither
     * asks for a rate.
     *
     * @return the amount, or the refusal {@code rate.missing} with the facts {@code from}, {@code to}, {@code type},
     *     {@code date}
     */
    default Outcome<MonetaryAmount> convert(
            MonetaryAmount amount, CurrencyUnit to, RateType type, LocalDate date, RoundingPolicy rounding) {
        MonetaryAmount ours = Amounts.normalise(amount);
        CurrencyUnit from = ours.getCurrency();
        if (from.equals(to)) {
            return Outcome.accepted(ours);
        }
        if (ours.isZero()) {
            return Outcome.accepted(Amounts.zero(Amounts.normalise(to)));
        }
        return find(from, to, type, date)
                .map(rate -> Outcome.accepted(rate.convert(ours, rounding)))
                .orElseGet(() -> Outcome.refused(missing(from, to, type, date)));
    }

    /** These rates, where a pair that is recorded one way answers the other way by its exact inverse. */
    default ExchangeRates bothWays() {
        return new InvertibleRates(this);
    }

    /**
     * These rates, where a pair without a rate of its own is answered through a pivot currency, both legs of the same type
     * and each either way.
     */
    default ExchangeRates through(CurrencyUnit pivot) {
        return new PivotRates(bothWays(), pivot);
    }

    private static Refusal missing(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date) {
        String fromCode = from.getCurrencyCode();
        String toCode = to.getCurrencyCode();
        return Refusal.of(
                        MISSING,
                        "No " + type + " rate from " + fromCode + " to " + toCode + " on or before " + date
                                + "; record one")
                .with("from", fromCode)
                .with("to", toCode)
                .with("type", type)
                .with("date", date);
    }
}
