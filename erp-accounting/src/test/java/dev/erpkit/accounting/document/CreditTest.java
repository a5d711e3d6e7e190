package dev.erpkit.accounting.document;

import static dev.erpkit.accounting.document.DocumentRoom.CLERK;
import static dev.erpkit.accounting.document.DocumentRoom.DAY;
import static dev.erpkit.accounting.document.DocumentRoom.draft;
import static dev.erpkit.accounting.document.DocumentRoom.invoice;
import static dev.erpkit.accounting.document.DocumentRoom.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CreditTest {
    private final DocumentRoom room = new DocumentRoom();

    private IssuedDocument original() {
        return room.issue(
                invoice("i", DocumentLine.of("Paper", "3", "33.34", "S10"), DocumentLine.of("Tea", "1", "455", "S8")));
    }

    private IssuedDocument credit(String id, IssuedDocument original, CreditLine... lines) {
        return room.issue(DocumentDraft.credit(id, original, DAY.plusDays(3), lines));
    }

    @Test
    void a_full_credit_negates_every_amount_of_the_entry() {
        IssuedDocument original = original();
        IssuedDocument credit = credit("c", original);
        assertThat(credit.number()).hasToString("sales-credit-note/2026/1");
        assertThat(credit.total()).isEqualTo(original.total());
        assertThat(credit.taxes()).isEqualTo(original.taxes());
        assertThat(room.entry(original)).isEqualTo("1160 601 due 2026-04-10; 4110 -100; 4110 -455; 2180 -10; 2180 -36");
        assertThat(room.entry(credit)).isEqualTo("1160 -601 due 2026-04-13; 4110 100; 4110 455; 2180 10; 2180 36");
        assertThat(room.documents.creditable(original.id()).exhausted()).isTrue();
    }

    @Test
    void thirds_sum_to_the_whole() {
        IssuedDocument original = original();
        assertThat(figures(credit("c1", original, CreditLine.quantity(1, "1")))).isEqualTo("33+3");
        assertThat(figures(credit("c2", original, CreditLine.quantity(1, "1")))).isEqualTo("34+4");
        assertThat(figures(credit("c3", original, CreditLine.quantity(1, "1")))).isEqualTo("33+3");
        Refusal refusal = room.documents
                .issue(DocumentDraft.credit("c4", original, DAY, CreditLine.quantity(1, "1")), CLERK)
                .refusal()
                .orElseThrow();
        assertThat(refusal.code().value()).isEqualTo("document.credit-exceeds");
        assertThat(refusal.facts().castToSortedMap())
                .containsEntry("document", "i")
                .containsEntry("of", "line 1")
                .containsEntry("remaining", "JPY 0");
    }

    private static String figures(IssuedDocument document) {
        return document.figures().netMinor() + "+" + document.figures().taxMinor();
    }

    @Test
    void quantities_and_amounts_of_one_line_add_up() {
        IssuedDocument original = original();
        assertThat(figures(credit("c1", original, CreditLine.amount(2, yen(100)))))
                .isEqualTo("100+8");
        CreditableLine line = room.documents.creditable(original.id()).lines().get(1);
        assertThat(line.remainingNetMinor()).isEqualTo(355);
        assertThat(line.remainingTaxMinor()).isEqualTo(28);
        assertThat(line.remainingQuantity()).isEqualTo(Rational.of(71, 91));
        assertThat(room.refusal(DocumentDraft.credit("c2", original, DAY, CreditLine.amount(2, yen(356)))))
                .isEqualTo("document.credit-exceeds");
        assertThat(room.refusal(DocumentDraft.credit("c2", original, DAY, CreditLine.quantity(2, "1"))))
                .isEqualTo("document.credit-exceeds");
        assertThat(figures(credit("c2", original, CreditLine.amount(2, yen(355)))))
                .isEqualTo("355+28");
        assertThat(figures(credit("c3", original))).isEqualTo("100+10");
        assertThat(room.refusal(DocumentDraft.credit("c4", original, DAY))).isEqualTo("document.nothing-to-credit");
    }

    /** 8/7 at 0.44 are 1; one of them is 1 too, and the rest of the goods comes back for nothing. */
    @Test
    void what_is_left_of_the_goods_can_be_credited_when_its_amount_rounds_to_nothing() {
        DocumentDraft.Builder draft = draft("i", DocumentKind.SALES_INVOICE);
        draft.add(DocumentLine.builder()
                .text("Sand")
                .quantity(Rational.of(8, 7))
                .unitPrice(new BigDecimal("0.44"))
                .build());
        IssuedDocument original = room.issue(draft.build());
        assertThat(figures(credit("c1", original, CreditLine.quantity(1, "1")))).isEqualTo("1+0");
        assertThat(room.refusal(DocumentDraft.credit("c2", original, DAY, CreditLine.quantity(1, "0.1"))))
                .isEqualTo("document.nothing-to-credit");
        assertThat(figures(credit("c2", original))).isEqualTo("0+0");
        assertThat(room.documents.creditable(original.id()).exhausted()).isTrue();
    }

    @Test
    void lines_that_do_not_fit_are_refused() {
        IssuedDocument original = original();
        assertThat(room.refusal(DocumentDraft.credit("c", original, DAY, CreditLine.rest(3))))
                .isEqualTo("document.credit-line");
        assertThat(room.refusal(
                        DocumentDraft.credit("c", original, DAY, CreditLine.rest(1), CreditLine.quantity(1, "1"))))
                .isEqualTo("document.credit-line");
        assertThat(room.refusal(DocumentDraft.credit("c", original, DAY, CreditLine.quantity(1, "-1"))))
                .isEqualTo("document.credit-line");
        assertThat(room.refusal(DocumentDraft.credit("c", original, DAY, CreditLine.amount(1, yen(0)))))
                .isEqualTo("document.credit-line");
        assertThat(room.refusal(DocumentDraft.builder()
                        .from(DocumentDraft.credit("c", original, DAY))
                        .party("C2")
                        .build()))
                .isEqualTo("document.other-party");
        assertThat(room.refusal(draft("c", DocumentKind.SALES_CREDIT_NOTE)
                        .creditOf(CreditOf.all(DocumentId.of("none")))
                        .build()))
                .isEqualTo("document.unknown");
        IssuedDocument credit = credit("c", original);
        assertThat(room.refusal(DocumentDraft.credit("cc", credit, DAY))).isEqualTo("document.not-creditable");
    }

    @Test
    void crediting_only_the_lines_above_zero_never_exceeds_the_total() {
        IssuedDocument original = room.issue(invoice(
                "i", DocumentLine.of("Paper", "1", "1000", "S10"), DocumentLine.of("Rebate", "1", "-200", "S10")));
        Refusal refusal = room.documents
                .issue(DocumentDraft.credit("c", original, DAY, CreditLine.rest(1)), CLERK)
                .refusal()
                .orElseThrow();
        assertThat(refusal.code().value()).isEqualTo("document.credit-exceeds");
        assertThat(refusal.facts().get("of")).isEqualTo("tax S10");
        assertThat(figures(credit("c", original, CreditLine.rest(1), CreditLine.rest(2))))
                .isEqualTo("800+80");
    }

    @Test
    void the_rates_and_the_policy_of_the_original_hold_whatever_has_changed_since() {
        IssuedDocument original = original();
        DocumentFigures before = original.figures();
        Documents changed = room.with(Taxes.of());
        IssuedDocument credit =
                changed.issue(DocumentDraft.credit("c", original, DAY), CLERK).orElseThrow();
        assertThat(credit.figures().taxes()).isEqualTo(before.taxes());
        assertThat(credit.figures().taxPolicy()).isEqualTo(before.taxPolicy());
        assertThat(credit.figures().taxPoint()).isEqualTo(before.taxPoint());
        assertThat(room.log.find(original.id()).orElseThrow().figures()).isEqualTo(before);
        assertThat(changed.issue(
                                invoice(
                                        "i",
                                        DocumentLine.of("Paper", "3", "33.34", "S10"),
                                        DocumentLine.of("Tea", "1", "455", "S8")),
                                CLERK)
                        .orElseThrow())
                .as("a replay works nothing out")
                .isEqualTo(original);
    }

    @Test
    void foreign_credits_come_to_the_base_total_of_the_original_exactly() {
        room.rate("USD", "151.37", DAY);
        IssuedDocument original = room.issue(DocumentDraft.builder()
                .from(invoice("u", DocumentLine.of("A", "3", "10.33", "S10"), DocumentLine.of("B", "1", "7.77", "S8")))
                .currency("USD")
                .build());
        room.rate("USD", "99", DAY.plusDays(1));
        IssuedDocument one = credit("c1", original, CreditLine.quantity(1, "1"));
        IssuedDocument two = credit("c2", original, CreditLine.quantity(1, "1"));
        IssuedDocument rest = credit("c3", original);
        assertThat(one.figures().rate()).isEqualTo(original.figures().rate());
        assertThat(one.figures().totalBaseMinor()
                        + two.figures().totalBaseMinor()
                        + rest.figures().totalBaseMinor())
                .isEqualTo(original.figures().totalBaseMinor());
        assertThat(room.entry(one)).startsWith("1160 -11.36 -" + one.figures().totalBaseMinor() + " due");
    }

    @Test
    void rounding_is_credited_with_the_last_of_it() {
        IssuedDocument original = room.issue(draft("r", DocumentKind.SALES_INVOICE)
                .add(DocumentLine.of("Goods", "3", "361", "S10"))
                .totalRounding(RoundingPolicy.toStep(new BigDecimal("10"), RoundingRule.TRUNCATE))
                .build());
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += credit("c" + i, original, CreditLine.quantity(1, "1"))
                    .figures()
                    .totalMinor();
            assertThat(sum).isLessThanOrEqualTo(original.figures().totalMinor());
        }
        assertThat(sum).isEqualTo(original.figures().totalMinor());
    }

    @Test
    void a_free_standing_credit_note_has_lines_of_its_own() {
        IssuedDocument credit = room.issue(draft("f", DocumentKind.SALES_CREDIT_NOTE)
                .add(DocumentLine.of("Goodwill", "1", "1000", "S10"))
                .build());
        assertThat(room.entry(credit)).isEqualTo("1160 -1100 due 2026-04-10; 4110 1000; 2180 100");
        assertThat(credit.taxes().flatCollect(tax -> tax.tax().boxes()).collect(tag -> tag.sign() + tag.box()))
                .as("boxes as posted, like those of a credit with an original")
                .containsExactly("1sales-10", "1tax-10");
    }

    @Test
    void a_debit_note_to_a_supplier_takes_a_bill_back() {
        IssuedDocument bill = room.issue(draft("b", DocumentKind.PURCHASE_BILL)
                .add(DocumentLine.of("Desk", "2", "555", "P10-80"))
                .build());
        IssuedDocument back = credit("d", bill, CreditLine.quantity(1, "1"));
        assertThat(back.kind()).isEqualTo(DocumentKind.PURCHASE_DEBIT_NOTE);
        assertThat(room.entry(bill)).isEqualTo("2120 -1221 due 2026-04-10; 5120 1110; 5120 23; 1350 88");
        assertThat(room.entry(back)).isEqualTo("2120 611 due 2026-04-13; 5120 -555; 5120 -12; 1350 -44");
    }
}
