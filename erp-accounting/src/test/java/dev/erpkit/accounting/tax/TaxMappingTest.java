package dev.erpkit.accounting.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.TaxMappings.Mapped;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class TaxMappingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final SupplyFacts ABROAD = SupplyFacts.none().with(SupplyFacts.BUYER_COUNTRY, "FR");

    private static TaxMapping.Builder mapping(String name, String... to) {
        return TaxMapping.builder().name(name).tax("vat").to(to).when(SupplyFacts.BUYER_COUNTRY, "FR", "NL");
    }

    private static Outcome<Mapped> map(TaxMappings mappings, SupplyFacts facts, String... codes) {
        return mappings.map(Lists.immutable.of(codes), facts, DAY);
    }

    @Test
    void the_mapping_with_the_lowest_priority_that_holds_applies() {
        TaxMappings mappings = TaxMappings.of(
                mapping("general", "zero").priority(2).build(),
                mapping("special", "x", "y").priority(1).build(),
                mapping("past", "old").validity(DateRange.until(DAY)).build());
        Mapped mapped = map(mappings, ABROAD, "vat", "eco", "x").orElseThrow();
        assertThat(mapped.codes()).containsExactly("x", "y", "eco");
        assertThat(mapped.trace().render()).contains("mapping=special, tax=vat").contains("mapping=none, tax=eco");
        assertThat(map(mappings, SupplyFacts.none(), "vat").orElseThrow().codes())
                .containsExactly("vat");
    }

    @Test
    void a_mapping_without_taxes_frees() {
        assertThat(map(TaxMappings.of(mapping("free").build()), ABROAD, "vat")
                        .orElseThrow()
                        .codes())
                .isEmpty();
    }

    @Test
    void two_mappings_of_one_priority_must_agree() {
        TaxMappings mappings =
                TaxMappings.of(mapping("a", "x").build(), mapping("b", "y").build());
        assertThat(map(mappings, ABROAD, "vat").refusal().orElseThrow().code()).isEqualTo(TaxRefusals.AMBIGUOUS);
        TaxMappings agreeing =
                TaxMappings.of(mapping("a", "x").build(), mapping("b", "x").build());
        assertThat(map(agreeing, ABROAD, "vat").isAccepted()).isTrue();
    }

    @Test
    void a_global_discount_is_spread_exactly_over_lines_priced_above_zero() {
        ImmutableList<TaxedLine> lines = Lists.immutable.of(
                TaxedLine.of("1", new BigDecimal("10")),
                TaxedLine.of("2", new BigDecimal("10")),
                TaxedLine.of("3", new BigDecimal("10")),
                TaxedLine.of("4", new BigDecimal("-5")));
        assertThat(GlobalDiscount.amount(lines, Amounts.of("1.00", "EUR"), RemainderRule.LAST)
                        .orElseThrow()
                        .collect(line -> Flattening.text(line.priced())))
                .containsExactly("9.67", "9.67", "9.66", "-5");
        assertThat(GlobalDiscount.percent(
                                lines,
                                new BigDecimal("3.33"),
                                Amounts.currency("EUR"),
                                RoundingPolicy.toCurrency(RoundingRule.HALF_UP),
                                RemainderRule.LARGEST_REMAINDER)
                        .orElseThrow()
                        .collect(line -> Flattening.text(line.priced())))
                .containsExactly("9.66", "9.67", "9.67", "-5");
        assertThat(GlobalDiscount.amount(lines, Amounts.of("30.01", "EUR"), RemainderRule.LAST)
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(TaxRefusals.DISCOUNT);
    }
}
