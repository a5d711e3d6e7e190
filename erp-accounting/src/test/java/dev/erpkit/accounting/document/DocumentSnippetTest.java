package dev.erpkit.accounting.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The lines in the package's description compile, run and give what their comments say. */
class DocumentSnippetTest {
    @Test
    void the_lines_issue_an_invoice() {
        DocumentRoom room = new DocumentRoom();
        Documents documents = room.documents;
        Actor me = Actor.of("me");
        // begin
        DocumentDraft draft = DocumentDraft.builder()
                .id("shop-1042")
                .kind(DocumentKind.SALES_INVOICE)
                .party("C-17")
                .documentDate(LocalDate.of(2026, 4, 10))
                .currency("JPY")
                .taxPolicy(TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE))
                .add(DocumentLine.of("Paper", "10", "450", "S10"))
                .build();
        IssuedDocument invoice = documents.issue(draft, me).orElseThrow(); // sales-invoice/2026/1, JPY 4950
        LocalDate later = LocalDate.of(2026, 4, 20);
        DocumentDraft back = DocumentDraft.credit("shop-1042-back", invoice, later, CreditLine.quantity(1, "2"));
        Outcome<IssuedDocument> credit = documents.issue(back, me); // JPY 990
        // end
        assertThat(invoice.number() + ", " + Amounts.canonical(invoice.total()))
                .isEqualTo("sales-invoice/2026/1, JPY 4950");
        assertThat(credit.orElseThrow().total()).isEqualTo(DocumentRoom.yen(990));
    }

    @Test
    void the_description_shows_these_lines() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/dev/erpkit/accounting/document/DocumentSnippetTest.java"));
        String shown = between(source, "// begin\n", "// end");
        String described = Files.readString(Path.of("src/main/java/dev/erpkit/accounting/document/package-info.java"));
        assertThat(squeezed(between(described, "{@code\n", "}</pre>").replaceAll("(?m)^ \\*", "")))
                .isEqualTo(squeezed(shown));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
