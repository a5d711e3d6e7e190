package dev.erpkit.accounting.cashtax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * The pure function. Figures of Tryton: modules/account_tax_cash/tests/scenario_account_tax_cash.rst; of Odoo:
 * addons/account/tests/test_account_move_reconcile.py, test_reconcile_cash_basis_workflow_single_currency.
 */
class CashTaxTest {
    private static final LocalDate DAY = CashTaxBooks.DAY;

    private static CashTaxDocument tryton() {
        return CashTaxBooks.document(ItemId.of("invoice", 0))
                .add(CashTaxLine.of("cash", "sales-10", Exigibility.ON_PAYMENT, 100_00, 10_00))
                .add(CashTaxLine.of("accrual", "sales-5", Exigibility.ON_INVOICE, 100_00, 5_00))
                .build();
    }

    private static ImmutableList<Settlement> paid(long... amounts) {
        MutableList<Settlement> settlements = Lists.mutable.empty();
        for (long amount : amounts) {
            settlements.add(new Settlement(
                    MatchId.of("m" + settlements.size()),
                    Optional.empty(),
                    DAY.plusDays(settlements.size()),
                    amount < 0,
                    amount,
                    amount));
        }
        return settlements.toImmutable();
    }

    private static ImmutableList<Recognition> recognised(CashTaxDocument document, long total, long... amounts) {
        return CashTax.onPayment(document, total, paid(amounts), CashTaxBooks.USD)
                .orElseThrow();
    }

    private static ImmutableList<Long> taxes(ImmutableList<Recognition> recognitions, int line) {
        return recognitions.collect(each -> each.taxes().get(line).taxMinor());
    }

    private static ImmutableList<Long> bases(ImmutableList<Recognition> recognitions) {
        return recognitions.collect(each -> each.taxes().getFirst().baseMinor());
    }

    @Test
    void a_payment_recognises_its_share_and_only_of_what_is_owed_on_payment() {
        ImmutableList<Recognition> recognitions = recognised(tryton(), 115_00, 60_00, 55_00);
        assertThat(recognitions.getFirst().taxes()).hasSize(1);
        assertThat(bases(recognitions)).containsExactly(52_17L, 47_83L);
        assertThat(taxes(recognitions, 0)).containsExactly(5_22L, 4_78L);
        assertThat(recognitions.getFirst().trace().render()).contains("settled=6000/11500");
    }

    @Test
    void what_is_owed_with_the_document_is_recognised_with_it() {
        Recognition issue = CashTax.onIssue(tryton()).orElseThrow();
        assertThat(issue.date()).isEqualTo(DAY);
        assertThat(issue.taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.baseMinor()).isEqualTo(100_00);
            assertThat(tax.taxMinor()).isEqualTo(5_00);
        });
    }

    @Test
    void tiny_payments_lose_no_cent() {
        CashTaxDocument odoo = CashTaxBooks.document(ItemId.of("invoice", 0))
                .add(CashTaxLine.of("third", "sales-10", Exigibility.ON_PAYMENT, 100_00, 33_33))
                .add(CashTaxLine.of("tiny", "sales-tiny", Exigibility.ON_PAYMENT, 100_00, 1))
                .build();
        ImmutableList<Recognition> recognitions = recognised(odoo, 133_34, 33_34, 11_11, 44_45, 44_43, 1);
        assertThat(taxes(recognitions, 0).subList(0, 3)).containsExactly(8_33L, 2_78L, 11_11L);
        assertThat(taxes(recognitions, 0).sumOfLong(Long::longValue)).isEqualTo(33_33);
        assertThat(taxes(recognitions, 1).sumOfLong(Long::longValue)).isEqualTo(1);
        assertThat(bases(recognitions).sumOfLong(Long::longValue)).isEqualTo(100_00);
    }

    @Test
    void an_undone_match_takes_back_what_it_recognised() {
        assertThat(taxes(recognised(tryton(), 115_00, 60_00, 55_00, -60_00, 60_00), 0))
                .containsExactly(5_22L, 4_78L, -5_22L, 5_22L);
    }

    @Test
    void a_credit_note_recognises_below_zero() {
        CashTaxDocument creditNote = CashTaxBooks.document(ItemId.of("credit", 0))
                .add(CashTaxLine.of("cash", "sales-10", Exigibility.ON_PAYMENT, -100_00, -10_00))
                .build();
        assertThat(taxes(recognised(creditNote, -110_00, -50_00, -60_00), 0)).containsExactly(-4_55L, -5_45L);
    }

    @Test
    void more_than_all_or_less_than_nothing_is_refused() {
        for (long[] amounts : new long[][] {{115_01}, {60_00, 60_00}, {-1}}) {
            assertThat(CashTax.onPayment(tryton(), 115_00, paid(amounts), CashTaxBooks.USD)
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo(CashTaxRefusals.SHARE);
        }
    }

    @Test
    void lines_come_from_the_taxes_of_the_document() {
        Tax cash = Tax.percent("cash", "10")
                .invoice(Repartition.of(
                        TaxPart.base(BoxTag.plus("sales-10")), TaxPart.tax("tax", BoxTag.plus("sales-10"))))
                .build();
        TaxResult result = TaxEngine.compute(
                        Lists.immutable.of(TaxedLine.of("1", new BigDecimal("100"), "cash")),
                        Taxes.of(cash),
                        TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP),
                        DAY,
                        CashTaxBooks.USD)
                .orElseThrow();
        CashTaxDocument document = CashTaxBooks.document(ItemId.of("invoice", 0))
                .taxes(result, result, Sets.immutable.of("cash"))
                .build();
        assertThat(document.lines())
                .containsExactly(CashTaxLine.of("cash", "sales-10", Exigibility.ON_PAYMENT, 100_00, 10_00));
        assertThat(CashTax.onIssue(document)).isEmpty();
    }

    @Test
    void policies_have_names() {
        assertThat(CashTaxPolicy.standard().name())
                .isEqualTo("cash-tax rate=document day=payment locked=first-open-day rounding=half-up:currency");
        assertThat(Exigibility.parse("on-payment")).isEqualTo(Exigibility.ON_PAYMENT);
    }
}
