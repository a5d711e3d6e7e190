package dev.erpkit.accounting.document;

import static dev.erpkit.accounting.document.DocumentRoom.DAY;
import static dev.erpkit.accounting.document.DocumentRoom.draft;
import static dev.erpkit.accounting.document.DocumentRoom.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.RoundingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        IssuedDocument last = room.issue(
                order("f", DocumentKind.FINAL_INVOICE).deducts("a1", "a2").build());
        assertThat(first.total()).isEqualTo(yen(654));
        assertThat(second.total()).isEqualTo(yen(777));
        assertThat(last.total()).isEqualTo(yen(2179 - 654 - 777));
        for (String code : new String[] {"S10", "S8"}) {
            assertThat(first.figures()
                            .tax(code)
                            .add(second.figures().tax(code))
                            .add(last.figures().tax(code)))
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
        IssuedDocument last =
                room.issue(order("f", DocumentKind.FINAL_INVOICE).deducts("a").build());
        DocumentDraft again =
                order("g", DocumentKind.FINAL_INVOICE).deducts("a").build();
        assertThat(room.refusal(again)).isEqualTo("document.nothing-to-credit");
        room.issue(DocumentDraft.credit("c", last, DAY));
        IssuedDocument other = room.issue(again);
        assertThat(other.total()).isEqualTo(last.total());
        assertThat(room.books.balance("2190", DAY)).isEqualTo(yen(0));
    }

    @Test
    void what_a_supplier_bills_ahead_stands_as_an_advance_until_the_final_bill_takes_it_off() {
        DocumentDraft.Builder ahead = draft("a", DocumentKind.ADVANCE_BILL)
                .add(DocumentLine.of("Machine", "1", "1001", "P10"))
                .advance(AdvanceTerms.percent("Down payment", "30"));
        IssuedDocument advance = room.issue(ahead.build());
        assertThat(advance.total()).isEqualTo(yen(330));
        assertThat(room.entry(advance)).isEqualTo("2120 -330 due 2026-04-10; 1320 300; 1350 30");
        DocumentDraft whole = draft("f", DocumentKind.FINAL_BILL)
                .add(DocumentLine.of("Machine", "1", "1001", "P10"))
                .deducts("a")
                .build();
        IssuedDocument last = room.issue(whole);
        assertThat(last.total()).isEqualTo(yen(1101 - 330));
        assertThat(room.books.balance("1320", DAY)).isEqualTo(yen(0));
        assertThat(room.books.balance("5120", DAY)).isEqualTo(yen(1001));
        assertThat(room.books.balance("1350", DAY)).isEqualTo(yen(100));
        assertThat(room.books.balance("2120", DAY)).isEqualTo(yen(-1101));
        room.issue(DocumentDraft.credit("c", last, DAY));
        assertThat(room.books.balance("1320", DAY)).isEqualTo(yen(300));
        assertThat(room.refusal(draft("g", DocumentKind.PURCHASE_BILL)
                        .add(DocumentLine.of("Machine", "1", "1001", "P10"))
                        .deducts("a")
                        .build()))
                .isEqualTo("document.form");
    }

    @Test
    void a_bill_ahead_needs_an_account_for_what_is_paid_ahead() {
        assertThat(DocumentAccounts.of("r", "p", "s", "e", "o", "i", "a").advancesPaid())
                .isEmpty();
        advance("sale", AdvanceTerms.percent("Down payment", "30"));
        assertThat(room.refusal(draft("f", DocumentKind.FINAL_BILL)
                        .add(DocumentLine.of("Machine", "1", "1001", "P10"))
                        .deducts("sale")
                        .build()))
                .isEqualTo("document.other-party");
    }

    @Test
    void a_credited_advance_is_not_deducted() {
        IssuedDocument advance = advance("a", AdvanceTerms.percent("Down payment", "50"));
        room.issue(DocumentDraft.credit("c", advance, DAY));
        assertThat(room.refusal(
                        order("f", DocumentKind.FINAL_INVOICE).deducts("a").build()))
                .isEqualTo("document.nothing-to-credit");
        assertThat(room.books.balance("2190", DAY)).isEqualTo(yen(0));
    }

    /** Order, totals and taxes as in Odoo 19, addons/account/tests/test_taxes_downpayment.py, round per line. */
    @ParameterizedTest
    @CsvSource({
        "2, net-takes-rest, 73, 63, 4/4/2",
        "7, net-takes-rest, 256, 223, 13/13/7",
        "18, net-takes-rest, 660, 573, 34/34/19",
        "7, largest-remainder, 256, 222, 13/13/8",
        "7, each, 255, 222, 13/13/7"
    })
    void policies_differ_in_what_is_rounded(String percent, String policy, long total, long net, String taxes) {
        DocumentDraft order = DocumentDraft.builder()
                .from(draft("x", DocumentKind.ADVANCE_INVOICE).build())
                .currency("EUR")
                .taxPolicy(TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP))
                .add(DocumentLine.of("A", "1", "15.89", "T1", "T2", "T3"))
                .add(DocumentLine.of("B", "1", "15.89", "T1", "T2", "T3"))
                .advance(AdvanceTerms.percent("Down payment", percent).under(AdvancePolicy.parse(policy)))
                .build();
        room.rate("EUR", "160", DAY);
        Documents documents = room.with(Taxes.of(
                Tax.percent("T1", "6").affectsLaterBase(true).build(),
                Tax.percent("T2", "6")
                        .affectsLaterBase(true)
                        .affectedByEarlier(false)
                        .build(),
                Tax.percent("T3", "3").build()));
        DocumentFigures figures = documents.preview(order).orElseThrow();
        assertThat(figures.totalMinor()).isEqualTo(total);
        assertThat(figures.netMinor()).isEqualTo(net);
        assertThat(figures.taxes().collect(DocumentTax::taxMinor).makeString("/"))
                .isEqualTo(taxes);
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
        IssuedDocument nothing =
                room.issue(order("f", DocumentKind.FINAL_INVOICE).deducts("a").build());
        assertThat(nothing.total()).isEqualTo(yen(0));
        assertThat(room.documents.state(nothing.id(), DAY).orElseThrow().status())
                .isEqualTo(DocumentStatus.PAID);
        assertThat(room.refusal(
                        order("g", DocumentKind.FINAL_INVOICE).deducts("f").build()))
                .isEqualTo("document.form");
    }
}
