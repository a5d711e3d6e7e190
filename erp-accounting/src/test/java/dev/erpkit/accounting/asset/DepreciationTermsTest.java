package dev.erpkit.accounting.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DepreciationTermsTest {
    private static DepreciationTerms terms(Consumer<DepreciationTerms.Builder> more) {
        DepreciationTerms.Builder terms =
                DepreciationTerms.builder().method("straight-line").lifeMonths(12);
        more.accept(terms);
        return terms.build();
    }

    private static void refused(String code, Consumer<DepreciationTerms.Builder> more) {
        assertThatThrownBy(() -> terms(more))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }

    @Test
    void terms_out_of_bounds_are_refused() {
        refused("asset.life", terms -> terms.lifeMonths(0));
        refused("asset.life", terms -> terms.lifeMonths(1201));
        refused("asset.residual", terms -> terms.residual("-1"));
        refused("asset.frequency", terms -> terms.periodMonths(2));
        refused("asset.frequency", terms -> terms.periodMonths(121).firstRow(LocalDate.EPOCH));
        refused("asset.units", terms -> terms.units(new BigDecimal("0.0000001")));
        assertThatThrownBy(() -> new Used(new BigDecimal("0.0000001"))).isInstanceOf(InvalidValueException.class);
        assertThat(terms(terms -> terms.periodMonths(2).firstRow(LocalDate.EPOCH))
                        .periodMonths())
                .isEqualTo(2);
    }

    @Test
    void equal_terms_are_equal_however_their_numbers_are_written() {
        assertThat(terms(terms -> terms.residual("1000.00").units(new BigDecimal("50"))))
                .isEqualTo(terms(terms -> terms.residual("1000").units(new BigDecimal("50.0"))));
    }

    @Test
    void names_are_read_as_they_are_written() {
        for (Timing timing : Timing.values()) {
            assertThat(Timing.parse(timing.text())).isEqualTo(timing);
        }
        for (DayCount count : DayCount.values()) {
            assertThat(DayCount.parse(count.text())).isEqualTo(count);
        }
        for (RowRounding rounding : RowRounding.values()) {
            assertThat(RowRounding.parse(rounding.text())).isEqualTo(rounding);
        }
        for (String name : new String[] {
            "straight-line",
            "straight-line:on-cost",
            "declining:0.4/year",
            "declining:0.12945/period",
            "declining:x2/year+straight-line",
            "declining:x1.5/year+straight-line-on-cost",
            "sum-of-years",
            "units-of-production",
            "jp-straight-line",
            "jp-declining-200",
            "jp-declining-250",
            "jp-old-declining",
            "jp-old-declining:0.206",
            "jp-old-straight-line:0.142",
            "jp-lump-sum",
            "jp-expensed"
        }) {
            assertThat(Plans.METHODS.find(name).orElseThrow().text()).isEqualTo(name);
        }
        assertThat(Plans.METHODS.find("declining")).isEmpty();
        assertThat(Plans.METHODS.find("jp-old-straight-line")).isEmpty();
        assertThatThrownBy(() -> Plans.METHODS.find("declining:1.1/year")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DayCount.parse("lunar")).isInstanceOf(InvalidValueException.class);
    }

    /** The table of Tryton's test of its day count without leap days. */
    @Test
    void days_without_leap_days() {
        assertThat(days("2024-02-27", "2024-03-31")).isEqualTo(32);
        assertThat(days("2024-02-28", "2024-03-31")).isEqualTo(31);
        assertThat(days("2024-02-29", "2024-03-31")).isEqualTo(31);
        assertThat(days("2019-02-28", "2019-03-31")).isEqualTo(31);
        assertThat(days("2000-01-01", "2020-01-01")).isEqualTo(7300);
    }

    private static long days(String start, String end) {
        return DayCount.NO_LEAP_DAY.days(LocalDate.parse(start), LocalDate.parse(end));
    }
}
