package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.value.InvalidValueException;
import java.io.File;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.money.CurrencyContext;
import javax.money.CurrencyContextBuilder;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final CurrencyUnit JPY = Amounts.currency("JPY");

    @ParameterizedTest
    @CsvSource({
        "5.10, USD, 510",
        "-5.1, USD, -510",
        "5.1000, USD, 510",
        "0, USD, 0",
        "0.000, JPY, 0",
        "1E+2, USD, 10000",
        "1234567, JPY, 1234567",
        "1.234, KWD, 1234",
        "92233720368547758.07, USD, 9223372036854775807",
        "-92233720368547758.08, USD, -9223372036854775808",
        "-9223372036854775808, JPY, -9223372036854775808"
    })
    void minor_units_are_exact_both_ways(String number, String currency, long minor) {
        MonetaryAmount amount = Amounts.of(number, currency);

        assertThat(Amounts.minor(amount)).isEqualTo(minor);
        assertThat(Amounts.ofMinor(minor, Amounts.currency(currency))).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"0.001, USD", "0.5, JPY", "1.2345, KWD", "1E-40, USD", "92233720368547758.071, USD"})
    void more_decimals_than_the_currency_has_are_refused(String number, String currency) {
        assertCode("amount.too-many-decimals", () -> Amounts.minor(Amounts.of(number, currency)));
    }

    @ParameterizedTest
    @CsvSource({"92233720368547758.08, USD", "-92233720368547758.09, USD", "9223372036854775808, JPY", "1E+50, JPY"})
    void minor_units_beyond_a_long_are_an_overflow(String number, String currency) {
        assertCode("amount.overflow", () -> Amounts.minor(Amounts.of(number, currency)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+76", "1E+999999999", "1E-77", "1E-999999999"})
    void numbers_beyond_76_digits_are_an_overflow(String number) {
        assertCode("amount.overflow", () -> Amounts.of(number, "USD"));
    }

    @Test
    void a_number_of_76_digits_is_kept_and_one_more_digit_is_refused() {
        String digits = "9".repeat(76);

        assertThat(Amounts.decimal(Amounts.of(digits, "USD"))).isEqualByComparingTo(digits);
        assertThat(Amounts.of("5." + "0".repeat(100), "USD")).isEqualTo(Amounts.of(5, USD));
        assertThat(Amounts.of("0E+999999999", "USD")).isEqualTo(Amounts.zero(USD));
        assertCode("amount.overflow", () -> Amounts.of("9".repeat(40) + "." + "9".repeat(37), "USD"));
    }

    @Test
    void text_that_is_no_number_is_refused() {
        assertCode("amount.form", () -> Amounts.of("five", "USD"));
    }

    @Test
    void an_unknown_currency_is_refused() {
        assertCode("currency.unknown", () -> Amounts.currency("NOPE"));
    }

    @ParameterizedTest
    @CsvSource({"USD, 2", "JPY, 0", "KWD, 3", "CLF, 4", "XAU, 0"})
    void digits_come_from_iso_4217(String currency, int digits) {
        assertThat(Amounts.digits(Amounts.currency(currency))).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "5.1, USD, USD 5.10",
        "5.10, USD, USD 5.10",
        "5.1000, USD, USD 5.10",
        "-0.005, USD, USD -0.005",
        "100, JPY, JPY 100",
        "1E+2, JPY, JPY 100",
        "0.00, JPY, JPY 0"
    })
    void equal_amounts_have_one_canonical_text(String number, String currency, String text) {
        assertThat(Amounts.canonical(Amounts.of(number, currency))).isEqualTo(text);
    }

    @Test
    void equal_amounts_are_equal_whatever_their_scale() {
        assertThat(Amounts.of("5.1", "USD"))
                .isEqualTo(Amounts.of("5.1000", "USD"))
                .hasSameHashCodeAs(Amounts.of("5.1000", "USD"));
    }

    @Test
    void a_coin_has_the_decimals_it_was_given() {
        CurrencyUnit btc = Amounts.unit("BTC", 8);

        MonetaryAmount satoshi = Amounts.ofMinor(1, btc);

        assertThat(Amounts.canonical(satoshi)).isEqualTo("BTC 0.00000001");
        assertThat(Amounts.minor(satoshi)).isOne();
        assertThat(satoshi.add(Amounts.of(1, btc))).isEqualTo(Amounts.ofMinor(100_000_001, btc));
    }

    @Test
    void a_plain_commodity_needs_no_registration_and_makes_none() {
        assertThat(Amounts.canonical(Amounts.of(3, Amounts.unit("green apples", 0))))
                .isEqualTo("green apples 3");
        assertThat(Monetary.isCurrencyAvailable("green apples")).isFalse();
        assertThat(Amounts.unit("AAPL", 4)).isEqualTo(Amounts.unit("AAPL", 4));
    }

    @Test
    void units_out_of_bounds_are_refused() {
        assertCode("currency.digits", () -> Amounts.unit("X", -1));
        assertCode("currency.digits", () -> Amounts.unit("X", 19));
        assertCode("currency.code-form", () -> Amounts.unit(" ", 0));
        assertCode("currency.code-form", () -> Amounts.unit("a\nb", 0));
        assertCode("currency.code-form", () -> Amounts.unit("x".repeat(65), 0));
    }

    @Test
    void foreign_implementations_become_ours_exactly() {
        assertThat(Amounts.normalise(FastMoney.of(new BigDecimal("5.12345"), "USD")))
                .isEqualTo(Amounts.of("5.12345", "USD"));
        assertThat(Amounts.minor(FastMoney.of(new BigDecimal("-7.25"), "USD"))).isEqualTo(-725);
    }

    @Test
    void a_currency_unit_of_another_kind_becomes_ours_by_its_code() {
        MonetaryAmount dollars = FastMoney.of(new BigDecimal("5.1"), new ForeignUnit("USD", 2));
        MonetaryAmount points = FastMoney.of(7, new ForeignUnit("POINTS", 1));

        assertThat(Amounts.normalise(dollars)).isEqualTo(Amounts.of("5.10", "USD"));
        assertThat(Amounts.normalise(dollars).getCurrency()).isSameAs(USD);
        assertThat(Amounts.normalise(points)).isEqualTo(Amounts.of(7, Amounts.unit("POINTS", 1)));
        assertThat(Amounts.minor(Amounts.normalise(points))).isEqualTo(70);
        assertCode("currency.digits", () -> Amounts.normalise(FastMoney.of(1, new ForeignUnit("FINE", 30))));
    }

    @Test
    void a_unit_that_gives_an_iso_currency_other_decimals_is_refused_rather_than_a_hundredfold_amount() {
        CurrencyUnit hosts = CurrencyUnitBuilder.of("JPY", "host")
                .setDefaultFractionDigits(2)
                .build();

        assertCode("currency.digits", () -> Amounts.unit("JPY", 2));
        assertCode("currency.digits", () -> Amounts.minor(Amounts.of(1100, hosts)));
        assertCode("currency.digits", () -> Amounts.normalise(FastMoney.of(1100, hosts)));
        assertCode("currency.digits", () -> Amounts.minor(FastMoney.of(1, new ForeignUnit("JPY", 2))));
        assertThat(Amounts.unit("JPY", 0)).isSameAs(JPY);
        assertThat(Amounts.minor(FastMoney.of(1100, new ForeignUnit("JPY", 0)))).isEqualTo(1100);
    }

    @Test
    void a_thread_whose_loader_sees_nothing_of_ours_makes_money_too() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> url(entry))
                .toArray(URL[]::new);
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Moneta complains of its own defaults, which are not used
        Logger complaints = Logger.getLogger("org.javamoney.moneta.DefaultMonetaryContextFactory");
        complaints.setLevel(Level.OFF);
        try (URLClassLoader fresh = new URLClassLoader(classPath, platform)) {
            thread.setContextClassLoader(platform);
            Class<?> amounts = fresh.loadClass(Amounts.class.getName());

            Object made = amounts.getMethod("of", String.class, String.class).invoke(null, "5.10", "USD");

            assertThat(made).hasToString("USD 5.1");
        } finally {
            thread.setContextClassLoader(before);
            complaints.setLevel(null);
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void the_hosts_class_path_does_change_the_defaults_of_the_money_library() {
        // so that the next test means something: src/test/resources/javamoney.properties is in force
        assertThat(Money.of(new BigDecimal("123.456"), "USD").getNumber().toString())
                .isEqualTo("123.46");
        assertThat(Monetary.getDefaultAmountType()).isEqualTo(FastMoney.class);
    }

    @Test
    void the_hosts_class_path_changes_no_figure_of_ours() {
        MonetaryAmount large = Amounts.of("1234567890123456.78", "USD");

        assertThat(Amounts.canonical(large.add(Amounts.of("0.001", "USD")))).isEqualTo("USD 1234567890123456.781");
        assertThat(Amounts.canonical(large.multiply(new BigDecimal("1.1")))).isEqualTo("USD 1358024679135802.458");
        assertThat(Amounts.canonical(Amounts.negate(large).subtract(large))).isEqualTo("USD -2469135780246913.56");
        assertThat(Amounts.abs(Amounts.negate(large))).isEqualTo(large);
        assertThat(Amounts.minor(large)).isEqualTo(123_456_789_012_345_678L);
        assertThat(Amounts.zero(JPY).add(Amounts.ofMinor(1_234_567, JPY))).isEqualTo(Amounts.of(1_234_567, JPY));
    }

    @Test
    void negate_of_the_library_does_round_so_that_ours_is_needed() {
        assertThat(Amounts.of("123456.78", "USD").negate()).isNotEqualTo(Amounts.of("-123456.78", "USD"));
    }

    @Test
    void a_currency_that_a_host_registers_does_not_replace_ours() {
        CurrencyUnitBuilder.of("USD", "host").setDefaultFractionDigits(4).build(true);

        assertThat(Amounts.digits(Amounts.currency("USD"))).isEqualTo(2);
    }

    @Test
    void arithmetic_that_would_have_to_round_fails() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Amounts.of(1, USD).divide(3));
    }

    /** Somebody else's currency unit, equal to nothing but its kind. */
    record ForeignUnit(String code, int digits) implements CurrencyUnit {
        @Override
        public String getCurrencyCode() {
            return code;
        }

        @Override
        public int getNumericCode() {
            return -1;
        }

        @Override
        public int getDefaultFractionDigits() {
            return digits;
        }

        @Override
        public CurrencyContext getContext() {
            return CurrencyContextBuilder.of("host").build();
        }

        @Override
        public int compareTo(CurrencyUnit other) {
            return code.compareTo(other.getCurrencyCode());
        }
    }

    private static void assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.violations().collect(v -> v.code())).containsExactly(code);
    }
}
