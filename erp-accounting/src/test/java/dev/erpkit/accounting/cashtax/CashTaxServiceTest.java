package dev.erpkit.accounting.cashtax;

import static dev.erpkit.accounting.cashtax.CashTaxBooks.CLERK;
import static dev.erpkit.accounting.cashtax.CashTaxBooks.DAY;
import static dev.erpkit.accounting.cashtax.CashTaxBooks.EUR;
import static dev.erpkit.accounting.cashtax.CashTaxBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class CashTaxServiceTest {
    private final CashTaxBooks books = new CashTaxBooks();

    private static CashTaxDocument taxed(ItemId... items) {
        return CashTaxBooks.document(items)
                .add(CashTaxLine.of("VAT-10", "sales-10", Exigibility.ON_PAYMENT, 100_00, 10_00))
                .build();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void the_snippet_of_the_package() {
        CashTaxDocument invoice = CashTaxDocument.builder()
                .source(SourceDocument.of("shop", "sales-invoice", "INV-7"))
                .date(LocalDate.of(2026, 4, 1))
                .currency(Amounts.currency("USD"))
                .add(CashTaxLine.of("VAT-10", "sales-10", Exigibility.ON_PAYMENT, 100_00, 10_00))
                .add(CashTaxLine.of("VAT-5", "sales-5", Exigibility.ON_INVOICE, 100_00, 5_00))
                .item(ItemId.of("INV-7", 0))
                .build();
        books.item("INV-7", LocalDate.of(2026, 4, 1), USD, 115_00, 115_00, "sales");
        CashTaxService cashTax = books.service;
        assertThat(cashTax.recognise(invoice, CLERK).orElseThrow()).isEmpty();
        books.match("m", LocalDate.of(2026, 4, 2), ItemId.of("INV-7", 0), books.payment("pay", DAY, 60_00));
        assertThat(cashTax.recognise(invoice, CLERK).orElseThrow()).hasSize(1);
    }

    @Test
    void posts_and_declares_each_payment_once() {
        ItemId invoice = books.invoice(110_00);
        books.waiting(10_00);
        CashTaxDocument document = taxed(invoice);
        books.match("one", DAY.plusDays(5), invoice, books.payment("pay-1", DAY.plusDays(3), 33_33));
        assertThat(books.service.recognise(document, CLERK).orElseThrow()).hasSize(1);
        assertThat(books.service.recognise(document, CLERK)).isInstanceOfSatisfying(Outcome.Accepted.class, again -> {
            assertThat(again.replayed()).isTrue();
            assertThat((ImmutableList<?>) again.value()).isEmpty();
        });
        assertThat(books.balance("tax-due")).isEqualTo(-3_03);
        books.match("two", DAY.plusDays(9), invoice, books.payment("pay-2", DAY.plusDays(9), 80_00));
        books.service.recognise(document, CLERK).orElseThrow();
        assertThat(books.balance("tax-due")).isEqualTo(-10_00);
        assertThat(books.balance("tax-waiting")).isZero();
        assertThat(books.told().collect(fact -> fact.line().baseMinor())).containsExactly(30_30L, 69_70L);
        assertThat(books.told().collect(TaxFact::date)).containsExactly(DAY.plusDays(3), DAY.plusDays(9));
    }

    @Test
    void one_match_with_two_payments_recognises_each_on_its_day() {
        ItemId invoice = books.invoice(110_00);
        books.match(
                "both",
                DAY.plusDays(20),
                invoice,
                books.payment("pay-1", DAY.plusDays(3), 55_00),
                books.payment("pay-2", DAY.plusDays(20), 55_00));
        books.service.recognise(taxed(invoice), CLERK).orElseThrow();
        assertThat(books.told().collect(fact -> fact.line().taxMinor())).containsExactly(5_00L, 5_00L);
        assertThat(books.told().collect(TaxFact::date)).containsExactly(DAY.plusDays(3), DAY.plusDays(20));
    }

    @Test
    void instalments_are_one_document() {
        ItemId first = books.item("invoice-1", DAY, USD, 55_00, 55_00, "sales");
        ItemId second = books.item("invoice-2", DAY, USD, 55_00, 55_00, "sales");
        books.match("one", DAY, second, books.payment("pay-1", DAY, 55_00));
        books.service.recognise(taxed(first, second), CLERK).orElseThrow();
        assertThat(books.told().collect(fact -> fact.line().baseMinor())).containsExactly(50_00L);
    }

    @Test
    void undoing_a_match_takes_back_on_the_day_of_the_undoing() {
        ItemId invoice = books.invoice(110_00);
        books.waiting(10_00);
        books.match("one", DAY, invoice, books.payment("pay-1", DAY, 33_33));
        books.service.recognise(taxed(invoice), CLERK).orElseThrow();
        books.undo("undo", "one", DAY.plusDays(30));
        books.service.recognise(taxed(invoice), CLERK).orElseThrow();
        assertThat(books.balance("tax-due")).isZero();
        assertThat(books.balance("tax-waiting")).isEqualTo(-10_00);
        assertThat(books.told().collect(fact -> fact.line().taxMinor())).containsExactly(3_03L, -3_03L);
        assertThat(books.told().getLast().date()).isEqualTo(DAY.plusDays(30));
    }

    @Test
    void a_payment_before_the_document_counts_on_its_day_or_on_that_of_the_document() {
        ItemId invoice = books.invoice(110_00);
        books.match("one", DAY, invoice, books.payment("pay-1", DAY.minusDays(9), 33_33));
        CashTaxDocument later = CashTaxBooks.document(invoice)
                .add(CashTaxLine.of("VAT-10", "sales-10", Exigibility.ON_PAYMENT, 100_00, 10_00))
                .policy(CashTaxPolicy.standard().on(CashTaxPolicy.Day.LATER_OF_BOTH))
                .build();
        assertThat(books.service.preview(later).orElseThrow().getFirst().date()).isEqualTo(DAY);
        assertThat(books.service
                        .preview(taxed(invoice))
                        .orElseThrow()
                        .getFirst()
                        .date())
                .isEqualTo(DAY.minusDays(9));
    }

    @Test
    void a_locked_day_moves_to_the_first_open_one_and_stays_when_locks_move() {
        ItemId invoice = books.invoice(110_00);
        books.waiting(10_00);
        books.match("one", DAY, invoice, books.payment("pay-1", DAY, 33_33));
        books.books
                .periods()
                .lock(BookId.MAIN, LockScope.of("tax"), LocalDate.of(2026, 1, 31), CLERK)
                .orElseThrow();
        books.service.recognise(taxed(invoice), CLERK).orElseThrow();
        assertThat(books.told().getFirst().date()).isEqualTo(LocalDate.of(2026, 2, 1));
        books.books
                .periods()
                .lock(BookId.MAIN, LockScope.of("tax"), LocalDate.of(2026, 2, 28), CLERK)
                .orElseThrow();
        books.service.recognise(taxed(invoice), CLERK).orElseThrow();
        assertThat(books.told()).hasSize(1);
    }

    /** Odoo, test_reconcile_cash_basis_exchange_difference_transfer_account_check_entries_1. */
    @Test
    void a_foreign_tax_follows_the_rate_of_the_document_or_of_the_payment() {
        ItemId invoice = books.item("invoice", DAY, EUR, 400_00, 133_33, "sales");
        ItemId payment = books.item("pay", DAY.plusDays(9), EUR, -402_00, -201_00, "bank");
        books.match("one", DAY.plusDays(9), invoice, payment);
        CashTaxDocument.Builder document = CashTaxBooks.document(invoice)
                .add(new CashTaxLine("third", "sales-10", Exigibility.ON_PAYMENT, 300_00, 100_00, 100_00, 33_33));
        document.currency(EUR);
        RecognisedTax atDocument = books.service
                .preview(document.build())
                .orElseThrow()
                .getFirst()
                .taxes()
                .getFirst();
        assertThat(atDocument.taxMinor()).isEqualTo(33_33);
        assertThat(atDocument.differenceMinor()).isZero();
        document.policy(CashTaxPolicy.standard().at(CashTaxPolicy.Rate.PAYMENT));
        RecognisedTax atPayment = books.service
                .recognise(document.build(), CLERK)
                .orElseThrow()
                .getFirst()
                .taxes()
                .getFirst();
        assertThat(atPayment.baseMinor()).isEqualTo(150_00);
        assertThat(atPayment.taxMinor()).isEqualTo(50_00);
        assertThat(atPayment.waitingMinor()).isEqualTo(33_33);
        assertThat(books.balance("tax-waiting")).isEqualTo(33_33);
        assertThat(books.balance("tax-difference")).isEqualTo(16_67);
        assertThat(books.balance("tax-due")).isEqualTo(-50_00);
    }

    @Test
    void deductible_tax_goes_the_other_way() {
        ItemId bill = books.item("bill", DAY, USD, -110_00, -110_00, "sales");
        books.match("one", DAY, bill, books.payment("pay-1", DAY, -55_00));
        CashTaxDocument.Builder document = CashTaxBooks.document(bill)
                .add(CashTaxLine.of("VAT-10", "purchases-10", Exigibility.ON_PAYMENT, 100_00, 10_00));
        document.side(CashTaxDocument.Side.PURCHASE);
        books.service.recognise(document.build(), CLERK).orElseThrow();
        assertThat(books.balance("tax-due")).isEqualTo(5_00);
        assertThat(books.told().getFirst().line().taxMinor()).isEqualTo(5_00);
    }

    @Test
    void refuses_what_it_cannot_tell_and_changes_nothing() {
        assertThat(code(books.service.recognise(taxed(ItemId.of("nowhere", 0)), CLERK)))
                .isEqualTo("cash-tax.item-unknown");
        ItemId foreign = books.item("foreign", DAY, EUR, 110_00, 120_00, "sales");
        assertThat(code(books.service.recognise(taxed(foreign), CLERK))).isEqualTo("cash-tax.items");
        CashTaxBooks guarded = new CashTaxBooks((actor, permission) -> false);
        assertThat(code(guarded.service.recognise(taxed(ItemId.of("nowhere", 0)), CLERK)))
                .isEqualTo("access.denied");
    }

    @Test
    void an_unknown_box_takes_the_posting_back() {
        ItemId invoice = books.invoice(110_00);
        books.match("one", DAY, invoice, books.payment("pay-1", DAY, 33_33));
        CashTaxDocument document = CashTaxBooks.document(invoice)
                .add(CashTaxLine.of("VAT-10", "no-box", Exigibility.ON_PAYMENT, 100_00, 10_00))
                .build();
        assertThat(code(books.service.recognise(document, CLERK))).isEqualTo("tax-fact.unknown-box");
        assertThat(books.balance("tax-due")).isZero();
        assertThat(books.told()).isEmpty();
    }
}
