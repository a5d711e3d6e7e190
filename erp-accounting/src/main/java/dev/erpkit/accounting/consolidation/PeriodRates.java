package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/**
 * The rates of one currency in one period. Closing and average rates must be dated in the period (average ones by month, in the
 * month), so that no old rate serves in silence.
 */
final class PeriodRates {
    private final CurrencyUnit currency;
    private final ExchangeRates rates;
    private final DateRange period;
    private final ConsolidationPolicy policy;
    private final Rational scale;
    /**
     * A rate and what one minor unit comes to.
     *
     * @param rate the rate
     * @param perMinor minor units of the group's currency for one of the member's, exact
     * @param found the rate as the parts of cells have it, one object for all of them
     */
    record Priced(ExchangeRate rate, Rational perMinor, Optional<ExchangeRate> found) {
        Priced(ExchangeRate rate, Rational perMinor) {
            this(rate, perMinor, Optional.of(rate));
        }
    }

    /** By type and day, which is an epoch day. */
    private final MutableMap<RateType, MutableLongObjectMap<Priced>> known = Maps.mutable.empty();

    PeriodRates(CurrencyUnit currency, ExchangeRates rates, DateRange period, ConsolidationPolicy policy) {
        this.currency = currency;
        this.rates = rates;
        this.period = period;
        this.policy = policy;
        this.scale = scale(Amounts.digits(policy.currency()) - Amounts.digits(currency));
    }

    private static Rational scale(int digits) {
        BigInteger ten = BigInteger.TEN.pow(Math.abs(digits));
        return digits >= 0 ? Rational.of(ten, BigInteger.ONE) : Rational.of(BigInteger.ONE, ten);
    }

    /** Minor units of the currency as an exact number of minor units of the group's. */
    Rational translate(long minor, Rational price) {
        return Rational.of(minor).multiply(price).multiply(scale);
    }

    /** The rate of a type for an amount of a day; refuses by {@link RefusedException}. */
    Priced of(GroupMember member, RateType type, LocalDate day) {
        if (currency.equals(policy.currency())) {
            return new Priced(new ExchangeRate(currency, policy.currency(), Rational.ONE, type, day), Rational.ONE);
        }
        if (type.equals(RateType.CLOSING)) {
            return find(member, type, period.lastDay(), period.startInclusive());
        }
        if (type.equals(RateType.AVERAGE) && policy.averages() == AverageBasis.PERIOD) {
            return find(member, type, period.lastDay(), period.startInclusive());
        }
        if (type.equals(RateType.AVERAGE)) {
            LocalDate monthEnd = day.withDayOfMonth(day.lengthOfMonth());
            LocalDate last = monthEnd.isAfter(period.lastDay()) ? period.lastDay() : monthEnd;
            return find(member, type, last, day.withDayOfMonth(1));
        }
        return find(member, type, day, LocalDate.MIN);
    }

    private Priced find(GroupMember member, RateType type, LocalDate day, LocalDate earliest) {
        MutableLongObjectMap<Priced> days = known.getIfAbsentPut(type, LongObjectMaps.mutable::empty);
        Priced priced = days.get(day.toEpochDay());
        if (priced == null) {
            ExchangeRate rate = rates.find(currency, policy.currency(), type, day)
                    .filter(found -> !found.date().isBefore(earliest))
                    .orElseThrow(() -> new RefusedException(missing(member, type, day, earliest)));
            priced = new Priced(rate, rate.rate().multiply(scale));
            days.put(day.toEpochDay(), priced);
        }
        return priced;
    }

    private Refusal missing(GroupMember member, RateType type, LocalDate day, LocalDate earliest) {
        String since = earliest.equals(LocalDate.MIN) ? "on or before " + day : "dated " + earliest + " to " + day;
        return Refusal.of(
                        ConsolidationRefusals.RATE_MISSING,
                        "Member " + member.id() + " needs a rate of type " + type + " from "
                                + currency.getCurrencyCode() + " to "
                                + policy.currency().getCurrencyCode() + " " + since + "; record it")
                .with("member", member.id())
                .with("from", currency.getCurrencyCode())
                .with("to", policy.currency().getCurrencyCode())
                .with("type", type)
                .with("date", day);
    }
}
