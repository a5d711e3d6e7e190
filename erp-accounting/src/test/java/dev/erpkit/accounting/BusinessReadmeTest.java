package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.document.DocumentStatus;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.japan.JapaneseDocuments;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.accounting.tax.japan.QualifiedInvoice;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The code of the project's README that issues an invoice compiles, runs and does what the README says. */
class BusinessReadmeTest {
    @Test
    void the_lines_issue_an_invoice() {
        Actor me = Actor.of("me");
        // begin
        Business business = Business.inMemory(BusinessSetup.builder()
                .books(BooksSetup.of("JPY"))
                .taxes(ConsumptionTax.taxes())
                .rules(JapaneseDocuments.accounts().rules())
                .build());
        business.books().open(JapaneseCharts.smallCompany().chart());
        DocumentDraft draft = DocumentDraft.builder()
                .id("shop-1042")
                .kind(DocumentKind.SALES_INVOICE)
                .party("C-17")
                .documentDate(LocalDate.of(2026, 4, 10))
                .currency("JPY")
                .taxPolicy(QualifiedInvoice.policy(RoundingRule.TRUNCATE))
                .add(DocumentLine.of("Coffee beans", "3", "1480", ConsumptionTax.REDUCED))
                .add(DocumentLine.of("Paper filters", "12", "298", ConsumptionTax.STANDARD))
                .build();
        IssuedDocument invoice = business.documents().issue(draft, me).orElseThrow();
        // end
        assertThat(invoice.total()).isEqualTo(Amounts.of("8728", "JPY")); // 4440 + 355 + 3576 + 357
        assertThat(business.books().balance("1160", LocalDate.of(2026, 4, 30))).isEqualTo(invoice.total());
        assertThat(business.documents()
                        .state(invoice.id(), LocalDate.of(2026, 4, 10))
                        .orElseThrow()
                        .status())
                .isEqualTo(DocumentStatus.ISSUED);
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/erpkit/accounting/BusinessReadmeTest.java"));
        String shown =
                between(source, "// begin\n", "        // end").stripTrailing().stripIndent() + "\n";
        String readme = Files.readString(Path.of("../README.md"));
        String business = readme.substring(readme.indexOf("## The business side"));
        assertThat(between(business, "```java\n", "```")).isEqualTo(shown);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
