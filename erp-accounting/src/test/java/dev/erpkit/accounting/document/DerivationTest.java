package dev.erpkit.accounting.document;

import static dev.erpkit.accounting.document.DocumentRoom.DAY;
import static dev.erpkit.accounting.document.DocumentRoom.draft;
import static dev.erpkit.accounting.document.DocumentRoom.invoice;
import static dev.erpkit.accounting.document.DocumentRoom.yen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.trace.TraceStep;
import org.junit.jupiter.api.Test;

/** An issued document tells by itself how its figures came about, whatever changed since. */
class DerivationTest {
    private final DocumentRoom room = new DocumentRoom();

    private TraceStep derivation(String id) {
        return room.documents.derivation(DocumentId.of(id));
    }

    @Test
    void each_total_with_what_it_was_rounded_from() {
        room.issue(invoice(
                "i",
                DocumentLine.of("Bolts", "3", "333", "S10"),
                DocumentLine.of("Nuts", "1", "5", "S10"),
                DocumentLine.of("Tea", "1", "105", "IN10"),
                DocumentLine.of("Rice", "1", "99", "S8")));
        String text = derivation("i").render();
        assertThat(text)
                .contains("policy=" + DocumentRoom.PER_RATE.name())
                .contains("tax-total")
                .contains("of=10, unrounded=6047/55")
                .contains("base=JPY 99, of=8, unrounded=7.92");
        assertThat(text)
                .isEqualTo(room.with(Taxes.of()).derivation(DocumentId.of("i")).render());
    }

    @Test
    void a_tax_of_several_parts_is_one_total_by_rate() {
        Documents documents = room.with(ConsumptionTax.taxes());
        documents
                .issue(invoice("i", DocumentLine.of("Bolts", "1", "999", ConsumptionTax.STANDARD)), DocumentRoom.CLERK)
                .orElseThrow();
        assertThat(documents.derivation(DocumentId.of("i")).render())
                .contains("base=JPY 999, of=10, unrounded=99.9")
                .contains("unrounded=77.922");
    }

    @Test
    void rounded_by_line_each_tax_is_its_own_total() {
        room.issue(DocumentDraft.builder()
                .from(draft("i", DocumentKind.SALES_INVOICE).build())
                .taxPolicy(TaxPolicy.of(TaxGranularity.LINE, RoundingRule.TRUNCATE))
                .add(DocumentLine.of("Bolts", "1", "19", "S10"))
                .add(DocumentLine.of("Nuts", "1", "19", "S10"))
                .build());
        assertThat(derivation("i").render()).contains("tax-total = JPY 2  {base=JPY 38, of=S10, unrounded=3.8}");
    }

    @Test
    void what_was_taken_of_another_document_names_it() {
        IssuedDocument issued = room.issue(invoice("i", DocumentLine.of("Bolts", "3", "333", "S10")));
        room.issue(DocumentDraft.credit("c", issued, DAY));
        assertThat(derivation("c").render())
                .contains("of=i/1, quantity=3, role=item, share=1")
                .doesNotContain("unrounded");
    }

    @Test
    void the_open_item_of_a_document_is_what_is_owed() {
        IssuedDocument issued = room.issue(invoice("i", DocumentLine.of("Bolts", "3", "333", "S10")));
        assertThat(room.documents.itemOf(issued.id()).orElseThrow().residual().amountMinor())
                .isEqualTo(1098);
        room.issue(draft("two", DocumentKind.SALES_INVOICE)
                .add(DocumentLine.of("Bolts", "1", "100", "S10"))
                .due(DAY, yen(60))
                .due(DAY.plusDays(30), yen(50))
                .build());
        assertThat(room.documents
                        .items(DocumentId.of("two"))
                        .collect(item -> item.residual().amountMinor()))
                .containsExactly(60L, 50L);
        assertThatThrownBy(() -> room.documents.itemOf(DocumentId.of("none"))).isInstanceOf(NotFoundException.class);
    }
}
