package dev.erpkit.accounting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class PostingRulesTest {
    private static final Actor SHOP = Actor.of("shop");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final FiscalCalendar YEARS = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);
    private static final BookId IFRS = BookId.of("ifrs");
    private static final Book LOCAL_BOOK = new Book(BookId.MAIN, Amounts.currency("JPY"), YEARS);
    private static final Book IFRS_BOOK = new Book(IFRS, Amounts.currency("JPY"), YEARS);
    private static final ImmutableList<Book> BOOKS = Lists.immutable.of(LOCAL_BOOK, IFRS_BOOK);

    private static final PostingRule LOCAL = PostingRule.builder()
            .eventType("goods-issued")
            .add(LineRule.debit("cost", "cogs"))
            .add(LineRule.credit("cost", "stock"))
            .add(LineRule.builder()
                    .role("cost")
                    .qualifier("food")
                    .side(Side.CREDIT)
                    .account("stock-food")
                    .build())
            .add(LineRule.leaveOut("reserve"))
            .build();
    private static final PostingRule IFRS_RULE = PostingRule.builder()
            .eventType("goods-issued")
            .book(IFRS)
            .add(LineRule.debit("cost", "cogs"))
            .add(LineRule.credit("cost", "stock"))
            .add(LineRule.debit("reserve", "reserve"))
            .add(LineRule.credit("reserve", "stock"))
            .build();

    private final MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
    private PostingRules rules = PostingRules.of(LOCAL, IFRS_RULE);
    private final Books books =
            Books.over(BooksStores.inMemory(), BooksSetup.of("JPY").with(LOCAL_BOOK, IFRS_BOOK));
    private final EventPosting events = new EventPosting(
            books.posting(), books.stores().journal(), books.stores().unitOfWork(), BOOKS, rates, () -> rules);

    private static RoleAmount amount(String role, long yen) {
        return RoleAmount.of(role, Amounts.of(yen, Amounts.currency("JPY")));
    }

    private static AccountingEvent event(String key, RoleAmount... amounts) {
        AccountingEvent.Builder builder = AccountingEvent.builder();
        builder.key(IdempotencyKey.of(key))
                .type("goods-issued")
                .effectiveDate(DAY)
                .source(SourceDocument.of("shop", "delivery", "D-1"));
        for (RoleAmount amount : amounts) {
            builder.add(amount);
        }
        return builder.build();
    }

    private void openAccounts() {
        for (String id : List.of("cogs", "stock", "stock-food", "reserve")) {
            books.open(Account.of(id, id, AccountClass.ASSET));
        }
    }

    private long balance(BookId book, String account) {
        return Amounts.minor(books.balance(book, AccountId.of(account), DAY));
    }

    private static List<String> lines(JournalEntry entry) {
        List<String> lines = new ArrayList<>();
        entry.lines().forEach(line -> lines.add(line.account() + " " + line.amountMinor()));
        return lines;
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    @Test
    void one_event_feeds_every_book_by_its_own_rules() {
        openAccounts();
        AccountingEvent event = event("d1", amount("cost", 100), amount("reserve", 7));

        assertThat(events.record(event, SHOP)).isEqualTo(Outcome.accepted(Lists.immutable.of("d1@main", "d1@ifrs")));

        assertThat(balance(BookId.MAIN, "stock")).isEqualTo(-100);
        assertThat(balance(IFRS, "stock")).isEqualTo(-107);
        assertThat(balance(IFRS, "reserve")).isEqualTo(7);
    }

    @Test
    void a_book_that_refuses_keeps_the_event_out_of_all() {
        books.open(Chart.of(
                Account.of("cogs", "Cost", AccountClass.EXPENSE), Account.of("stock", "Stock", AccountClass.ASSET)));

        Outcome<?> outcome = events.record(event("d1", amount("cost", 100), amount("reserve", 7)), SHOP);

        assertThat(code(outcome)).isEqualTo("account.unknown");
        assertThat(books.stores().journal().lastPosition()).isZero();
    }

    @Test
    void a_preview_gives_the_entries_that_are_posted() {
        openAccounts();
        AccountingEvent event = event("d1", amount("cost", 100), amount("reserve", 7));

        ImmutableList<JournalEntry> preview = events.preview(event).orElseThrow();
        events.record(event, SHOP).orElseThrow();

        List<JournalEntry> posted = new ArrayList<>();
        books.stores().journal().forEach(JournalQuery.all(), p -> posted.add(p.entry()));
        assertThat(posted).isEqualTo(preview.castToList());
    }

    @Test
    void the_qualifier_comes_before_any() {
        JournalEntry entry = rules.evaluate(event("d1", amount("cost", 9).qualified("food")), BOOKS, rates)
                .orElseThrow()
                .getFirst();

        assertThat(lines(entry)).containsExactly("cogs 9", "stock-food -9");
    }

    @Test
    void a_negative_amount_stands_on_the_other_side_and_a_zero_amount_nowhere() {
        ImmutableList<JournalEntry> entries = rules.evaluate(
                        event("d1", amount("cost", -9), amount("reserve", 0)), BOOKS, rates)
                .orElseThrow();

        assertThat(lines(entries.getLast())).containsExactly("cogs -9", "stock 9");
    }

    @Test
    void what_no_rule_speaks_about_is_refused() {
        AccountingEvent unknown = AccountingEvent.builder()
                .from(event("d1", amount("cost", 1)))
                .type("moon-landing")
                .build();

        assertThat(code(events.record(unknown, SHOP))).isEqualTo("event.no-rule");
        Outcome<?> role = events.record(event("d1", amount("freight", 1)), SHOP);
        assertThat(code(role)).isEqualTo("event.no-rule");
        assertThat(role.refusal().orElseThrow().facts().get("role")).isEqualTo("freight");
    }

    @Test
    void rules_that_are_equally_near_are_refused() {
        PostingRule twice = PostingRule.builder()
                .from(LOCAL)
                .lines(LOCAL.lines().newWith(LineRule.credit("cost", "stock-food")))
                .build();

        assertThat(code(PostingRules.of(twice).evaluate(event("d1", amount("cost", 1)), BOOKS, rates)))
                .isEqualTo("rule.ambiguous");
        assertThat(code(PostingRules.of(LOCAL, LOCAL).evaluate(event("d1", amount("cost", 1)), BOOKS, rates)))
                .isEqualTo("rule.ambiguous");
    }

    @Test
    void a_rule_holds_on_the_dates_of_its_validity() {
        PostingRule before =
                PostingRule.builder().from(LOCAL).validity(DateRange.until(DAY)).build();
        PostingRule after = PostingRule.builder()
                .eventType("goods-issued")
                .validity(DateRange.from(DAY))
                .add(LineRule.debit("cost", "new-cogs"))
                .add(LineRule.credit("cost", "stock"))
                .build();

        JournalEntry entry = PostingRules.of(before, after)
                .evaluate(event("d1", amount("cost", 3)), BOOKS, rates)
                .orElseThrow()
                .getFirst();

        assertThat(lines(entry)).containsExactly("new-cogs 3", "stock -3");
    }

    @Test
    void what_was_posted_stays_when_rules_change_and_the_event_comes_again() {
        openAccounts();
        AccountingEvent event = event("d1", amount("cost", 100));
        ImmutableList<String> first = events.record(event, SHOP).orElseThrow();
        rules = PostingRules.of(PostingRule.builder()
                .eventType("goods-issued")
                .add(LineRule.debit("cost", "reserve"))
                .add(LineRule.credit("cost", "stock"))
                .build());

        assertThat(events.record(event, SHOP)).isEqualTo(Outcome.replayed(first));
        assertThat(code(events.record(event("d1", amount("cost", 101)), SHOP))).isEqualTo("entry.id-reused");
        assertThat(balance(BookId.MAIN, "reserve")).isZero();
    }

    @Test
    void foreign_amounts_are_translated_once_a_side_so_that_base_balances_too() {
        rates.record(ExchangeRate.of(
                Amounts.currency("USD"), Amounts.currency("JPY"), new BigDecimal("151.37"), RateType.SPOT, DAY));
        PostingRules sale = PostingRules.of(PostingRule.builder()
                .eventType("goods-issued")
                .add(LineRule.builder()
                        .role("receivable")
                        .side(Side.DEBIT)
                        .account("ar")
                        .openItem(true)
                        .build())
                .add(LineRule.credit("net", "sales"))
                .add(LineRule.credit("tax", "vat"))
                .build());
        AccountingEvent event = event(
                "d1",
                RoleAmount.of("receivable", Amounts.of("3.33", "USD")).concerning(PartyId.of("c1")),
                RoleAmount.of("net", Amounts.of("1.11", "USD")),
                RoleAmount.of("net", Amounts.of("1.11", "USD")),
                RoleAmount.of("tax", Amounts.of("1.11", "USD")));

        JournalEntry entry = sale.evaluate(event, BOOKS, rates).orElseThrow().getFirst();

        // 3.33 x 151.37 = 504.0621; each 1.11 alone would be 168.0207
        assertThat(entry.lines().collectLong(JournalLine::baseMinor).toArray()).containsExactly(504, -168, -168, -168);
        assertThat(entry.lines().getFirst().document()).contains("D-1");
        assertThat(entry.lines().getFirst().party()).contains(PartyId.of("c1"));
        assertThat(code(sale.evaluate(event, BOOKS, ExchangeRatesWithout.RATES)))
                .isEqualTo("rate.missing");
    }

    @Test
    void an_open_item_is_due_when_the_event_says() {
        books.open(Account.builder()
                .id("ar")
                .name("Receivables")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
        openAccounts();
        rules = PostingRules.of(PostingRule.builder()
                .eventType("goods-issued")
                .add(LineRule.builder()
                        .role("price")
                        .side(Side.DEBIT)
                        .account("ar")
                        .openItem(true)
                        .build())
                .add(LineRule.credit("price", "reserve"))
                .build());
        AccountingEvent event = AccountingEvent.builder()
                .from(event("d1", amount("price", 5).concerning(PartyId.of("c1"))))
                .dueDate(DAY.plusDays(30))
                .build();

        events.record(event, SHOP).orElseThrow();

        List<OpenItem> items = new ArrayList<>();
        books.stores().openItems().forEach(OpenItemQuery.all(), history -> items.add(history.item()));
        assertThat(items).hasSize(1);
        assertThat(items.get(0).dueDate()).contains(DAY.plusDays(30));
        assertThat(events.record(event, SHOP)).isEqualTo(Outcome.replayed(Lists.immutable.of("d1@main")));
        AccountingEvent later =
                AccountingEvent.builder().from(event).dueDate(DAY.plusDays(31)).build();
        assertThat(code(events.record(later, SHOP))).isEqualTo("entry.id-reused");
    }

    private static final class ExchangeRatesWithout {
        static final ExchangeRates RATES = (from, to, type, date) -> java.util.Optional.empty();
    }

    @Test
    void dimensions_are_kept_renamed_fixed_or_dropped() {
        Dimensions amount = Dimensions.of("warehouse", "w1").with("centre", "100");

        assertThat(DimensionMapping.keep().apply(amount)).isEqualTo(amount);
        assertThat(DimensionMapping.drop().apply(amount)).isEqualTo(Dimensions.none());
        assertThat(DimensionMapping.drop()
                        .rename("warehouse", "site")
                        .fix("segment", "retail")
                        .apply(amount))
                .hasToString("segment=retail,site=w1");
        assertThat(DimensionMapping.keep().rename("warehouse", "site").apply(amount))
                .hasToString("centre=100,site=w1");
    }

    @Test
    void the_source_and_the_fiscal_year_of_each_book_are_on_the_fact() {
        openAccounts();
        events.record(event("d1", amount("cost", 100)), SHOP).orElseThrow();

        PostedEntry posted = books.stores()
                .journal()
                .find(dev.erpkit.accounting.journal.EntryId.of("d1@ifrs"))
                .orElseThrow();
        assertThat(posted.entry().source()).contains(SourceDocument.of("shop", "delivery", "D-1"));
        assertThat(posted.number()).hasToString("general/2026/1");
    }

    @Test
    void each_amount_is_due_on_its_own_day_or_with_the_event() {
        PostingRules instalments = PostingRules.of(PostingRule.builder()
                .eventType("goods-issued")
                .add(LineRule.builder()
                        .role("price")
                        .side(Side.DEBIT)
                        .account("ar")
                        .openItem(true)
                        .build())
                .build());
        AccountingEvent event = AccountingEvent.builder()
                .from(event("d1", amount("price", 5).due(DAY.plusDays(10)), amount("price", 7)))
                .dueDate(DAY.plusDays(30))
                .build();

        assertThat(instalments
                        .evaluate(event, BOOKS, rates)
                        .orElseThrow()
                        .getFirst()
                        .lines()
                        .collect(line -> line.dueDate().orElseThrow()))
                .containsExactly(DAY.plusDays(10), DAY.plusDays(30));
    }
}
