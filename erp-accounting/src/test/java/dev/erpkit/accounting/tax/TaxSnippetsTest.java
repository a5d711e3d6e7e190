package dev.erpkit.accounting.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that the descriptions of packages show is code that tests run. */
class TaxSnippetsTest {
    private static final Path MAIN = Path.of("src/main/java/dev/erpkit/accounting/tax");
    private static final Path TESTS = Path.of("src/test/java/dev/erpkit/accounting/tax");

    @Test
    void the_first_lines_of_an_embedder() {
        Taxes taxes = Taxes.of(Tax.percent("VAT", "12").priceIncluded(true).build());
        TaxResult result = TaxEngine.compute(
                        Lists.immutable.of(TaxedLine.of("1", new BigDecimal("52.50"), "VAT")),
                        taxes,
                        TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP),
                        LocalDate.of(2026, 11, 28),
                        Amounts.currency("EUR"))
                .orElseThrow();
        String net = Amounts.canonical(result.net()); // EUR 46.87
        String tax = Amounts.canonical(result.tax()); // EUR 5.63
        assertThat(net).isEqualTo("EUR 46.87");
        assertThat(tax).isEqualTo("EUR 5.63");
    }

    @ParameterizedTest
    @CsvSource({".,TaxSnippetsTest", "japan,japan/ConsumptionTaxTest", "eu,eu/ValueAddedTaxTest", "us,us/SalesTaxTest"})
    void a_description_shows_lines_that_a_test_runs(String place, String test) throws IOException {
        String description = Files.readString(MAIN.resolve(place).resolve("package-info.java"));
        int from = description.indexOf("{@code\n");
        String shown = description.substring(from + 6, description.indexOf("}</pre>", from));
        String run = Files.readString(TESTS.resolve(test + ".java"));
        assertThat(squeezed(run)).contains(squeezed(shown.replaceAll("(?m)^ \\*", "")));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
