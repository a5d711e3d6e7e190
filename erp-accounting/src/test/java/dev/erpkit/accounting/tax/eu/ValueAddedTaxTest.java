package dev.erpkit.accounting.tax.eu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.SupplyFacts;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class ValueAddedTaxTest {
    /** The lines of the package's description. */
    @Test
    void a_business_in_another_member_state_is_supplied_free_of_tax() {
        ValueAddedTax belgium = new ValueAddedTax("BE");
        Taxes taxes = belgium.taxes("21", "6");
        ImmutableList<String> codes = belgium.mappings(Sets.immutable.of("FR", "NL"), Sets.immutable.of("JP"))
                .map(
                        Lists.immutable.of(belgium.standard()),
                        SupplyFacts.none()
                                .with(SupplyFacts.SELLER_COUNTRY, "BE")
                                .with(SupplyFacts.BUYER_COUNTRY, "FR")
                                .with(SupplyFacts.BUYER_REGISTERED, SupplyFacts.YES),
                        LocalDate.of(2026, 11, 28))
                .orElseThrow()
                .codes(); // BE-WITHIN-UNION
        assertThat(codes).containsExactly("BE-WITHIN-UNION");
        TaxedLine line = TaxedLine.of("1", new BigDecimal("100"), codes.toArray(new String[0]));
        assertThat(tax(taxes, line).boxes().get("within-union-base")).isEqualTo(Amounts.of("100.00", "EUR"));
    }

    @Test
    void others_pay_the_rate_at_home_and_exports_are_free() {
        ValueAddedTax belgium = new ValueAddedTax("BE");
        SupplyFacts consumer = SupplyFacts.none()
                .with(SupplyFacts.SELLER_COUNTRY, "BE")
                .with(SupplyFacts.BUYER_COUNTRY, "FR")
                .with(SupplyFacts.BUYER_REGISTERED, SupplyFacts.NO);
        var mappings = belgium.mappings(Sets.immutable.of("FR"), Sets.immutable.of("JP"));
        LocalDate day = LocalDate.of(2026, 11, 28);
        assertThat(mappings.map(Lists.immutable.of(belgium.reduced()), consumer, day)
                        .orElseThrow()
                        .codes())
                .containsExactly("BE-REDUCED");
        SupplyFacts abroad = consumer.with(SupplyFacts.BUYER_COUNTRY, "JP");
        assertThat(mappings.map(Lists.immutable.of(belgium.reduced()), abroad, day)
                        .orElseThrow()
                        .codes())
                .containsExactly("BE-EXPORT");
    }

    @Test
    void an_acquisition_is_owed_and_deducted_by_the_buyer() {
        ValueAddedTax belgium = new ValueAddedTax("BE");
        TaxResult result =
                tax(belgium.taxes("21", "6"), TaxedLine.of("1", new BigDecimal("100"), belgium.acquisition()));
        assertThat(result.total()).isEqualTo(Amounts.of("100.00", "EUR"));
        assertThat(result.boxes().get("acquisition-owed")).isEqualTo(Amounts.of("21.00", "EUR"));
        assertThat(result.boxes().get("acquisition-deducted")).isEqualTo(Amounts.of("21.00", "EUR"));
    }

    private static TaxResult tax(Taxes taxes, TaxedLine line) {
        return TaxEngine.compute(
                        Lists.immutable.of(line),
                        taxes,
                        TaxPolicy.of(TaxGranularity.TAX, RoundingRule.HALF_UP),
                        LocalDate.of(2026, 11, 28),
                        Amounts.currency("EUR"))
                .orElseThrow();
    }
}
