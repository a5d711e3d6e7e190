package dev.erpkit.accounting.currency;

import static dev.erpkit.accounting.openitem.GoldenCase.cents;
import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.KWD;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.GoldenCase;
import dev.erpkit.accounting.openitem.ItemBooks;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class RevaluationTest {
    private final ItemBooks books = new ItemBooks(EUR);
    private final RevaluationService service =
            new RevaluationService(books.journal, books::post, books.rates, books.unitOfWork, books::book);

    private static RevaluationPolicy policy(boolean reversed) {
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(EUR)
                .unrealised(ExchangeAccounts.of("unrealised-gain", "unrealised-loss"))
                .realised(ItemBooks.ACCOUNTS)
                .reversedNextDay(reversed);
        return policy.build();
    }

    private void closing(String rate, LocalDate day) {
        books.rates.record(ExchangeRate.of(USD, EUR, new BigDecimal(rate), RateType.CLOSING, day));
    }

    private Outcome<ImmutableList<PostedEntry>> revalue(String id, LocalDate day, boolean reversed) {
        ImmutableList<Account> accounts = Lists.immutable.of(
                books.chart.find(AccountId.of("receivable")).orElseThrow(),
                books.chart.find(AccountId.of("bank-usd")).orElseThrow());
        return service.revalue(EntryId.of(id), BookId.MAIN, day, accounts, policy(reversed), CLERK);
    }

    private void hold(String id, long amount, long base) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id)
                .date(DAY)
                .lines(Lists.immutable.of(
                        books.line("bank-usd", Optional.empty(), USD, amount, base),
                        books.line("sales", Optional.empty(), USD, -amount, -base)));
        books.post(entry.build(), CLERK).orElseThrow();
    }

    @Test
    void a_receivable_is_brought_to_the_closing_rate_fx_017() {
        JsonNode c = GoldenCase.read("fx-017-revaluation-unrealised");
        books.item("invoice", DAY, USD, cents(c.at("/given/receivable/USD")), cents(c.at("/given/receivable/base")));
        closing(c.at("/given/closing_rate").asText(), DAY);

        PostedEntry entry = revalue("r", DAY, false).orElseThrow().getOnly();

        assertThat(books.lines("r/1")).containsExactly("receivable USD 0 50000", "unrealised-gain EUR 0 -50000");
        assertThat(entry.entry().lines().getFirst().party()).isPresent();
        assertThat(books.base("receivable", DAY, Long.MAX_VALUE, true)).isEqualTo(cents(c.at("/expect/new_base")));
        assertThat(books.amount("receivable", USD, DAY, Long.MAX_VALUE))
                .isEqualTo(cents(c.at("/expect/foreign_unchanged")));
    }

    @Test
    void base_without_foreign_is_cleared_without_a_rate_fx_018() {
        JsonNode c = GoldenCase.read("fx-018-revaluation-base-left-without-foreign");
        hold("in", 100_00, 8000_00);
        hold("out", -100_00, -8500_00);

        revalue("r", DAY, false).orElseThrow();

        assertThat(books.base("bank-usd", DAY, Long.MAX_VALUE, false)).isEqualTo(cents(c.at("/given/receivable/base")));
        assertThat(books.base("bank-usd", DAY, Long.MAX_VALUE, true)).isEqualTo(cents(c.at("/expect/left/base")));
        assertThat(books.base("fx-gain", DAY, Long.MAX_VALUE, true))
                .isEqualTo(cents(c.at("/expect/postings_base/fx-gain")));
    }

    @Test
    void base_left_on_items_that_are_not_matched_yet_stays_unrealised() {
        ItemId invoice = books.item("invoice", DAY, USD, 100_00, 8000_00);
        ItemId payment = books.item("payment", DAY, USD, -100_00, -8500_00);
        revalue("r", DAY, false).orElseThrow();
        assertThat(books.base("unrealised-gain", DAY, Long.MAX_VALUE, true)).isEqualTo(-500_00);

        books.match("m", DAY, invoice, payment).orElseThrow();
        revalue("s", DAY, false).orElseThrow();

        assertThat(books.base("fx-gain", DAY, Long.MAX_VALUE, true)).isEqualTo(-500_00);
        assertThat(books.base("unrealised-gain", DAY, Long.MAX_VALUE, true)
                        + books.base("unrealised-loss", DAY, Long.MAX_VALUE, true))
                .isZero();
        assertThat(books.base("receivable", DAY, Long.MAX_VALUE, true)).isZero();
    }

    @Test
    void foreign_without_base_gets_its_base() {
        hold("gift", 10_00, 0);
        closing("0.9", DAY);
        revalue("r", DAY, false).orElseThrow();
        assertThat(books.lines("r/1")).containsExactly("bank-usd USD 0 900", "unrealised-gain EUR 0 -900");
    }

    @Test
    void gains_and_losses_are_not_netted() {
        books.item("invoice", DAY, USD, 100_00, 80_00);
        hold("in", 100_00, 100_00);
        closing("0.9", DAY);
        revalue("r", DAY, false).orElseThrow();
        assertThat(books.lines("r/1"))
                .containsExactly(
                        "bank-usd USD 0 -1000",
                        "receivable USD 0 1000",
                        "unrealised-gain EUR 0 -1000",
                        "unrealised-loss EUR 0 1000");
    }

    @Test
    void telling_it_twice_posts_nothing_and_what_changed_since_is_all_that_is_told() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        ImmutableList<PostedEntry> first = revalue("r", DAY, false).orElseThrow();
        assertThat(revalue("r", DAY, false)).isEqualTo(Outcome.replayed(first));
        assertThat(revalue("again", DAY, false).orElseThrow()).isEmpty();
        hold("late", 10_00, 8_00);
        assertThat(revalue("later", DAY, false).orElseThrow()).hasSize(1);
        assertThat(books.lines("later/1")).containsExactly("bank-usd USD 0 100", "unrealised-gain EUR 0 -100");
    }

    @Test
    void a_revaluation_may_be_reversed_on_the_next_day() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        assertThat(revalue("r", DAY, true).orElseThrow()).hasSize(2);
        assertThat(books.base("bank-usd", DAY, Long.MAX_VALUE, true)).isEqualTo(90_00);
        assertThat(books.base("bank-usd", DAY.plusDays(1), Long.MAX_VALUE, true))
                .isEqualTo(80_00);
        assertThat(books.lines("r/1/reversed")).containsExactly("bank-usd USD 0 -1000", "unrealised-gain EUR 0 1000");
        assertThat(revalue("again", DAY, true).orElseThrow()).isEmpty();
        assertThat(revalue("r", DAY, true))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.replayed()).isTrue());
    }

    @Test
    void a_reversed_revaluation_counts_as_not_told() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        revalue("r", DAY, false).orElseThrow();
        books.reverse("r/1", "reversal", DAY).orElseThrow();
        ForeignBalance balance = ForeignBalances.of(
                        books.journal,
                        BookId.MAIN,
                        books.chart.find(AccountId.of("bank-usd")).orElseThrow(),
                        DAY,
                        Long.MAX_VALUE)
                .getOnly();
        assertThat(balance.revaluedMinor()).isZero();
        assertThat(balance.baseMinor()).isEqualTo(80_00);
    }

    @Test
    void what_was_told_of_a_balance_that_has_gone_is_taken_back_as_unrealised() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        revalue("r", DAY, false).orElseThrow();
        hold("out", -100_00, -85_00);
        revalue("s", DAY.plusDays(1), false).orElseThrow();
        assertThat(books.lines("s/1"))
                .containsExactly("bank-usd USD 0 -500", "unrealised-loss EUR 0 1000", "fx-gain EUR 0 -500");
        assertThat(books.base("bank-usd", DAY.plusDays(1), Long.MAX_VALUE, true))
                .isZero();
    }

    @Test
    void a_missing_rate_is_refused_and_nothing_is_posted() {
        hold("in", 100_00, 80_00);
        books.item("invoice", DAY, KWD, 1_000, 3_00);
        closing("0.9", DAY);
        long position = books.journal.lastPosition();
        assertThat(revalue("r", DAY, false).refusal().map(Refusal::code)).contains(RefusalCode.of("rate.missing"));
        assertThat(books.journal.lastPosition()).isEqualTo(position);
    }

    @Test
    void what_cannot_be_posted_rolls_back_what_was() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        books.lockedThrough = DAY;
        long position = books.journal.lastPosition();
        assertThat(revalue("r", DAY, true).refusal().map(Refusal::code)).contains(RefusalCode.of("period.locked"));
        assertThat(books.journal.lastPosition()).isEqualTo(position);
    }

    @Test
    void an_id_of_another_day_is_refused() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        revalue("r", DAY, false).orElseThrow();
        assertThat(revalue("r", DAY.plusDays(1), false).refusal().map(Refusal::code))
                .contains(RevaluationService.ID_REUSED);
    }

    @Test
    void many_balances_are_spread_over_entries() {
        ImmutableList<ForeignBalance> balances = Lists.mutable
                .withNValues(9_000, () -> ForeignBalance.of("bank-usd", USD, 100, 80))
                .toImmutable();
        closing("0.9", DAY);
        RevaluationPlan plan = Revaluation.decide(
                        EntryId.of("r"), BookId.MAIN, DAY, balances, policy(true), books.rates)
                .orElseThrow();
        assertThat(plan.entries()).hasSize(6);
        assertThat(plan.entries())
                .allSatisfy(entry -> assertThat(entry.lines().sumOfLong(JournalLine::baseMinor))
                        .isZero());
        assertThat(plan.trace().parts()).hasSize(9_000);
        assertThat(plan.trace().parts().getFirst().render())
                .isEqualTo(
                        "fx.revalued = EUR 0.10  {account=bank-usd, foreign=USD 1.00, rate=1 USD = 0.9 EUR, "
                                + "rate-date=2026-04-01, rate-type=closing, rounding=half-even:currency, stands-at=EUR 0.80, worth=EUR 0.90}\n");
    }

    @Test
    void an_id_of_other_accounts_or_another_policy_is_refused() {
        hold("in", 100_00, 80_00);
        closing("0.9", DAY);
        ImmutableList<PostedEntry> first = revalue("r", DAY, "bank-usd", false).orElseThrow();
        assertThat(revalue("r", DAY, "bank", false).refusal().map(Refusal::code))
                .contains(RevaluationService.ID_REUSED);
        assertThat(revalue("r", DAY, "bank-usd", true).refusal().map(Refusal::code))
                .contains(RevaluationService.ID_REUSED);
        assertThat(revalue("r", DAY, "bank-usd", false)).isEqualTo(Outcome.replayed(first));
    }

    private Outcome<ImmutableList<PostedEntry>> revalue(String id, LocalDate day, String account, boolean reversed) {
        ImmutableList<Account> accounts =
                Lists.immutable.of(books.chart.find(AccountId.of(account)).orElseThrow());
        return service.revalue(EntryId.of(id), BookId.MAIN, day, accounts, policy(reversed), CLERK);
    }

    @Test
    void a_book_that_is_not_kept_is_refused() {
        ImmutableList<Account> accounts =
                Lists.immutable.of(books.chart.find(AccountId.of("bank-usd")).orElseThrow());
        assertThat(service.revalue(EntryId.of("r"), BookId.of("zz"), DAY, accounts, policy(false), CLERK)
                        .refusal()
                        .map(Refusal::code))
                .contains(RefusalCode.of("book.unknown"));
    }

    @Test
    void balances_of_many_accounts_are_those_of_each() {
        hold("in", 100_00, 80_00);
        books.item("invoice", DAY, KWD, 1_000, 3_00);
        books.item("other", DAY, USD, 50_00, 40_00);
        closing("0.9", DAY);
        revalue("r", DAY, "bank-usd", false).orElseThrow();
        ImmutableList<Account> accounts = books.chart.accounts();
        ImmutableList<ForeignBalance> each = accounts.flatCollect(
                account -> ForeignBalances.of(books.journal, BookId.MAIN, account, DAY, Long.MAX_VALUE));
        assertThat(each.size()).isGreaterThan(2);
        assertThat(ForeignBalances.of(books.journal, BookId.MAIN, accounts, DAY, Long.MAX_VALUE))
                .isEqualTo(each);
        assertThat(ForeignBalances.of(books.journal, BookId.MAIN, accounts.newWithAll(accounts), DAY, Long.MAX_VALUE))
                .isEqualTo(each);
    }
}
