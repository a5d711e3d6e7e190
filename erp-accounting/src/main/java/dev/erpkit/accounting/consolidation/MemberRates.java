package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/**
 * The rates of one member in one period. Closing and average rates must be dated in the period (average ones by month, in the
 * month), so that no old rate serves in silence.
 */
final class MemberRates {
    private record Key(RateType type, LocalDate day) {}

    private final GroupMember member;
    private final ExchangeRates rates;
    private final DateRange period;
    private final ConsolidationPolicy policy;
    private final MutableMap<Key, ExchangeRate> known = Maps.mutable.empty();

    MemberRates(GroupMember member, ExchangeRates rates, DateRange period, ConsolidationPolicy policy) {
        this.member = member;
        this.rates = rates;
        this.period = period;
        this.policy = policy;
    }

    /** The rate of a type for an amount of a day; refuses by {@link RefusedException}. */
    ExchangeRate of(RateType type, LocalDate day) {
        if (member.currency().equals(policy.currency())) {
            return new ExchangeRate(member.currency(), policy.currency(), Rational.ONE, type, day);
        }
        if (type.equals(RateType.CLOSING)) {
            return find(type, period.lastDay(), period.startInclusive());
        }
        if (type.equals(RateType.AVERAGE) && policy.averages() == AverageBasis.PERIOD) {
            return find(type, period.lastDay(), period.startInclusive());
        }
        if (type.equals(RateType.AVERAGE)) {
            LocalDate monthEnd = day.withDayOfMonth(day.lengthOfMonth());
            LocalDate last = monthEnd.isAfter(period.lastDay()) ? period.lastDay() : monthEnd;
            return find(type, last, day.withDayOfMonth(1));
        }
        return find(type, day, LocalDate.MIN);
    }

    private ExchangeRate find(RateType type, LocalDate day, LocalDate earliest) {
        return known.getIfAbsentPutWithKey(
                new Key(type, day),
                key -> rates.find(member.currency(), policy.currency(), type, day)
                        .filter(rate -> !rate.date().isBefore(earliest))
                        .orElseThrow(() -> new RefusedException(missing(type, day, earliest))));
    }

    private Refusal missing(RateType type, LocalDate day, LocalDate earliest) {
        CurrencyUnit from = member.currency();
        String since = earliest.equals(LocalDate.MIN) ? "on or before " + day : "dated " + earliest + " to " + day;
        return Refusal.of(
                        ConsolidationRefusals.RATE_MISSING,
                        "Member " + member.id() + " needs a rate of type " + type + " from " + from.getCurrencyCode()
                                + " to " + policy.currency().getCurrencyCode() + " " + since + "; record it")
                .with("member", member.id())
                .with("from", from.getCurrencyCode())
                .with("to", policy.currency().getCurrencyCode())
                .with("type", type)
                .with("date", day);
    }
}
