package dev.erpkit.accounting.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class PaymentTermsTest {
    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.of(HolidayCalendar.none());
    private static final LocalDate DAY = LocalDate.of(2016, 1, 1);
    private static final TermPolicy ODOO = TermPolicy.of(TermSplit.LAST_LINE);
    private static final TermPolicy TRYTON = TermPolicy.of(TermSplit.REST_LINE);

    private static ImmutableList<String> figures(String terms, TermPolicy policy, String total) {
        return schedule(terms, policy, total)
                .orElseThrow()
                .instalments()
                .collect(i -> Amounts.decimal(i.amount()).setScale(2).toPlainString());
    }

    private static Outcome<PaymentSchedule> schedule(String terms, TermPolicy policy, String total) {
        return PaymentTerms.parse(terms, policy).schedule(DAY, Amounts.of(total, "EUR"), WEEKDAYS);
    }

    /** tryton modules/account_invoice/tests/test_module.py, test_payment_term and test_negative_amount. */
    @Test
    void figures_are_those_of_tryton() {
        String lines = "1/4-of-rest +30d; 25% +1m; EUR:396.84 +1m +30d; rest +2m day15 +30d";
        PaymentSchedule schedule = PaymentTerms.parse(lines, TRYTON)
                .schedule(LocalDate.of(2011, 10, 1), Amounts.of("1587.35", "EUR"), WEEKDAYS)
                .orElseThrow();
        assertThat(schedule.instalments().collect(i -> i.due() + " " + Amounts.canonical(i.amount())))
                .containsExactly(
                        "2011-10-31 EUR 396.84",
                        "2011-11-01 EUR 396.84",
                        "2011-12-01 EUR 396.84",
                        "2012-01-14 EUR 396.83");
        assertThat(figures("1/4-of-rest; 25%; EUR:4.00; rest", TRYTON, "-10.00"))
                .containsExactly("-2.50", "-2.50", "-4.00", "-1.00");
    }

    /** odoo addons/account/tests/test_payment_term.py, the tests of the residual on the last line. */
    @Test
    void figures_are_those_of_odoo() {
        assertThat(figures("50%; 50%", ODOO, "0.03")).containsExactly("0.02", "0.01");
        assertThat(figures("70%; EUR:200; 30%", ODOO, "1000")).containsExactly("700.00", "200.00", "100.00");
        TermPolicy cash = ODOO.rounded(RoundingPolicy.parse("half-up:step-0.05"));
        PaymentSchedule schedule = PaymentTerms.parse("50% +2d; 50% +4d", cash)
                .schedule(DAY, Amounts.of("868.35", "EUR"), Amounts.of("434.18", "USD"), WEEKDAYS)
                .orElseThrow();
        assertThat(schedule.instalments().collect(i -> Amounts.canonical(i.amount())))
                .containsExactly("EUR 434.20", "EUR 434.15");
        assertThat(schedule.instalments().collect(i -> Amounts.canonical(i.base())))
                .containsExactly("USD 217.10", "USD 217.08");
        assertThat(schedule.total()).isEqualTo(Amounts.of("868.35", "EUR"));
        assertThat(schedule.base()).isEqualTo(Amounts.of("434.18", "USD"));
    }

    @Test
    void thirds_go_by_the_named_remainder_rule() {
        String thirds = "1/3; 1/3; rest";
        assertThat(figures(thirds, TermPolicy.standard(), "100")).containsExactly("33.34", "33.33", "33.33");
        assertThat(figures(thirds, TermPolicy.standard().leaving(RemainderRule.LAST), "-100"))
                .containsExactly("-33.33", "-33.33", "-33.34");
        assertThat(figures("1/3; EUR:10.00; rest", TermPolicy.standard(), "100"))
                .containsExactly("33.33", "10.00", "56.67");
        assertThat(figures(thirds, TRYTON, "100")).containsExactly("33.33", "33.33", "33.34");
        assertThat(figures("50%; 50%; rest", TRYTON, "0.01")).containsExactly("0.01", "0.00", "0.00");
        assertThat(figures("50%; rest", TermPolicy.standard(), "0")).containsExactly("0.00", "0.00");
    }

    @Test
    void fixed_amounts_beyond_the_total_are_refused_or_cut() {
        assertThat(schedule("70%; EUR:500; 30%", ODOO, "1000").refusal())
                .hasValueSatisfying(r -> assertThat(r.code().value()).isEqualTo("terms.fixed-exceeds"));
        assertThat(figures("70%; EUR:500; 30%", ODOO.capped(), "1000")).containsExactly("700.00", "300.00", "0.00");
        assertThat(figures("EUR:500; 1/3; rest", TermPolicy.standard().capped(), "400"))
                .containsExactly("400.00", "0.00", "0.00");
        assertThat(figures("1/3; EUR:500; rest", TermPolicy.standard().capped(), "100"))
                .containsExactly("33.33", "66.67", "0.00");
        assertThat(schedule("USD:1; rest", TRYTON, "10").refusal())
                .hasValueSatisfying(r -> assertThat(r.code().value()).isEqualTo("terms.currency"));
    }

    @Test
    void terms_that_cannot_split_a_total_are_no_terms() {
        refused("60% +0d; 50% +30d; rest +60d", TermPolicy.standard(), "terms.shares-exceed");
        refused("60% +0d", TermPolicy.standard(), "terms.remainder-missing");
        refused("100% +0d", TRYTON, "terms.remainder-missing");
        refused("50%; 40%; EUR:1", ODOO, "terms.remainder-missing");
        refused("rest; 10%", ODOO, "terms.remainder-place");
        refused("0%; rest", ODOO, "terms.share");
        refused("101%; rest", ODOO, "terms.share");
        refused("EUR:0.00; rest", ODOO, "terms.fixed");
        refused("half; rest", ODOO, "terms.form");
        refused("", ODOO, "terms.form");
    }

    private static void refused(String text, TermPolicy policy, String code) {
        assertThatThrownBy(() -> PaymentTerms.parse(text, policy))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as("%s", e).isTrue());
    }

    @Test
    void texts_are_read_as_they_are_written() {
        String text = "33.5% +0d; 1/3 +30d following; EUR:10.00 eom; 50%-of-rest next20 +1m eom; rest +60d";
        assertThat(PaymentTerms.parse(text).text()).isEqualTo(text);
        assertThat(PaymentTerms.parse("100.00%").text()).isEqualTo("100% +0d");
        for (TermPolicy policy : new TermPolicy[] {TermPolicy.standard(), ODOO.capped(), TRYTON}) {
            assertThat(TermPolicy.parse(policy.text())).isEqualTo(policy);
        }
    }

    @Test
    void the_trace_names_policy_lines_and_figures() {
        assertThat(schedule("30% +0d; rest +60d", TermPolicy.standard(), "100.01")
                        .orElseThrow()
                        .trace()
                        .render())
                .contains("terms.schedule = EUR 100.01")
                .contains("policy=allocated/half-up:currency/largest-remainder/refuse")
                .contains("terms.instalment = EUR 70.01  {base=EUR 70.01, due=2016-03-01, line=rest +60d}");
    }

    /** The snippet of the package. */
    @Test
    void a_document_owes_its_instalments() {
        LocalDate invoiceDate = LocalDate.of(2026, 4, 10);
        MonetaryAmount total = Amounts.of("100.01", "EUR");
        BusinessCalendar calendar = WEEKDAYS;
        PartyId customer = PartyId.of("C-1");
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of("invoice-1"))
                .type("invoice-issued")
                .effectiveDate(invoiceDate)
                .source(new SourceDocument("shop", "invoice", "1", 1));
        // begin
        PaymentTerms terms = PaymentTerms.parse("30% +0d; rest eom +1m eom");
        PaymentSchedule schedule = terms.schedule(invoiceDate, total, calendar).orElseThrow();
        for (Instalment instalment : schedule.owed()) {
            event.add(RoleAmount.of("receivable", instalment.amount())
                    .concerning(customer)
                    .due(instalment.due()));
        }
        // end
        assertThat(event.build().amounts().collect(RoleAmount::dueDate))
                .containsExactly(Optional.of(invoiceDate), Optional.of(LocalDate.of(2026, 5, 31)));
    }
}
