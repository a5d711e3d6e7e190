package dev.erpkit.accounting.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class CashDiscountTest {
    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.of(HolidayCalendar.none());
    private static final LocalDate DAY = LocalDate.of(2019, 1, 1);
    private static final RoundingPolicy HALF_UP = RoundingPolicy.parse("half-up:currency");

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }

    private static DiscountBasis basis(DiscountPart... parts) {
        return new DiscountBasis(Lists.immutable.of(parts));
    }

    private static DiscountPart net(String amount) {
        return DiscountPart.net("goods", usd(amount));
    }

    private static DiscountPart tax(String amount) {
        return DiscountPart.tax("15%", usd(amount));
    }

    private static CashDiscount tenPercent(DiscountTax tax) {
        return CashDiscount.parse("10% +10d", tax);
    }

    private static ImmutableList<String> figures(ImmutableList<DiscountPart> parts) {
        return parts.collect(part -> Amounts.decimal(part.amount()).toPlainString());
    }

    private static DiscountDecision paid(CashDiscount discount, DiscountBasis invoice, int day, String amount) {
        return discount.decide(invoice, DAY, Lists.immutable.empty(), DAY.plusDays(day), usd(amount), WEEKDAYS);
    }

    /** odoo addons/account/tests/test_early_payment_discount.py, the payments with computation "included". */
    @Test
    void included_takes_the_tax_along_but_no_fixed_tax() {
        DiscountBasis invoice = basis(
                net("1500"), tax("225"), DiscountPart.tax("0.05", usd("0.05")).inFull());
        CashDiscount discount = tenPercent(DiscountTax.INCLUDED);
        assertThat(discount.payable(invoice, DAY, DAY.plusDays(10), WEEKDAYS)).isEqualTo(usd("1552.55"));
        DiscountDecision decision = paid(discount, invoice, 0, "1552.55");
        assertThat(decision.granted()).isTrue();
        assertThat(figures(decision.parts())).containsExactly("150", "22.5");
        assertThat(figures(paid(discount, basis(net("50"), tax("7.50")), 0, "51.75")
                        .parts()))
                .containsExactly("5", "0.75");
        assertThat(figures(paid(discount, basis(net("1000"), tax("150"), net("2000")), 0, "2835")
                        .parts()))
                .containsExactly("100", "15", "200");
    }

    @Test
    void excluded_and_mixed_leave_the_tax_of_the_invoice() {
        DiscountBasis invoice = basis(net("1000"), tax("150"), net("2000"));
        CashDiscount excluded = tenPercent(DiscountTax.EXCLUDED);
        assertThat(excluded.payable(invoice, DAY, DAY, WEEKDAYS)).isEqualTo(usd("2850"));
        CashDiscount mixed = tenPercent(DiscountTax.MIXED);
        DiscountBasis issued = mixed.onInvoice(invoice);
        assertThat(issued.total()).isEqualTo(usd("3135"));
        assertThat(mixed.payable(issued, DAY, DAY, WEEKDAYS)).isEqualTo(usd("2835"));
        assertThat(mixed.onInvoice(basis(
                                net("1000"),
                                tax("150"),
                                DiscountPart.tax("fixed", usd("0.05")).inFull()))
                        .total())
                .isEqualTo(usd("1135.05"));
        assertThat(mixed.taxBase(usd("1000"))).isEqualTo(usd("900"));
        assertThat(excluded.taxBase(usd("1000"))).isEqualTo(usd("1000"));
        assertThat(CashDiscount.parse("2% +10d", DiscountTax.MIXED)
                        .onInvoice(basis(net("100"), tax("21")))
                        .total())
                .isEqualTo(usd("120.58"));
    }

    /** The bill of odoo's test_intracomm_bill_with_early_payment_included. */
    @Test
    void both_legs_of_a_reverse_charge_are_corrected() {
        DiscountBasis bill = basis(net("1000"), tax("200"), DiscountPart.tax("due", usd("-200")));
        DiscountDecision decision = paid(CashDiscount.parse("2% +7d", DiscountTax.INCLUDED), bill, 0, "980");
        assertThat(figures(decision.parts())).containsExactly("20", "4", "-4");
        assertThat(decision.discount()).isEqualTo(usd("20"));
    }

    /** erpnext test_payment_entry.py: 50 off an invoice of 236 with 18 % tax. */
    @Test
    void a_gross_discount_is_divided_exactly() {
        DiscountBasis invoice = basis(net("200"), tax("36"));
        assertThat(figures(invoice.divide(usd("50"), DiscountTax.INCLUDED, HALF_UP)))
                .containsExactly("42.37", "7.63");
        assertThat(figures(invoice.divide(usd("-50"), DiscountTax.INCLUDED, HALF_UP)))
                .containsExactly("-42.37", "-7.63");
        assertThat(figures(invoice.divide(usd("50"), DiscountTax.EXCLUDED, HALF_UP)))
                .containsExactly("50");
    }

    @Test
    void the_largest_share_in_time_counts() {
        CashDiscount discount = CashDiscount.parse("3% +10d; 2% +30d; 1% +0d", DiscountTax.EXCLUDED);
        DiscountBasis invoice = basis(net("100"), tax("15"));
        assertThat(discount.payable(invoice, DAY, DAY, WEEKDAYS)).isEqualTo(usd("112"));
        assertThat(discount.payable(invoice, DAY, DAY.plusDays(11), WEEKDAYS)).isEqualTo(usd("113"));
        assertThat(discount.payable(invoice, DAY, DAY.plusDays(31), WEEKDAYS)).isEqualTo(usd("115"));
        assertThat(paid(discount, invoice, 31, "115").reason()).isEqualTo(DiscountReason.TOO_LATE);
        assertThat(discount.text()).isEqualTo("3% +10d; 2% +30d; 1% +0d");
        assertThat(discount.policy()).isEqualTo("excluded/one-payment/half-up:currency");
    }

    private static CashDiscount partial(PartialPayments policy) {
        return CashDiscount.builder()
                .steps(CashDiscount.parse("2% +10d", DiscountTax.EXCLUDED).steps())
                .tax(DiscountTax.EXCLUDED)
                .partial(policy)
                .build();
    }

    private static DiscountDecision second(
            PartialPayments policy, int firstDay, String first, String given, String now) {
        DiscountPayment before = new DiscountPayment(DAY.plusDays(firstDay), usd(first), usd(given));
        return partial(policy)
                .decide(basis(net("1000")), DAY, Lists.immutable.of(before), DAY.plusDays(9), usd(now), WEEKDAYS);
    }

    @Test
    void partial_payments_earn_it_as_the_policy_says() {
        assertThat(second(PartialPayments.ONE_PAYMENT, 1, "490", "0", "490").reason())
                .isEqualTo(DiscountReason.NOT_IN_FULL);
        assertThat(second(PartialPayments.ALL_IN_TIME, 1, "490", "0", "490").discount())
                .isEqualTo(usd("20"));
        assertThat(second(PartialPayments.ALL_IN_TIME, 1, "490", "0", "489.99").reason())
                .isEqualTo(DiscountReason.NOT_IN_FULL);
        assertThat(second(PartialPayments.ALL_IN_TIME, 11, "490", "0", "490").reason())
                .isEqualTo(DiscountReason.NOT_IN_FULL);
        DiscountDecision first = paid(partial(PartialPayments.PROPORTIONAL), basis(net("1000")), 3, "490");
        assertThat(first.discount()).isEqualTo(usd("10"));
        assertThat(second(PartialPayments.PROPORTIONAL, 3, "490", "10", "490").discount())
                .isEqualTo(usd("10"));
        assertThat(second(PartialPayments.PROPORTIONAL, 3, "490", "20", "489").reason())
                .isEqualTo(DiscountReason.GIVEN_BEFORE);
    }

    @Test
    void it_is_given_once_and_never_more_than_is_open() {
        assertThat(second(PartialPayments.ALL_IN_TIME, 3, "900", "18", "81").reason())
                .isEqualTo(DiscountReason.GIVEN_BEFORE);
        assertThat(second(PartialPayments.ALL_IN_TIME, 3, "995", "0", "3").discount())
                .isEqualTo(usd("2"));
        assertThat(second(PartialPayments.ALL_IN_TIME, 3, "995", "0", "5").reason())
                .isEqualTo(DiscountReason.NOT_TAKEN);
        assertThat(second(PartialPayments.ALL_IN_TIME, 3, "1000", "0", "5").reason())
                .isEqualTo(DiscountReason.NOTHING);
        assertThat(paid(CashDiscount.parse("100% +0d", DiscountTax.INCLUDED), basis(net("10"), tax("1")), 0, "0.01")
                        .discount())
                .isEqualTo(usd("10.99"));
    }

    @Test
    void a_credit_note_gives_the_negated_discount() {
        DiscountDecision decision =
                paid(tenPercent(DiscountTax.INCLUDED), basis(net("-100.05"), tax("-15.01")), 0, "-103.55");
        assertThat(decision.discount()).isEqualTo(usd("-11.51"));
        assertThat(figures(decision.parts())).containsExactly("-10.01", "-1.5");
    }

    @Test
    void a_decision_becomes_allowances_and_amounts_by_role() {
        DiscountDecision decision = paid(
                tenPercent(DiscountTax.INCLUDED), basis(net("100"), tax("15"), net("10"), tax("1.5")), 0, "113.85");
        ItemId item = ItemId.of("invoice", 0);
        assertThat(decision.allowances(item, part -> AccountId.of(part.tax() ? "tax" : "discount")))
                .containsExactly(Allowance.of(item, usd("11"), "discount"), Allowance.of(item, usd("1.65"), "tax"));
        assertThat(decision.amounts().collect(amount -> amount.role() + "/" + amount.qualifier()))
                .containsExactly(
                        "cash-discount/goods", "cash-discount-tax/15%", "cash-discount/goods", "cash-discount-tax/15%");
        assertThat(decision.trace().render())
                .contains("discount.granted = USD 12.65")
                .contains("step=10% +10d");
    }

    @Test
    void what_is_no_discount_is_refused() {
        refused(() -> CashDiscount.parse("0% +10d", DiscountTax.MIXED), "discount.share");
        refused(() -> CashDiscount.parse("101% +10d", DiscountTax.MIXED), "discount.share");
        refused(() -> CashDiscount.parse("2 +10d", DiscountTax.MIXED), "terms.form");
        refused(() -> DiscountTax.parse("never"), "discount.policy");
        refused(() -> PartialPayments.parse("never"), "discount.policy");
        refused(() -> new DiscountBasis(Lists.immutable.empty()), "discount.basis");
        refused(() -> basis(net("1"), DiscountPart.net("x", Amounts.of("1", "EUR"))), "discount.basis");
        refused(
                () -> basis(DiscountPart.tax("x", usd("1"))).divide(usd("1"), DiscountTax.EXCLUDED, HALF_UP),
                "discount.basis");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as("%s", e).isTrue());
    }
}
