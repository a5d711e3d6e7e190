package dev.erpkit.accounting.document;

import static dev.erpkit.accounting.document.DocumentRoom.CLERK;
import static dev.erpkit.accounting.document.DocumentRoom.DAY;
import static dev.erpkit.accounting.document.DocumentRoom.draft;
import static dev.erpkit.accounting.document.DocumentRoom.invoice;
import static dev.erpkit.accounting.document.DocumentRoom.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private final DocumentRoom room = new DocumentRoom();

    @Test
    void an_invoice_is_numbered_posted_and_owed() {
        IssuedDocument issued = room.issue(draft("i1", DocumentKind.SALES_INVOICE)
                .add(DocumentLine.of("Paper", "3", "333.3", "S10"))
                .add(DocumentLine.of("Tea", "1", "455", "S8"))
                .due(LocalDate.of(2026, 5, 31), yen(1_000))
                .due(LocalDate.of(2026, 6, 30), yen(591))
                .build());
        assertThat(issued.number()).hasToString("sales-invoice/2026/1");
        assertThat(issued.figures().net()).isEqualTo(yen(1_455));
        assertThat(issued.figures().tax("S10")).isEqualTo(yen(100));
        assertThat(issued.figures().tax("S8")).isEqualTo(yen(36));
        assertThat(issued.total()).isEqualTo(yen(1_591));
        assertThat(room.entry(issued))
                .isEqualTo("1160 1000 due 2026-05-31; 1160 591 due 2026-06-30; 4110 -1000; 4110 -455;"
                        + " 2180 -100; 2180 -36");
    }

    @Test
    void numbers_run_by_kind_and_fiscal_year_of_the_date() {
        assertThat(room.issue(invoice("a", line("100"))).number()).hasToString("sales-invoice/2026/1");
        assertThat(room.issue(invoice("b", line("100"))).number()).hasToString("sales-invoice/2026/2");
        DocumentDraft march = DocumentDraft.builder()
                .from(invoice("c", line("100")))
                .documentDate(LocalDate.of(2026, 3, 31))
                .build();
        assertThat(room.issue(march).number()).hasToString("sales-invoice/2025/1");
        assertThat(room.issue(draft("d", DocumentKind.PURCHASE_BILL)
                                .add(line("100"))
                                .build())
                        .number())
                .hasToString("purchase-bill/2026/1");
    }

    private static DocumentLine line(String price) {
        return DocumentLine.of("Goods", "1", price, "S10");
    }

    @Test
    void the_same_draft_gives_the_first_document_again_and_another_under_its_id_is_refused() {
        IssuedDocument first = room.issue(invoice("a", line("100")));
        Outcome<IssuedDocument> again = room.documents.issue(invoice("a", line("100.00")), CLERK);
        assertThat(again instanceof Outcome.Accepted<IssuedDocument> accepted && accepted.replayed())
                .isTrue();
        assertThat(again.orElseThrow()).isEqualTo(first);
        assertThat(room.refusal(invoice("a", line("101")))).isEqualTo("document.id-reused");
        assertThat(room.issue(invoice("b", line("1"))).number().number()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_issued_is_refused_and_takes_no_number() {
        assertThat(room.refusal(invoice("a"))).isEqualTo("document.empty");
        assertThat(room.refusal(invoice("a", DocumentLine.of("x", "1", "1", "NONE"))))
                .isEqualTo("tax.unknown");
        assertThat(room.refusal(DocumentDraft.builder()
                        .from(invoice("a", line("100")))
                        .currency("USD")
                        .build()))
                .isEqualTo("rate.missing");
        assertThat(room.refusal(draft("a", DocumentKind.SALES_INVOICE)
                        .add(line("100"))
                        .due(DAY, yen(100))
                        .build()))
                .isEqualTo("document.instalments");
        assertThat(room.refusal(draft("a", DocumentKind.SALES_INVOICE)
                        .add(line("100"))
                        .supplierNumber("7")
                        .build()))
                .isEqualTo("document.form");
        room.books.periods().lock(BookId.MAIN, LockScope.ALL, DAY, CLERK).orElseThrow();
        assertThat(room.refusal(invoice("a", line("100")))).isEqualTo("period.locked");
        IssuedDocument next = room.issue(DocumentDraft.builder()
                .from(invoice("a", line("100")))
                .documentDate(DAY.plusDays(1))
                .build());
        assertThat(next.number().number()).isEqualTo(1);
    }

    @Test
    void a_rate_that_is_missing_at_the_tax_point_is_refused() {
        DocumentDraft dated = invoice("a", DocumentLine.of("Goods", "1", "100", "DATED"));
        assertThat(room.refusal(dated)).isEqualTo("tax.rate-missing");
        IssuedDocument later = room.issue(DocumentDraft.builder()
                .from(dated)
                .taxPoint(LocalDate.of(2027, 1, 1))
                .build());
        assertThat(later.figures().tax()).isEqualTo(yen(5));
    }

    @Test
    void who_may_not_issue_is_refused() {
        assertThat(room.denied()
                        .issue(invoice("a", line("1")), CLERK)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("access.denied");
        assertThat(room.log.find(DocumentId.of("a"))).isEmpty();
    }

    @Test
    void taxes_with_boxes_are_told_to_the_declarations_in_the_same_unit_of_work() {
        MemoryTaxFactLog facts =
                new MemoryTaxFactLog((MemoryUnitOfWork) room.books.stores().unitOfWork());
        Documents telling = room.with(setup -> setup.with(recorder(facts, "sales-10", "tax-10")));
        IssuedDocument issued = telling.issue(invoice("a", line("1000")), CLERK).orElseThrow();
        telling.issue(DocumentDraft.credit("c", issued, DAY.plusDays(1)), CLERK).orElseThrow();
        MutableList<String> told = Lists.mutable.empty();
        facts.forEach(
                TaxFactQuery.all(BookId.MAIN, "form"),
                fact -> told.add(fact.date() + " " + fact.line().box() + " "
                        + fact.line().baseMinor() + " " + fact.line().taxMinor()));
        assertThat(told)
                .containsExactly(
                        "2026-04-10 sales-10 1000 0",
                        "2026-04-10 tax-10 0 100",
                        "2026-04-11 sales-10 -1000 0",
                        "2026-04-11 tax-10 0 -100");
        long before = room.books.stores().journal().lastPosition();
        Documents unknown = room.with(setup -> setup.with(recorder(facts, "other")));
        assertThat(unknown.issue(invoice("b", line("1000")), CLERK)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("tax-fact.unknown-box");
        assertThat(room.books.stores().journal().lastPosition())
                .as("what was posted before is undone")
                .isEqualTo(before);
    }

    private TaxRecorder recorder(MemoryTaxFactLog facts, String... boxes) {
        return new TaxRecorder(
                facts,
                room.books.stores().journal(),
                room.books.stores().unitOfWork(),
                () -> room.now,
                Lists.immutable.of(DeclarationForm.of("form", boxes)));
    }

    @Test
    void the_guard_has_the_last_word() {
        DocumentRoom guarded =
                new DocumentRoom((draft, figures, actor) -> figures.total().isGreaterThan(yen(1_000))
                        ? Optional.of(Refusal.of(RefusalCode.of("credit.exceeded"), "too much"))
                        : Optional.empty());
        assertThat(guarded.refusal(invoice("a", line("1000")))).isEqualTo("credit.exceeded");
        assertThat(guarded.issue(invoice("a", line("900"))).number().number()).isEqualTo(1);
    }

    @Test
    void a_supplier_number_is_taken_once_and_printed_tax_within_its_tolerance() {
        DocumentDraft bill = draft("b1", DocumentKind.PURCHASE_BILL)
                .add(DocumentLine.of("Desk", "1", "1005", "P10"))
                .supplierNumber("A-77")
                .printedTaxes(PrintedTaxes.within(1).with("P10", yen(101)))
                .build();
        IssuedDocument issued = room.issue(bill);
        assertThat(issued.total()).isEqualTo(yen(1_106));
        assertThat(issued.figures().taxDifferences()).containsExactly(new TaxDifference("P10", 100, 101));
        assertThat(room.entry(issued)).isEqualTo("2120 -1106 due 2026-04-10; 5120 1005; 1350 101");
        assertThat(room.refusal(DocumentDraft.builder().from(bill).id("b2").build()))
                .isEqualTo("document.duplicate-supplier-number");
        assertThat(room.refusal(DocumentDraft.builder()
                        .from(bill)
                        .id("b2")
                        .supplierNumber("A-78")
                        .printedTaxes(PrintedTaxes.within(1).with("P10", yen(102)))
                        .build()))
                .isEqualTo("document.printed-tax-differs");
    }

    @Test
    void what_is_not_deductible_is_cost_and_reverse_charge_is_owed_and_deducted() {
        IssuedDocument bill = room.issue(draft("b", DocumentKind.PURCHASE_BILL)
                .add(DocumentLine.of("Desk", "1", "1000", "P10-80"))
                .add(DocumentLine.of("Licence", "1", "500", "REVERSE"))
                .build());
        assertThat(bill.total()).isEqualTo(yen(1_600));
        assertThat(room.entry(bill))
                .isEqualTo("2120 -1600 due 2026-04-10; 5120 1000; 5120 20; 5120 500; 1350 80; 1350 50; 2180 -50");
    }

    @Test
    void what_is_withheld_goes_to_its_account() {
        IssuedDocument invoice = room.issue(invoice("w", DocumentLine.of("Lecture", "1", "100000", "S10", "WITHHELD")));
        assertThat(invoice.total()).isEqualTo(yen(99_790));
        assertThat(room.entry(invoice)).isEqualTo("1160 99790 due 2026-04-10; 4110 -100000; 2180 -10000; 1340 10210");
    }

    @Test
    void a_total_is_rounded_by_a_named_policy_and_the_difference_has_an_account() {
        IssuedDocument invoice = room.issue(draft("r", DocumentKind.SALES_INVOICE)
                .add(DocumentLine.of("Goods", "1", "1003", "S10"))
                .totalRounding(RoundingPolicy.toStep(new BigDecimal("10"), RoundingRule.TRUNCATE))
                .build());
        assertThat(invoice.total()).isEqualTo(yen(1_100));
        assertThat(invoice.figures().totalRounding()).contains("truncate:-1");
        assertThat(room.entry(invoice)).isEqualTo("1160 1100 due 2026-04-10; 4110 -1003; 2180 -100; 7190 3");
    }

    @Test
    void a_foreign_document_agrees_with_its_entry_in_base_currency_too() {
        room.rate("USD", "151.37", DAY);
        IssuedDocument invoice = room.issue(DocumentDraft.builder()
                .from(invoice("u", DocumentLine.of("A", "3", "10.33", "S10"), DocumentLine.of("B", "1", "7.77", "S8")))
                .currency("USD")
                .build());
        DocumentFigures figures = invoice.figures();
        assertThat(Amounts.canonical(figures.total())).isEqualTo("USD 42.47");
        assertThat(figures.totalBaseMinor()).isEqualTo(6_429);
        assertThat(figures.netBaseMinor() + figures.taxBaseMinor()).isEqualTo(6_429);
        assertThat(room.entry(invoice))
                .isEqualTo("1160 42.47 6429 due 2026-04-10; 4110 -30.99 -"
                        + figures.lines().get(0).netBaseMinor() + "; 4110 -7.77 -"
                        + figures.lines().get(1).netBaseMinor() + "; 2180 -3.09 -"
                        + figures.taxes()
                                .detect(t -> t.tax().code().equals("S10") && t.taxMinor() != 0)
                                .taxBaseMinor()
                        + "; 2180 -0.62 -"
                        + figures.taxes()
                                .detect(t -> t.tax().code().equals("S8"))
                                .taxBaseMinor());
    }

    @Test
    void a_global_discount_is_spread_over_the_lines() {
        DocumentFigures figures = room.documents
                .preview(draft("g", DocumentKind.SALES_INVOICE)
                        .add(DocumentLine.of("A", "1", "1000", "S10"))
                        .add(DocumentLine.of("B", "1", "500", "S8"))
                        .globalDiscountPercent(dev.erpkit.core.quantity.Rational.of(10))
                        .build())
                .orElseThrow();
        assertThat(figures.netMinor()).isEqualTo(1_350);
        assertThat(figures.taxMinor()).isEqualTo(90 + 36);
        assertThat(room.log.find(DocumentId.of("g"))).isEmpty();
    }

    private static DocumentDraft less(String currency, String off) {
        return draft("g", DocumentKind.SALES_INVOICE)
                .add(DocumentLine.of("A", "1", "1000", "S10"))
                .add(DocumentLine.of("B", "1", "500", "S8"))
                .add(DocumentLine.of("Returned", "-1", "70", "S10"))
                .globalDiscountAmount(Amounts.of(off, currency))
                .build();
    }

    @Test
    void an_amount_off_the_whole_document_is_spread_exactly_over_what_is_sold() {
        IssuedDocument issued = room.issue(less("JPY", "100"));
        assertThat(issued.lines().collect(IssuedLine::netMinor)).containsExactly(933L, 467L, -70L);
        assertThat(issued.figures().tax("S10")).isEqualTo(yen(86));
        assertThat(issued.figures().tax("S8")).isEqualTo(yen(37));
        assertThat(room.documents.issue(less("JPY", "100"), DocumentRoom.CLERK)).isEqualTo(Outcome.replayed(issued));
        assertThat(room.refusal(less("JPY", "101"))).isEqualTo("document.id-reused");
    }

    @Test
    void an_amount_off_is_above_zero_in_the_currency_of_the_document_and_at_most_the_prices() {
        assertThat(room.refusal(less("JPY", "0"))).isEqualTo("document.form");
        assertThat(room.refusal(less("USD", "1"))).isEqualTo("document.form");
        assertThat(room.refusal(less("JPY", "1501"))).isEqualTo("tax.discount-exceeds");
        assertThat(room.refusal(DocumentDraft.builder()
                        .from(less("JPY", "1"))
                        .globalDiscountPercent(dev.erpkit.core.quantity.Rational.of(1))
                        .build()))
                .isEqualTo("document.form");
    }
}
