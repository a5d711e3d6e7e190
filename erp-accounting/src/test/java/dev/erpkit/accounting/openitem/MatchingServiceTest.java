package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.JPY;
import static dev.erpkit.accounting.openitem.ItemBooks.KWD;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MatchingServiceTest {
    private final ItemBooks books = new ItemBooks(EUR);

    private static RefusalCode code(Outcome<?> outcome) {
        return outcome.refusal().map(Refusal::code).orElseThrow();
    }

    private Outcome<Match> match(MatchRequest.Builder request, MatchingPolicy.Builder policy) {
        return books.matching.match(request.build(), policy.build(), CLERK);
    }

    @Test
    void an_unknown_item_is_refused() {
        ItemId invoice = books.item("invoice", 100);
        assertThat(code(books.match("m", DAY, invoice, ItemId.of("nothing", 0))))
                .isEqualTo(MatchRefusals.ITEM_UNKNOWN);
        assertThat(books.log.find(ItemId.of("invoice", 1)))
                .as("sales is no control account")
                .isEmpty();
    }

    @Test
    void items_of_one_side_are_refused() {
        assertThat(code(books.match("m", DAY, books.item("1", 100), books.item("2", 50))))
                .isEqualTo(MatchRefusals.SAME_SIDE);
    }

    @Test
    void items_of_two_parties_match_only_under_a_policy_across_parties() {
        ItemId invoice = books.item("invoice", "receivable", "child", DAY, EUR, 100, 100);
        ItemId payment = books.item("payment", "receivable", "parent", DAY, EUR, -100, -100);
        assertThat(code(books.match("m", DAY, invoice, payment))).isEqualTo(MatchRefusals.PARTY_DIFFERS);

        MatchingPolicy.Builder policy = books.policy();
        policy.acrossParties(true);
        assertThat(match(books.request("m", DAY, invoice, payment), policy).isAccepted())
                .isTrue();
        assertThat(books.lines("match/m")).containsExactly("receivable EUR -100 -100", "receivable EUR 100 100");
    }

    @Test
    void items_of_two_accounts_match_only_under_a_policy_that_reaches_them() {
        ItemId invoice = books.item("invoice", "receivable", "p", DAY, EUR, 100, 100);
        ItemId abroad = books.item("abroad", "receivable-abroad", "p", DAY, EUR, -60, -60);
        ItemId bill = books.item("bill", "payable", "p", DAY, EUR, -40, -40);
        assertThat(code(books.match("m", DAY, invoice, abroad))).isEqualTo(MatchRefusals.ACCOUNT_DIFFERS);
        MatchingPolicy.Builder kind = books.policy();
        kind.reach(MatchReach.ONE_KIND);
        assertThat(code(match(books.request("m", DAY, invoice, bill), kind))).isEqualTo(MatchRefusals.KIND);
        assertThat(match(books.request("m", DAY, invoice, abroad), kind).isAccepted())
                .isTrue();
        MatchingPolicy.Builder any = books.policy();
        any.reach(MatchReach.ANY_KIND);
        assertThat(match(books.request("n", DAY, invoice, bill), any).isAccepted())
                .isTrue();

        assertThat(books.lines("match/n")).containsExactly("receivable EUR -40 -40", "payable EUR 40 40");
        assertThat(books.base("receivable", DAY, Long.MAX_VALUE, true)).isZero();
        assertThat(books.base("payable", DAY, Long.MAX_VALUE, true)).isZero();
    }

    @Test
    void more_than_is_open_is_refused_and_the_refusal_says_how_much_is() {
        ItemId invoice = books.item("invoice", 100);
        ItemId payment = books.item("payment", -500);
        MatchRequest.Builder request = books.request("m", DAY, payment);
        request.item(invoice, Amounts.ofMinor(101, EUR));

        Outcome<Match> outcome = match(request, books.policy());

        assertThat(code(outcome)).isEqualTo(MatchRefusals.EXCEEDS_RESIDUAL);
        assertThat(outcome.refusal().orElseThrow().facts().get("open")).isEqualTo("100");
    }

    @Test
    void exact_amounts_that_do_not_meet_are_refused() {
        ItemId invoice = books.item("invoice", 100);
        ItemId payment = books.item("payment", -50);
        MatchRequest.Builder request = books.request("m", DAY, payment);
        request.item(invoice, Amounts.ofMinor(60, EUR));
        assertThat(code(match(request, books.policy()))).isEqualTo(MatchRefusals.UNBALANCED);
    }

    @Test
    void exact_amounts_go_before_older_items() {
        ItemId older = books.item("older", 100);
        ItemId newer = books.item("newer", DAY.plusDays(1), EUR, 100, 100);
        ItemId payment = books.item("payment", DAY.plusDays(1), EUR, -100, -100);
        MatchRequest.Builder request = books.request("m", DAY.plusDays(1), older, payment);
        request.item(newer, Amounts.ofMinor(70, EUR));

        match(request, books.policy()).orElseThrow();

        assertThat(books.open(newer).amountMinor()).isEqualTo(30);
        assertThat(books.open(older).amountMinor()).isEqualTo(70);
    }

    @Test
    void a_settled_item_is_refused() {
        ItemId invoice = books.item("invoice", 100);
        books.match("m", DAY, invoice, books.item("payment", -100)).orElseThrow();
        assertThat(code(books.match("n", DAY, invoice, books.item("again", -100))))
                .isEqualTo(MatchRefusals.CLOSED);
    }

    @Test
    void a_match_before_the_date_of_an_item_is_refused() {
        ItemId invoice = books.item("invoice", DAY.plusDays(3), EUR, 100, 100);
        assertThat(code(books.match("m", DAY, invoice, books.item("payment", -100))))
                .isEqualTo(MatchRefusals.DATE);
    }

    @Test
    void a_backdated_match_leaves_later_ones_what_they_consumed() {
        ItemId invoice = books.item("invoice", 100);
        books.match("later", DAY.plusDays(9), invoice, books.item("p1", -70)).orElseThrow();
        ItemId payment = books.item("p2", -50);

        books.match("earlier", DAY, invoice, payment).orElseThrow();

        assertThat(books.open(payment).amountMinor()).isEqualTo(-20);
        assertThat(books.log.find(invoice).orElseThrow().residual(DAY).amountMinor())
                .isEqualTo(70);
    }

    /** Consumes 60 of 100 from the tenth to the thirtieth day, and a payment of 40 from the first on. */
    private ItemId consumedForAWhile() {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 200);
        books.match("m", DAY.plusDays(10), invoice, books.item("sixty", DAY, USD, -60, -120))
                .orElseThrow();
        books.matching
                .undo(MatchId.of("u"), MatchId.of("m"), DAY.plusDays(30), CLERK)
                .orElseThrow();
        return invoice;
    }

    @Test
    void a_deferred_difference_leaves_no_base_on_a_day_when_nothing_is_open() {
        ItemId invoice = consumedForAWhile();
        MatchingPolicy.Builder deferred = books.policy();
        deferred.differences(DifferenceTiming.ON_SETTLEMENT);

        Match match = match(books.request("n", DAY, invoice, books.item("forty", DAY, USD, -40, -50)), deferred)
                .orElseThrow();

        assertThat(match.differenceMinor()).isEqualTo(30);
        assertThat(books.log.find(invoice).orElseThrow().residual(DAY.plusDays(10)))
                .isEqualTo(Residual.NONE);
        assertThat(books.open(invoice)).isEqualTo(new Residual(60, 120));
    }

    @Test
    void a_backdated_match_takes_the_base_of_the_day_on_which_it_leaves_nothing_open() {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 1);
        books.match("m", DAY.plusDays(10), invoice, books.item("p1", DAY, USD, -50, -1))
                .orElseThrow();
        books.matching
                .undo(MatchId.of("u"), MatchId.of("m"), DAY.plusDays(30), CLERK)
                .orElseThrow();

        Match match = books.match("n", DAY, invoice, books.item("p2", DAY, USD, -50, -1))
                .orElseThrow();

        assertThat(match.parts().getFirst().baseMinor()).isZero();
        assertThat(books.log.find(invoice).orElseThrow().residual(DAY.plusDays(10)))
                .isEqualTo(Residual.NONE);
    }

    @Test
    void what_is_due_first_is_consumed_first_whatever_was_recorded_first() {
        ItemId later = books.item("later", DAY.plusDays(2), EUR, 100, 100);
        ItemId sooner = books.item("sooner", DAY.plusDays(1), EUR, 100, 100);
        ItemId payment = books.item("payment", -120);
        books.match("m", DAY.plusDays(2), later, sooner, payment).orElseThrow();
        assertThat(books.open(sooner).amountMinor()).isZero();
        assertThat(books.open(later).amountMinor()).isEqualTo(80);
    }

    @Test
    void allowances_that_settle_an_item_take_all_of_its_base() {
        ItemId invoice = books.item("invoice", DAY, USD, 3, 1);
        MatchRequest.Builder request = books.request("m", DAY, invoice);
        for (int i = 0; i < 3; i++) {
            request.allow(Allowance.of(invoice, Amounts.ofMinor(1, USD), "discount"));
        }
        Match match = match(request, books.policy()).orElseThrow();
        assertThat(match.differenceMinor()).isZero();
        assertThat(books.base("discount", DAY, Long.MAX_VALUE, true)).isEqualTo(1);
    }

    @Test
    void a_backdated_match_that_would_need_two_figures_is_refused() {
        ItemId invoice = consumedForAWhile();
        MatchingPolicy.Builder deferred = books.policy();
        deferred.differences(DifferenceTiming.ON_SETTLEMENT);
        match(books.request("o", DAY.plusDays(40), invoice, books.item("again", DAY, USD, -60, -100)), deferred)
                .orElseThrow();
        ItemId forty = books.item("forty", DAY, USD, -40, -80);

        assertThat(code(books.match("n", DAY, invoice, forty))).isEqualTo(MatchRefusals.DATE);
        assertThat(books.match("n", DAY.plusDays(40), invoice, forty).isAccepted())
                .isTrue();
        assertThat(books.open(invoice)).isEqualTo(Residual.NONE);
    }

    @Test
    void currencies_do_not_match_without_a_rule_nor_without_a_rate() {
        ItemId invoice = books.item("invoice", 100);
        ItemId payment = books.item("payment", DAY, USD, -100, -90);
        assertThat(code(books.match("m", DAY, invoice, payment))).isEqualTo(MatchRefusals.CURRENCY);
        MatchingPolicy.Builder stated = books.policy();
        stated.crossCurrency(CrossCurrencyRule.STATED);
        assertThat(code(match(books.request("m", DAY, invoice, payment), stated)))
                .isEqualTo(MatchRefusals.CURRENCY);
        MatchingPolicy.Builder dated = books.policy();
        dated.crossCurrency(CrossCurrencyRule.DATE_OF_MATCH);
        assertThat(code(match(books.request("m", DAY, invoice, payment), dated)))
                .isEqualTo(RefusalCode.of("rate.missing"));
        MatchRequest.Builder request = books.request("m", DAY, invoice, payment);
        request.rate(ExchangeRate.of(JPY, KWD, BigDecimal.TEN, RateType.SPOT, DAY));
        assertThat(code(match(request, stated))).isEqualTo(MatchRefusals.CURRENCY);
    }

    @Test
    void at_historical_rates_currencies_match_without_difference() {
        ItemId invoice = books.item("invoice", 60_00);
        ItemId payment = books.item("payment", DAY, USD, -240_00, -80_00);
        MatchingPolicy.Builder policy = books.policy();
        policy.crossCurrency(CrossCurrencyRule.HISTORICAL);

        Match match = match(books.request("m", DAY, invoice, payment), policy).orElseThrow();

        assertThat(match.differenceMinor()).isZero();
        assertThat(books.open(payment)).isEqualTo(new Residual(-60_00, -20_00));
        assertThat(books.lines("match/m"))
                .containsExactly(
                        "receivable EUR -6000 -6000",
                        "receivable USD 18000 6000",
                        "trading EUR 6000 6000",
                        "trading USD -18000 -6000");
    }

    @Test
    void amounts_that_parties_agreed_on_need_no_rate() {
        ItemId invoice = books.item("invoice", DAY, JPY, 15_000, 100_00);
        ItemId payment = books.item("payment", DAY, USD, -100_00, -95_00);
        MatchingPolicy.Builder policy = books.policy();
        policy.crossCurrency(CrossCurrencyRule.STATED);
        MatchRequest.Builder request = books.request("m", DAY);
        request.item(invoice, Amounts.ofMinor(15_000, JPY)).item(payment, Amounts.ofMinor(100_00, USD));

        Match match = match(request, policy).orElseThrow();

        assertThat(match.difference()).isEqualTo(Amounts.of("5", "EUR"));
        assertThat(books.open(invoice).open()).isFalse();
        assertThat(books.base("trading", DAY, Long.MAX_VALUE, true)).isZero();
        assertThat(books.base("fx-loss", DAY, Long.MAX_VALUE, true)).isEqualTo(500);
    }

    @Test
    void an_amount_worth_less_than_a_minor_unit_matches_nothing() {
        ItemId invoice = books.item("invoice", DAY, KWD, 1, 1);
        ItemId payment = books.item("payment", DAY, JPY, -100, -100);
        MatchRequest.Builder request = books.request("m", DAY, invoice, payment);
        request.rate(ExchangeRate.of(KWD, JPY, new BigDecimal("400"), RateType.CONTRACT, DAY));
        MatchingPolicy.Builder policy = books.policy();
        policy.crossCurrency(CrossCurrencyRule.STATED);
        assertThat(code(match(request, policy))).isEqualTo(MatchRefusals.NOTHING);
    }
}
