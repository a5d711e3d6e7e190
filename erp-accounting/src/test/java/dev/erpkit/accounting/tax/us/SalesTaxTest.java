package dev.erpkit.accounting.tax.us;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.SupplyFacts;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxTotal;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class SalesTaxTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    /** The lines of the package's description. */
    @Test
    void state_county_and_city_each_take_their_part_of_the_price() {
        SalesTax denver = SalesTax.of("US-CO-DENVER", "2.9", "1", "5.15");
        Taxes taxes = denver.taxes();
        TaxedLine line = TaxedLine.of("1", new BigDecimal("100"), denver.code());
        TaxResult result = TaxEngine.compute(
                        Lists.immutable.of(line),
                        taxes,
                        TaxPolicy.of(TaxGranularity.RATE, RoundingRule.HALF_UP),
                        DAY,
                        Amounts.currency("USD"))
                .orElseThrow();
        assertThat(result.totals().collect(TaxTotal::amount))
                .containsExactly(Amounts.of("2.90", "USD"), Amounts.of("1.00", "USD"), Amounts.of("5.15", "USD"));
        assertThat(result.total("9.05").amount()).isEqualTo(Amounts.of("9.05", "USD"));
        assertThat(result.boxes().get("US-CO-DENVER-city-tax")).isEqualTo(Amounts.of("5.15", "USD"));
    }

    @Test
    void a_certificate_frees_the_buyer() {
        SalesTax denver = SalesTax.of("US-CO-DENVER", "2.9", "1", "5.15");
        SupplyFacts reseller = SupplyFacts.none().with(SupplyFacts.BUYER_EXEMPT, SupplyFacts.YES);
        assertThat(denver.mappings()
                        .map(Lists.immutable.of(denver.code()), reseller, DAY)
                        .orElseThrow()
                        .codes())
                .containsExactly(denver.exempt());
    }
}
