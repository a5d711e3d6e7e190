package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.GoldenCase.cents;
import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of shared/cases/accounting; each file names where it comes from. */
class MatchingGoldenTest {
    private static final LocalDate Y2016 = LocalDate.of(2016, 1, 1);
    private static final LocalDate Y2017 = LocalDate.of(2017, 1, 1);

    @Test
    void payment_at_another_rate_is_a_loss_fx_003() {
        JsonNode c = GoldenCase.read("fx-003-payment-at-other-rate");
        ItemBooks books = new ItemBooks(USD);
        long amount = cents(c.at("/given/invoice/EUR"));
        ItemId invoice = books.item("invoice", DAY, EUR, amount, cents(c.at("/expect/invoice_base")));
        ItemId payment = books.item("payment", DAY, EUR, -amount, -cents(c.at("/expect/payment_base")));

        Match match = books.match("m", DAY, invoice, payment).orElseThrow();

        assertThat(match.differenceMinor()).isEqualTo(cents(c.at("/expect/fx_loss")));
        assertThat(books.lines("match/m")).containsExactly("receivable EUR 0 -4600", "fx-loss USD 0 4600");
        assertThat(books.open(invoice)).isEqualTo(Residual.NONE);
        assertThat(books.open(payment)).isEqualTo(Residual.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fx-005-partial-match-debit-gain",
                "fx-009-partial-match-base-debit-vs-foreign-credit-loss",
                "fx-011-partial-match-base-debit-vs-foreign-credit-gain"
            })
    void partial_match_realises_the_difference_at_once(String id) {
        JsonNode c = GoldenCase.read(id);
        ItemBooks books = new ItemBooks(EUR);
        books.rates.record(perBase("3", Y2016));
        books.rates.record(perBase("2", Y2017));
        boolean foreign = c.at("/given/line 1/currency").asText().equals("FC");
        // the day of the item in base currency is the one whose rate the source uses: see CrossCurrencyRule
        LocalDate first = id.startsWith("fx-009") ? Y2017 : Y2016;
        ItemId one = books.item(
                "1",
                first,
                foreign ? USD : EUR,
                cents(c.at("/given/line 1/amount")),
                cents(c.at("/given/line 1/base")));
        ItemId two =
                books.item("2", Y2016, USD, cents(c.at("/given/line 2/amount")), cents(c.at("/given/line 2/base")));
        MatchingPolicy.Builder policy = books.policy();
        policy.crossCurrency(CrossCurrencyRule.DATE_OF_BASE_ITEM);

        Match match = books.matching
                .match(books.request("m", Y2017, one, two).build(), policy.build(), CLERK)
                .orElseThrow();

        int sign = c.at("/expect/fx/result").asText().equals("gain") ? -1 : 1;
        assertThat(match.differenceMinor()).isEqualTo(sign * cents(c.at("/expect/fx/amount")));
        assertThat(books.open(one)).isEqualTo(residual(c.at("/expect/open/line 1")));
        assertThat(books.open(two)).isEqualTo(residual(c.at("/expect/open/line 2")));
        assertThat(match.date())
                .isEqualTo(LocalDate.parse(c.at("/expect/fx_entry_date").asText()));
    }

    @Test
    void partial_match_may_leave_the_difference_to_settlement_fx_005() {
        ItemBooks books = new ItemBooks(EUR);
        ItemId one = books.item("1", Y2016, USD, 12000, 4000);
        ItemId two = books.item("2", Y2016, USD, -24000, -12000);
        ItemId three = books.item("3", Y2017, USD, 12000, 5000);
        MatchingPolicy.Builder later = books.policy();
        later.differences(DifferenceTiming.ON_SETTLEMENT);

        Match partial = books.matching
                .match(books.request("m", Y2017, one, two).build(), later.build(), CLERK)
                .orElseThrow();
        assertThat(partial.differenceMinor()).isZero();
        assertThat(books.open(two)).isEqualTo(new Residual(-12000, -8000));

        Match last = books.matching
                .match(books.request("n", Y2017, two, three).build(), later.build(), CLERK)
                .orElseThrow();
        assertThat(last.differenceMinor()).isEqualTo(-3000);
        assertThat(books.open(two)).isEqualTo(Residual.NONE);
    }

    @Test
    void items_without_base_match_without_difference_fx_013() {
        JsonNode c = GoldenCase.read("fx-013-zero-base-amounts");
        ItemBooks books = new ItemBooks(EUR);
        ItemId credit = books.item("1", DAY, USD, cents(c.at("/given/items/0/FC")), 0);
        ItemId debit = books.item("2", DAY, USD, cents(c.at("/given/items/1/FC")), 0);

        Match match = books.match("m", DAY, credit, debit).orElseThrow();

        assertThat(match.entry()).isEmpty();
        assertThat(match.parts().getLast().amountMinor()).isEqualTo(cents(c.at("/expect/matched_FC")));
        assertThat(books.open(debit))
                .isEqualTo(new Residual(cents(c.at("/expect/left_FC")), cents(c.at("/expect/left_base"))));
        ItemId rest = books.item("3", DAY, USD, -1, 0);
        books.match("n", DAY, debit, rest).orElseThrow();
        assertThat(books.open(debit).open()).isFalse();
    }

    @Test
    void un_matching_opens_both_sides_again_open_items_005() {
        JsonNode c = GoldenCase.read("open-items-005-unreconcile-reopens");
        ItemBooks books = new ItemBooks(USD);
        ItemId invoice = books.item("invoice", cents(c.at("/given/total")));
        ItemId payment = books.item("payment", -cents(c.at("/given/paid")));
        books.match("m", DAY, invoice, payment).orElseThrow();

        books.matching.undo(MatchId.of("u"), MatchId.of("m"), DAY, CLERK).orElseThrow();

        assertThat(books.open(invoice).amountMinor()).isEqualTo(cents(c.at("/expect/open")));
        assertThat(books.open(payment).amountMinor()).isEqualTo(-cents(c.at("/expect/payment_open")));
    }

    @Test
    void credit_memo_offsets_an_invoice_of_another_currency_at_a_stated_rate_open_items_008() {
        JsonNode c = GoldenCase.read("open-items-008-credit-memo-other-currency");
        ItemBooks books = new ItemBooks(Amounts.currency("CHF"));
        long credit = cents(c.at("/given/credit_memo_EUR"));
        ItemId invoice = books.item("invoice", cents(c.at("/given/invoice_CHF")));
        ItemId memo = books.item("memo", DAY, EUR, credit, 3 * credit);
        MatchRequest.Builder request = books.request("m", DAY, invoice, memo);
        request.rate(ExchangeRate.of(
                EUR,
                books.base,
                new BigDecimal(c.at("/given/rate").get("EUR/CHF").asText()),
                RateType.CONTRACT,
                DAY));
        MatchingPolicy.Builder policy = books.policy();
        policy.crossCurrency(CrossCurrencyRule.STATED);

        Match match =
                books.matching.match(request.build(), policy.build(), CLERK).orElseThrow();

        assertThat(match.parts().getFirst().amountMinor()).isEqualTo(cents(c.at("/expect/allocated_CHF")));
        assertThat(books.open(invoice).amountMinor()).isEqualTo(cents(c.at("/expect/invoice_open_CHF")));
        assertThat(books.open(memo).amountMinor()).isEqualTo(cents(c.at("/expect/credit_memo_open_EUR")));
        assertThat(match.differenceMinor()).isZero();
        assertThat(match.basis()).endsWith("; 1 EUR = 3 CHF");
    }

    @Test
    void discount_and_write_off_without_payment_open_items_009() {
        JsonNode c = GoldenCase.read("open-items-009-vendor-bill-discount-and-write-off-without-payment");
        ItemBooks books = new ItemBooks(USD);
        long open = cents(c.at("/given/bill_open"));
        ItemId bill = books.item("bill", "payable", "supplier", DAY, USD, open, open);
        MatchRequest.Builder request = books.request("m", DAY, bill);
        request.allow(Allowance.of(bill, Amounts.ofMinor(-cents(c.at("/given/discount")), USD), "discount"));
        request.allow(Allowance.of(bill, Amounts.ofMinor(-cents(c.at("/given/write_off")), USD), "write-off"));

        Match match = books.matching
                .match(request.build(), books.policy().build(), CLERK)
                .orElseThrow();

        assertThat(books.open(bill).amountMinor()).isEqualTo(cents(c.at("/expect/open")));
        assertThat(match.differenceMinor()).isZero();
        assertThat(books.lines("match/m"))
                .containsExactly(
                        "payable USD 30000 30000", "discount USD -10000 -10000", "write-off USD -20000 -20000");
    }

    @Test
    void kinds_that_must_not_match_are_refused_open_items_011() {
        JsonNode c = GoldenCase.read("open-items-011-kinds-that-must-not-match");
        assertThat(c.at("/given/pairs")).hasSize(4);
        for (JsonNode pair : c.at("/given/pairs")) {
            ItemBooks books = new ItemBooks(USD);
            ItemId one = ofKind(books, "1", pair.get(0).asText());
            ItemId two = ofKind(books, "2", pair.get(1).asText());

            Outcome<Match> outcome = books.match("m", DAY, one, two);

            assertThat(outcome.refusal().map(Refusal::code))
                    .hasValueSatisfying(code -> assertThat(code).isIn(MatchRefusals.KIND, MatchRefusals.SAME_SIDE));
        }
    }

    private static ItemId ofKind(ItemBooks books, String id, String kind) {
        String account = kind.startsWith("sales") || kind.startsWith("inbound") ? "receivable" : "payable";
        long sign = kind.equals("sales invoice") || kind.startsWith("outbound") || kind.equals("purchase credit memo")
                ? 1
                : -1;
        return books.item(id, account, "party", DAY, USD, sign * 100, sign * 100);
    }

    @Test
    void a_batch_of_items_settles_together_open_items_017() {
        JsonNode c = GoldenCase.read("open-items-017-batch-same-currency-chain");
        ItemBooks books = new ItemBooks(USD);
        ItemId[] items = new ItemId[c.at("/given/items").size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = books.item("item-" + i, cents(c.at("/given/items").get(i)));
        }

        Match match = books.match("m", DAY, items).orElseThrow();

        assertThat(match.parts()).hasSize(5);
        assertThat(items)
                .allSatisfy(
                        item -> assertThat(books.open(item).amountMinor()).isEqualTo(cents(c.at("/expect/all_open"))));
    }

    @Test
    void discount_and_exchange_loss_together_cash_discount_012() {
        JsonNode c = GoldenCase.read("cash-discount-012-discount-and-exchange-loss-together");
        ItemBooks books = new ItemBooks(EUR);
        ItemId invoice = books.item("invoice", DAY, USD, cents(c.at("/given/invoice/USD")), 500_000);
        ItemId payment = books.item("payment", DAY, USD, -9_000, -cents(c.at("/given/bank_received_base")));
        MatchRequest.Builder request = books.request("m", DAY, invoice, payment);
        request.allow(Allowance.of(invoice, Amounts.ofMinor(1_000, USD), "discount"));

        books.matching.match(request.build(), books.policy().build(), CLERK).orElseThrow();

        assertThat(books.base("discount", DAY, Long.MAX_VALUE, true))
                .isEqualTo(cents(c.at("/expect/postings/1/amount")));
        assertThat(books.base("fx-loss", DAY, Long.MAX_VALUE, true))
                .isEqualTo(cents(c.at("/expect/postings/2/amount")));
        assertThat(books.base("receivable", DAY, Long.MAX_VALUE, true)).isEqualTo(cents(c.at("/expect/open_after")));
    }

    @Test
    void instalments_are_paid_and_credited_oldest_first_payment_terms_006_and_007() {
        instalments("payment-terms-006-schedule-and-partial-payment-oldest-first", "share", 4_000, 0);
        instalments("payment-terms-007-schedule-payment-then-credit-note", "amount", 4_000, 10_000);
    }

    private static void instalments(String id, String figure, long paid, long credited) {
        JsonNode c = GoldenCase.read(id);
        ItemBooks books = new ItemBooks(USD);
        JsonNode schedule = c.at("/given/schedule");
        ItemId[] items = new ItemId[schedule.size() + 1];
        for (int i = 0; i < schedule.size(); i++) {
            items[i] = books.item("instalment-" + i, cents(schedule.get(i).get(figure)));
        }
        items[schedule.size()] = books.item("payment", -paid);
        books.match("m", DAY, items).orElseThrow();
        if (credited > 0) {
            items[schedule.size()] = books.item("credit-note", -credited);
            MatchRequest.Builder rest = books.request("n", DAY);
            for (ItemId item : items) {
                rest = books.open(item).open() ? rest.item(item) : rest;
            }
            books.matching.match(rest.build(), books.policy().build(), CLERK).orElseThrow();
        }
        long open = 0;
        JsonNode rows = credited > 0 ? c.at("/expect/after_credit_note") : c.at("/expect/rows");
        for (int i = 0; i < schedule.size(); i++) {
            long left = books.open(items[i]).amountMinor();
            open += left;
            JsonNode row = rows.get(i - (schedule.size() - rows.size()));
            assertThat(left).isEqualTo(row == null ? 0 : cents(row.get("open")));
        }
        assertThat(open).isEqualTo(cents(c.at("/expect/open")));
    }

    private static ExchangeRate perBase(String foreign, LocalDate day) {
        return ExchangeRate.of(EUR, USD, new BigDecimal(foreign), RateType.SPOT, day);
    }

    private static Residual residual(JsonNode baseAndAmount) {
        return new Residual(cents(baseAndAmount.get(1)), cents(baseAndAmount.get(0)));
    }
}
