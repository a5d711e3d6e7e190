package dev.erpkit.accounting.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden figures of service periods, ours and those that peers book under named policies. */
class ServiceSpreadTest {
    private static List<Long> parts(long total, String first, String last, SpreadBasis basis, PartRounding rounding) {
        DateRange service = DateRange.ofClosed(LocalDate.parse(first), LocalDate.parse(last));
        return ServiceSpread.of(total, service, basis, rounding)
                .parts()
                .collect(ServicePart::amountMinor)
                .castToList();
    }

    @Test
    void by_days_across_three_months() {
        assertThat(parts(10000, "2019-01-10", "2019-03-15", SpreadBasis.DAYS, PartRounding.EACH_PART))
                .as("each part rounded, the last takes the rest: ERPNext")
                .containsExactly(3385L, 4308L, 2307L);
        assertThat(parts(10000, "2019-01-10", "2019-03-15", SpreadBasis.DAYS, PartRounding.CUMULATIVE))
                .containsExactly(3385L, 4307L, 2308L);
    }

    @Test
    void months_as_erpnext_books_them() {
        assertThat(parts(5000000, "2019-01-16", "2019-03-31", SpreadBasis.MONTHS_BY_TENTHS, PartRounding.EACH_PART))
                .containsExactly(1000000L, 2000000L, 2000000L);
        assertThat(parts(30000, "2021-05-01", "2021-08-01", SpreadBasis.MONTHS_BY_TENTHS, PartRounding.EACH_PART))
                .as("one day of August weighs nothing")
                .containsExactly(10000L, 10000L, 10000L, 0L);
        assertThat(parts(300000, "2023-05-01", "2023-07-31", SpreadBasis.MONTHS_BY_TENTHS, PartRounding.EACH_PART))
                .containsExactly(100000L, 100000L, 100000L);
    }

    @Test
    void a_partial_month_weighs_what_the_basis_says() {
        DateRange days = DateRange.ofClosed(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 31));
        assertThat(SpreadBasis.DAYS.weight(days)).isEqualTo(Rational.of(22));
        assertThat(SpreadBasis.MONTHS_BY_DAYS.weight(days)).isEqualTo(Rational.of(22, 31));
        assertThat(SpreadBasis.MONTHS_OF_30_DAYS.weight(days)).isEqualTo(Rational.of(21, 30));
        assertThat(SpreadBasis.MONTHS_BY_HALVES.weight(days)).isEqualTo(Rational.of(1, 2));
        assertThat(SpreadBasis.MONTHS_BY_TENTHS.weight(days)).isEqualTo(Rational.of(7, 10));
        assertThat(SpreadBasis.WHOLE_MONTHS.weight(days)).isEqualTo(Rational.ONE);
        for (SpreadBasis basis : SpreadBasis.values()) {
            assertThat(SpreadBasis.parse(basis.text())).isEqualTo(basis);
            if (basis != SpreadBasis.DAYS) {
                assertThat(basis.weight(DateRange.parse("2026-01-01/2027-01-01")))
                        .isEqualTo(Rational.of(12));
            }
        }
        assertThatThrownBy(() -> SpreadBasis.parse("weeks"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("deferral.unknown-policy")).isTrue());
    }

    @Test
    void a_service_that_weighs_nothing_is_due_on_its_last_day() {
        assertThat(parts(100, "2026-01-31", "2026-02-01", SpreadBasis.MONTHS_BY_TENTHS, PartRounding.CUMULATIVE))
                .containsExactly(0L, 100L);
    }

    @Test
    void parts_never_exceed_the_total_where_each_is_rounded_up() {
        assertThat(parts(2, "2026-01-01", "2026-04-30", SpreadBasis.WHOLE_MONTHS, PartRounding.EACH_PART))
                .containsExactly(1L, 1L, 0L, 0L);
        assertThat(parts(2, "2026-01-01", "2026-04-30", SpreadBasis.WHOLE_MONTHS, PartRounding.CUMULATIVE))
                .containsExactly(1L, 0L, 1L, 0L);
    }

    @Test
    void what_is_due_within_a_part_is_its_share() {
        ServiceSpread spread = ServiceSpread.of(
                36500, DateRange.parse("2026-01-01/2027-01-01"), SpreadBasis.DAYS, PartRounding.CUMULATIVE);
        assertThat(spread.dueThrough(LocalDate.of(2025, 12, 31))).isZero();
        assertThat(spread.dueThrough(LocalDate.of(2026, 2, 14))).isEqualTo(4500);
        assertThat(spread.dueThrough(LocalDate.of(2026, 2, 28))).isEqualTo(5900);
        assertThat(spread.dueThrough(LocalDate.of(2030, 1, 1))).isEqualTo(36500);
    }

    @Test
    void a_credit_is_split_by_name() {
        assertThat(CreditSplit.parse("recognised-first").ofRecognised(1950000, 1885418, 114582))
                .isEqualTo(1885418);
        assertThat(CreditSplit.parse("deferred-first").ofRecognised(1950000, 1885418, 114582))
                .isEqualTo(1835418);
        assertThat(CreditSplit.parse("proportional").ofRecognised(1950000, 1885418, 114582))
                .isEqualTo(1838283);
    }
}
