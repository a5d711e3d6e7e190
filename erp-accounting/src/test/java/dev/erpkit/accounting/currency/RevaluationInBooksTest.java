package dev.erpkit.accounting.currency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.posting.ApprovalPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revaluation as an embedder has it: wired by the books, over their journal and periods. */
class RevaluationInBooksTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
    private final Books books = Books.over(
            BooksStores.inMemory(),
            BooksSetup.of("JPY")
                    .with(rates)
                    .with(new PostingPolicy(LockedDatePolicy.FIRST_OPEN_DAY, ApprovalPolicy.NONE)));

    @BeforeEach
    void open_accounts() {
        books.open(Account.builder()
                .id("bank")
                .name("Bank")
                .accountClass(AccountClass.ASSET)
                .requireDimension("branch")
                .build());
        books.open(Account.of("sales", "Sales", AccountClass.INCOME));
        books.open(Account.of("gain", "Exchange gains", AccountClass.INCOME));
        books.open(Account.of("loss", "Exchange losses", AccountClass.EXPENSE));
        rates.record(ExchangeRate.of(
                Amounts.currency("USD"), Amounts.currency("JPY"), new BigDecimal("100.5"), RateType.CLOSING, DAY));
    }

    private void hold(String id, String branch, String usd, String jpy) {
        JournalLine sales = JournalLine.builder()
                .account("sales")
                .amount(Amounts.negate(Amounts.of(usd, "USD")))
                .base(Amounts.negate(Amounts.of(jpy, "JPY")))
                .build();
        JournalLine bank = JournalLine.builder()
                .from(sales.negated())
                .account("bank")
                .dimensions(Dimensions.of("branch", branch))
                .build();
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id).date(DAY).lines(Lists.immutable.of(bank, sales));
        books.post(entry.build(), ME).orElseThrow();
    }

    private Outcome<ImmutableList<PostedEntry>> revalue(String id, String account) {
        ExchangeAccounts accounts = ExchangeAccounts.of("gain", "loss");
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(Amounts.currency("JPY")).unrealised(accounts).realised(accounts);
        Account revalued = books.chart().find(AccountId.of(account)).orElseThrow();
        return books.revaluation()
                .revalue(EntryId.of(id), BookId.MAIN, DAY, Lists.immutable.of(revalued), policy.build(), ME);
    }

    private static ImmutableList<String> lines(Outcome<ImmutableList<PostedEntry>> outcome) {
        return outcome.orElseThrow()
                .getOnly()
                .entry()
                .lines()
                .collect(line -> line.account() + " " + line.dimensions() + " " + line.baseMinor());
    }

    @Test
    void each_set_of_coordinates_is_told_and_the_balance_is_rounded_once() {
        hold("a", "nagoya", "1.01", "100"); // worth 101.505
        hold("b", "osaka", "1.01", "100"); // worth 101.505
        hold("c", "tokyo", "1.01", "100"); // worth 101.505, together 304.515
        assertThat(lines(revalue("r", "bank")))
                .containsExactly("bank branch=nagoya 1", "bank branch=osaka 2", "bank branch=tokyo 2", "gain  -5");
        assertThat(revalue("again", "bank").orElseThrow()).isEmpty();
    }

    @Test
    void coordinates_that_cancel_out_need_no_rate() {
        hold("a", "tokyo", "10.00", "1000");
        hold("b", "osaka", "-10.00", "-1200");
        assertThat(lines(revalue("r", "bank"))).containsExactly("bank branch=osaka 200", "gain  -200");
    }

    @Test
    void a_revaluation_is_never_moved_to_another_day() {
        hold("a", "tokyo", "10.00", "1000");
        books.periods().lock(BookId.MAIN, LockScope.ALL, DAY, ME).orElseThrow();
        long position = books.ledger().position();
        Outcome<?> refused = revalue("r", "bank");
        assertThat(refused.refusal().orElseThrow().code().value()).isEqualTo("revaluation.day-locked");
        assertThat(books.ledger().position()).isEqualTo(position);
    }

    @Test
    void what_was_earned_or_spent_is_not_revalued() {
        hold("a", "tokyo", "10.00", "1000");
        assertThat(revalue("r", "sales").refusal().orElseThrow().code()).isEqualTo(RevaluationService.NOT_MONETARY);
    }
}
