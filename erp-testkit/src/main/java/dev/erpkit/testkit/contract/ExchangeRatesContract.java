package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What every {@code ExchangeRates} must do: the latest rate of that type and pair up to the day, and nothing else. */
public abstract class ExchangeRatesContract extends PortContract<BooksHarness> {
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    /** For adapters. */
    protected ExchangeRatesContract() {}

    private ExchangeRates rates() {
        return harness().rates();
    }

    /** A type that no other test uses, so that a store in use does not matter. */
    private static RateType freshType() {
        return new RateType(Fresh.key("t").substring(0, 30));
    }

    private ExchangeRate record(String rate, RateType type, LocalDate date) {
        ExchangeRate recorded = ExchangeRate.of(USD, JPY, new BigDecimal(rate), type, date);
        harness().record(recorded);
        return recorded;
    }

    @Test
    void rates_1_1_the_latest_rate_on_or_before_the_day_answers() {
        RateType type = freshType();
        ExchangeRate first = record("150.01", type, DAY);
        ExchangeRate second = record("151.999999", type, DAY.plusDays(10));
        assertThat(rates().find(USD, JPY, type, DAY)).contains(first);
        assertThat(rates().find(USD, JPY, type, DAY.plusDays(9))).contains(first);
        assertThat(rates().find(USD, JPY, type, DAY.plusDays(10))).contains(second);
        assertThat(rates().find(USD, JPY, type, DAY.plusYears(50))).contains(second);
    }

    @Test
    void rates_1_2_a_later_rate_never_answers() {
        RateType type = freshType();
        record("150", type, DAY);
        assertThat(rates().find(USD, JPY, type, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void rates_1_3_of_equal_dates_the_last_recorded_answers() {
        RateType type = freshType();
        record("150", type, DAY);
        ExchangeRate last = record("149", type, DAY);
        assertThat(rates().find(USD, JPY, type, DAY)).contains(last);
    }

    @Test
    void rates_1_4_a_rate_that_is_recorded_for_an_earlier_day_does_not_hide_a_later_one() {
        RateType type = freshType();
        ExchangeRate later = record("150", type, DAY);
        record("140", type, DAY.minusDays(5));
        assertThat(rates().find(USD, JPY, type, DAY)).contains(later);
    }

    @Test
    void rates_2_1_neither_type_nor_direction_is_guessed() {
        RateType type = freshType();
        record("150", type, DAY);
        assertThat(rates().find(JPY, USD, type, DAY)).isEmpty();
        assertThat(rates().find(USD, JPY, freshType(), DAY)).isEmpty();
        assertThat(rates().find(USD, Amounts.currency("KWD"), type, DAY)).isEmpty();
    }

    @Test
    void rates_2_2_a_missing_rate_is_refused_and_never_one() {
        assertThat(rates().convert(
                                Amounts.of("1", "USD"),
                                JPY,
                                freshType(),
                                DAY,
                                RoundingPolicy.toCurrency(RoundingRule.HALF_UP))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ExchangeRates.MISSING);
    }

    @Test
    void rates_3_1_rates_are_exact() {
        RateType type = freshType();
        ExchangeRate third = new ExchangeRate(USD, JPY, Rational.of(1, 3), type, DAY);
        harness().record(third);
        assertThat(rates().find(USD, JPY, type, DAY)).contains(third);
        ExchangeRate fine = record("0.00000000012345678901", type, DAY.plusDays(1));
        assertThat(rates().find(USD, JPY, type, DAY.plusDays(1))).contains(fine);
    }

    @Test
    @Requires(Capability.TENANTS)
    void rates_4_1_tenants_have_their_own_rates() {
        RateType type = freshType();
        record("150", type, DAY);
        assertThat(harness().otherTenant().rates().find(USD, JPY, type, DAY)).isEmpty();
    }

    @Test
    @Requires(Capability.DURABLE)
    void rates_5_1_rates_survive_a_restart() {
        RateType type = freshType();
        ExchangeRate rate = record("150", type, DAY);
        assertThat(harness().reopened().rates().find(USD, JPY, type, DAY)).contains(rate);
    }
}
