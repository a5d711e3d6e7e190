package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.javamoney.moneta.FastMoney;
import org.junit.jupiter.api.Test;

class ExchangeRateTest {
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final CurrencyUnit EUR = Amounts.currency("EUR");
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);
    private static final RoundingPolicy ROUNDING = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryExchangeRates rates = new MemoryExchangeRates(unitOfWork);

    @Test
    void of_two_prices_of_one_date_the_later_recorded_wins() {
        // the valuation test of hledger: 100 USD at 1.35 and then 1.30 EUR
        rates.record(spot(USD, EUR, "1.35", DAY));
        rates.record(spot(USD, EUR, "1.30", DAY));

        assertThat(convert("100", USD, EUR, DAY).orElseThrow()).isEqualTo(Amounts.of("130.00", "EUR"));
    }

    @Test
    void the_latest_rate_on_or_before_the_date_answers() {
        rates.record(spot(USD, JPY, "150", DAY.plusDays(10)));
        rates.record(spot(USD, JPY, "140", DAY));

        assertThat(rates.find(USD, JPY, RateType.SPOT, DAY.minusDays(1))).isEmpty();
        assertThat(convert("1", USD, JPY, DAY).orElseThrow()).isEqualTo(Amounts.of("140", "JPY"));
        assertThat(convert("1", USD, JPY, DAY.plusDays(9)).orElseThrow()).isEqualTo(Amounts.of("140", "JPY"));
        assertThat(convert("1", USD, JPY, DAY.plusDays(99)).orElseThrow()).isEqualTo(Amounts.of("150", "JPY"));
    }

    @Test
    void a_missing_rate_is_refused_and_never_1() {
        rates.record(spot(USD, JPY, "150", DAY));

        Refusal refusal = rates.convert(Amounts.of("1", "USD"), JPY, RateType.CLOSING, DAY, ROUNDING)
                .refusal()
                .orElseThrow();

        assertThat(refusal.code()).isEqualTo(ExchangeRates.MISSING).hasToString("rate.missing");
        assertThat(refusal.facts().castToSortedMap())
                .containsEntry("from", "USD")
                .containsEntry("to", "JPY")
                .containsEntry("type", "closing")
                .containsEntry("date", "2000-01-01");
        assertThat(convert("1", JPY, USD, DAY).isAccepted()).isFalse();
    }

    @Test
    void an_amount_in_its_own_currency_stays_as_it_is() {
        assertThat(convert("1.23456", USD, USD, DAY).orElseThrow()).isEqualTo(Amounts.of("1.23456", "USD"));
        assertThat(spot(USD, USD, "1", DAY).convert(Amounts.of("1.23456", "USD"), ROUNDING))
                .isEqualTo(Amounts.of("1.23456", "USD"));
    }

    @Test
    void a_host_may_name_currencies_by_units_of_its_own_kind() {
        CurrencyUnit dollar = new AmountsTest.ForeignUnit("USD", 2);
        CurrencyUnit yen = new AmountsTest.ForeignUnit("JPY", 0);
        MonetaryAmount amount = FastMoney.of(new BigDecimal("1.25"), dollar);
        rates.record(spot(dollar, yen, "150", DAY));

        assertThat(rates.convert(amount, USD, RateType.SPOT, DAY, ROUNDING).orElseThrow())
                .isEqualTo(Amounts.of("1.25", "USD"));
        assertThat(rates.convert(amount, yen, RateType.SPOT, DAY, ROUNDING).orElseThrow())
                .isEqualTo(Amounts.of("188", "JPY"));
        assertThat(rates.convert(Amounts.zero(USD), yen, RateType.SPOT, DAY, ROUNDING)
                        .orElseThrow())
                .isEqualTo(Amounts.zero(JPY));
        assertThat(spot(dollar, yen, "150", DAY)).isEqualTo(spot(USD, JPY, "150", DAY));
        assertCode("rate.same-currency", () -> spot(dollar, USD, "2", DAY));
    }

    @Test
    void zero_converts_to_zero() {
        assertThat(convert("0", USD, JPY, DAY).orElseThrow()).isEqualTo(Amounts.zero(JPY));
        assertThat(spot(USD, JPY, "150", DAY).convert(Amounts.zero(USD), ROUNDING))
                .isEqualTo(Amounts.zero(JPY));
    }

    @Test
    void a_rate_reads_as_people_write_it() {
        assertThat(spot(USD, JPY, "150", DAY)).hasToString("1 USD = 150 JPY");
        assertThat(spot(USD, JPY, "151.37", DAY)).hasToString("1 USD = 151.37 JPY");
        assertThat(spot(USD, JPY, "3", DAY).inverse()).hasToString("1 JPY = 1/3 USD");
    }

    @Test
    void the_inverse_is_exact() {
        ExchangeRate three = spot(USD, EUR, "3", DAY);

        assertThat(three.inverse().rate()).isEqualTo(Rational.of(1, 3));
        assertThat(three.inverse().inverse()).isEqualTo(three);
        assertThat(three.inverse().convert(Amounts.of("299.97", "EUR"), ROUNDING))
                .isEqualTo(Amounts.of("99.99", "USD"));
    }

    @Test
    void an_inverse_is_used_only_when_asked_for() {
        rates.record(spot(EUR, USD, "1.25", DAY));

        assertThat(rates.find(USD, EUR, RateType.SPOT, DAY)).isEmpty();
        assertThat(rates.bothWays().find(USD, EUR, RateType.SPOT, DAY))
                .hasValueSatisfying(rate -> assertThat(rate.rate()).isEqualTo(Rational.of(4, 5)));
    }

    @Test
    void of_a_rate_and_an_inverse_the_later_answers_and_of_equal_dates_the_rate() {
        rates.record(spot(USD, EUR, "0.9", DAY));
        rates.record(spot(EUR, USD, "1.25", DAY));

        assertThat(rates.bothWays()
                        .find(USD, EUR, RateType.SPOT, DAY)
                        .orElseThrow()
                        .rate())
                .isEqualTo(Rational.parse("0.9"));
        rates.record(spot(EUR, USD, "2", DAY.plusDays(1)));
        assertThat(rates.bothWays()
                        .find(USD, EUR, RateType.SPOT, DAY.plusDays(1))
                        .orElseThrow()
                        .rate())
                .isEqualTo(Rational.parse("0.5"));
    }

    @Test
    void a_pivot_is_used_only_when_named_and_only_for_want_of_a_rate() {
        rates.record(spot(EUR, USD, "1.25", DAY));
        rates.record(spot(EUR, JPY, "150", DAY.minusDays(3)));

        assertThat(rates.bothWays().find(USD, JPY, RateType.SPOT, DAY)).isEmpty();
        ExchangeRate through =
                rates.through(EUR).find(USD, JPY, RateType.SPOT, DAY).orElseThrow();
        assertThat(through.rate()).isEqualTo(Rational.of(120));
        assertThat(through.date()).isEqualTo(DAY.minusDays(3));
        assertThat(rates.through(JPY).find(USD, JPY, RateType.SPOT, DAY)).isEmpty();
        rates.record(spot(USD, JPY, "121", DAY.minusDays(9)));
        assertThat(rates.through(EUR)
                        .find(USD, JPY, RateType.SPOT, DAY)
                        .orElseThrow()
                        .rate())
                .isEqualTo(Rational.of(121));
    }

    @Test
    void a_rate_recorded_in_work_that_fails_was_never_recorded() {
        rates.record(spot(USD, JPY, "140", DAY));

        RuntimeException failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> unitOfWork.execute(() -> {
                    rates.record(spot(USD, JPY, "150", DAY));
                    rates.record(spot(USD, JPY, "160", DAY.plusDays(1)));
                    throw new IllegalStateException("crash");
                }));

        assertThat(failure).hasMessage("crash");
        assertThat(convert("1", USD, JPY, DAY.plusDays(2)).orElseThrow()).isEqualTo(Amounts.of("140", "JPY"));
    }

    @Test
    void a_conversion_explains_itself() {
        TraceStep step = spot(USD, JPY, "151.37", DAY).trace(Amounts.of("10.05", "USD"), ROUNDING);

        // 10.05 x 151.37 = 1,521.2685
        assertThat(step.result()).isEqualTo("JPY 1521");
        assertThat(step.inputs().castToSortedMap())
                .containsEntry("amount", "USD 10.05")
                .containsEntry("rate", "1 USD = 151.37 JPY")
                .containsEntry("rounding", "half-up:currency");
    }

    @Test
    void rates_that_cannot_be_are_refused() {
        assertCode("rate.not-positive", () -> spot(USD, JPY, "0", DAY));
        assertCode("rate.not-positive", () -> spot(USD, JPY, "-1", DAY));
        assertCode("rate.same-currency", () -> spot(USD, USD, "1.1", DAY));
        assertCode("rate.type-form", () -> new RateType(" "));
        assertCode("rate.currency-mismatch", () -> spot(USD, JPY, "1", DAY).convert(Amounts.zero(EUR), ROUNDING));
        assertCode("rate.currency-mismatch", () -> spot(USD, JPY, "1", DAY).then(spot(USD, JPY, "1", DAY)));
    }

    private Outcome<MonetaryAmount> convert(String number, CurrencyUnit from, CurrencyUnit to, LocalDate date) {
        return rates.convert(Amounts.of(new BigDecimal(number), from), to, RateType.SPOT, date, ROUNDING);
    }

    private static ExchangeRate spot(CurrencyUnit base, CurrencyUnit quote, String rate, LocalDate date) {
        return ExchangeRate.of(base, quote, new BigDecimal(rate), RateType.SPOT, date);
    }

    private static void assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.has(code)).as(thrown.getMessage()).isTrue();
    }
}
