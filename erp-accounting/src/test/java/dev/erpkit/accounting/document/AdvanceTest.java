package dev.erpkit.accounting.document;

import static dev.erpkit.accounting.document.DocumentRoom.DAY;
import static dev.erpkit.accounting.document.DocumentRoom.draft;
import static dev.erpkit.accounting.document.DocumentRoom.yen;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdvanceTest {
    private final DocumentRoom room = new DocumentRoom();

    private static DocumentDraft.Builder order(String id, DocumentKind kind) {
        return draft(id, kind)
                .add(DocumentLine.of("Machine", "1", "1001", "S10"))
                .add(DocumentLine.of("Seeds", "3", "333", "S8"));
    }

    private IssuedDocument advance(String id, AdvanceTerms terms) {
        return room.issue(order(id, DocumentKind.ADVANCE_INVOICE).advance(terms).build());
    }

    @Test
    void final_and_advances_are_the_order_per_tax_and_in_total() {
        DocumentFigures ordered = room.documents
                .preview(order("o", DocumentKind.SALES_INVOICE).build())
                .orElseThrow();
        assertThat(ordered.totalMinor()).isEqualTo(1001 + 999 + 100 + 79);
        IssuedDocument first = advance("a1", AdvanceTerms.percent("Down payment", "30"));
        IssuedDocument second = advance("a2", AdvanceTerms.amount("Second part", yen(777)));
        IssuedDocument last = room.issue(order("f", DocumentKind.FINAL_INVOICE).deducts("a1", "a2").build());
        assertThat(first.total()).isEqualTo(yen(654));
        assertThat(second.total()).isEqualTo(yen(777));
        assertThat(last.total()).isEqualTo(yen(2179 - 654 - 777));
        for (String code : new String[] {"S10", "S8"}) {
            assertThat(first.figures().tax(code).add(second.figures().tax(code)).add(last.figures().tax(code)))
                    .isEqualTo(ordered.tax(code));
        }
        assertThat(room.entry(first)).isEqualTo("1160 654 due 2026-04-10; 2190 -300; 2190 -300; 2180 -30; 2180 -24");
        assertThat(room.books.balance("2190", DAY)).isEqualTo(yen(0));
        assertThat(room.books.balance("4110", DAY)).isEqualTo(yen(-2000));
        assertThat(room.books.balance("1160", DAY)).isEqualTo(yen(2179));
    }

    @Test
    void what_was_deducted_is_not_deducted_again_but_after_the_final_invoice_is_credited() {
        advance("a", AdvanceTerms.percent("Down payment", "50"));
        IssuedDocument last = room.issue(order("f", DocumentKind.FINAL_INVOICE).deducts("a").build());
        DocumentDraft again = order("g", DocumentKind.FINAL_INVOICE).deducts("a").build();
        assertThat(room.refusal(again)).isEqualTo("document.nothing-to-credit");
        room.issue(DocumentDraft.credit("c", last, DAY));
        IssuedDocument other = room.issue(again);
        assertThat(other.total()).isEqualTo(last.total());
        assertThat(room.books.balance("2190", DAY)).isEqualTo(yen(0));
    }

    @Test
    void a_credited_advance_is_not_deducted() {
        IssuedDocument advance = advance("a", AdvanceTerms.percent("Down payment", "50"));
        room.issue(DocumentDraft.credit("c", advance, DAY));
        assertThat(room.refusal(order("f", DocumentKind.FINAL_INVOICE).deducts("a").build()))
                .isEqualTo("document.nothing-to-credit");
        assertThat(room.books.balance("2190", DAY)).isEqualTo(yen(0));
    }

    @Test
    void policies_differ_in_what_is_rounded() {
        DocumentDraft.Builder odd = draft("x", DocumentKind.ADVANCE_INVOICE)
                .add(DocumentLine.of("A", "1", "105", "S10"))
                .add(DocumentLine.of("B", "1", "105", "S8"));
        AdvanceTerms half = AdvanceTerms.percent("Half", "50");
        assertThat(room.documents.preview(odd.advance(half).build()).orElseThrow().totalMinor())
                .as("228 / 2")
                .isEqualTo(114);
        assertThat(room.documents
                        .preview(odd.advance(half.under(AdvancePolicy.EACH)).build())
                        .orElseThrow()
                        .totalMinor())
                .as("53 + 5 + 53 + 4")
                .isEqualTo(115);
        assertThat(AdvancePolicy.parse("each")).isEqualTo(AdvancePolicy.EACH);
    }

    @Test
    void too_much_is_refused() {
        assertThat(room.refusal(order("a", DocumentKind.ADVANCE_INVOICE)
                        .advance(AdvanceTerms.amount("x", yen(2180)))
                        .build()))
                .isEqualTo("document.advance-exceeds");
        advance("a", AdvanceTerms.percent("All", "100"));
        assertThat(room.refusal(draft("f", DocumentKind.FINAL_INVOICE)
                        .add(DocumentLine.of("Machine", "1", "1000", "S10"))
                        .deducts("a")
                        .build()))
                .isEqualTo("document.deduction-exceeds");
        IssuedDocument nothing = room.issue(order("f", DocumentKind.FINAL_INVOICE).deducts("a").build());
        assertThat(nothing.total()).isEqualTo(yen(0));
        assertThat(room.documents.state(nothing.id(), DAY).orElseThrow().status()).isEqualTo(DocumentStatus.PAID);
        assertThat(room.refusal(order("g", DocumentKind.FINAL_INVOICE).deducts("f").build()))
                .isEqualTo("document.form");
    }
}
