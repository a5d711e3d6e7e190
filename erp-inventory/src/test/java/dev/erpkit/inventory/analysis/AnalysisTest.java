package dev.erpkit.inventory.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.analysis.ItemClasses.Abc;
import dev.erpkit.inventory.analysis.ItemClasses.Xyz;
import dev.erpkit.inventory.analysis.StockAgeing.Bucket;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static Rational q(String number) {
        return Rational.parse(number);
    }

    @Test
    void the_snippet_of_the_package() {
        LocalDate today = LocalDate.of(2026, 3, 31);
        ImmutableList<AgedStock> stock = Lists.immutable.of(
                new AgedStock("bolt", LocalDate.of(2026, 1, 1), Rational.of(100), 4_000),
                new AgedStock("bolt", LocalDate.of(2026, 3, 1), Rational.of(50), 2_500));
        StockAgeing ageing = StockAgeing.of(stock, today, Lists.immutable.of(30, 60));
        long olderThanTwoMonths = ageing.value("bolt", 2);
        assertThat(olderThanTwoMonths).isEqualTo(4_000);
        assertThat(ageing.buckets("bolt").getFirst()).isEqualTo(new Bucket(Rational.of(50), 2_500));
        assertThat(ageing.buckets("nut")).containsOnly(new Bucket(Rational.ZERO, 0));
        assertThatThrownBy(() -> StockAgeing.of(stock, today, Lists.immutable.of(60, 30)))
                .hasMessageContaining("analysis.buckets");
    }

    @Test
    void stock_turns_and_lasts() {
        assertThat(Turnover.times(1200, Lists.immutable.of(100L, 300L, 200L))).contains(Rational.of(6));
        assertThat(Turnover.times(1200, Lists.immutable.of(0L))).isEmpty();
        assertThat(Turnover.daysOfSupply(q("45"), q("90"), 30)).contains(Rational.of(15));
        assertThat(Turnover.daysOfSupply(q("45"), q("0"), 30)).isEmpty();
        assertThatThrownBy(() -> Turnover.daysOfSupply(q("1"), q("1"), 0)).hasMessageContaining("analysis.no-periods");
    }

    @Test
    void items_matter_by_their_share() {
        Map<String, Long> values = Map.of("a", 70L, "b", 15L, "c", 10L, "d", 5L, "e", 0L);
        assertThat(ItemClasses.abc(values, q("0.8"), q("0.95")).castToSortedMap())
                .isEqualTo(Map.of("a", Abc.A, "b", Abc.A, "c", Abc.B, "d", Abc.C, "e", Abc.C));
        assertThat(ItemClasses.abc(Map.of("only", 1L), q("0.8"), q("0.95")).get("only"))
                .isEqualTo(Abc.A);
        assertThatThrownBy(() -> ItemClasses.abc(values, q("0.96"), q("0.95"))).hasMessageContaining("analysis.bounds");
    }

    @Test
    void items_are_used_evenly_or_not() {
        Rational x = q("0.5");
        Rational y = q("1");
        assertThat(ItemClasses.xyz(Lists.immutable.of(q("1"), q("3")), x, y))
                .as("just 0.5")
                .isEqualTo(Xyz.X);
        assertThat(ItemClasses.xyz(Lists.immutable.of(q("0"), q("3")), x, y))
                .as("just 1")
                .isEqualTo(Xyz.Y);
        assertThat(ItemClasses.xyz(Lists.immutable.of(q("0"), q("0"), q("3")), x, y))
                .isEqualTo(Xyz.Z);
        assertThat(ItemClasses.xyz(Lists.immutable.of(q("0")), x, y)).isEqualTo(Xyz.Z);
    }
}
