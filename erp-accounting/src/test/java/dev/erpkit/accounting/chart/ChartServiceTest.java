package dev.erpkit.accounting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class ChartServiceTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    private final BooksStores stores = BooksStores.inMemory();
    private final Books books = Books.over(stores, BooksSetup.of("JPY"));
    private final ChartService charts = new ChartService(
            stores.accounts(),
            stores.journal(),
            stores.openItems(),
            stores.unitOfWork(),
            (actor, permission) -> actor.equals(ME));

    private static Account.Builder asset(String id) {
        return Account.builder().id(id).name("Account " + id).accountClass(AccountClass.ASSET);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    private Stored<Account> stored(String id) {
        return stores.accounts().find(AccountId.of(id)).orElseThrow();
    }

    private Outcome<Stored<Account>> change(Account account) {
        return charts.change(account, stored(account.id().value()).version(), ME);
    }

    private void use(String... ids) {
        for (String id : ids) {
            charts.add(asset(id).build(), ME).orElseThrow();
        }
        books.post(
                        JournalEntry.builder()
                                .id("e")
                                .date(DAY)
                                .debit(ids[0], Amounts.of("1", "JPY"))
                                .credit(ids[1], Amounts.of("1", "JPY"))
                                .build(),
                        ME)
                .orElseThrow();
    }

    @Test
    void accounts_are_added_all_or_none_in_any_order() {
        assertThat(charts.addAll(
                                Lists.immutable.of(
                                        asset("11").parent("1").build(),
                                        asset("1").build()),
                                ME)
                        .isAccepted())
                .isTrue();
        assertThat(code(charts.addAll(
                        Lists.immutable.of(
                                asset("2").build(), asset("3").parent("9").build()),
                        ME)))
                .isEqualTo("chart.unknown-parent");
        assertThat(charts.chart().accounts().collect(a -> a.id().value())).containsExactly("1", "11");
    }

    @Test
    void adding_again_is_a_replay_and_other_content_a_refusal() {
        charts.add(asset("1").build(), ME).orElseThrow();
        assertThat(charts.add(asset("1").build(), ME))
                .isEqualTo(Outcome.replayed(asset("1").build()));
        assertThat(code(charts.add(asset("1").name("Other").build(), ME))).isEqualTo("chart.duplicate");
        assertThat(code(charts.addAll(
                        Lists.immutable.of(
                                asset("2").build(), asset("2").name("x").build()),
                        ME)))
                .isEqualTo("chart.duplicate");
    }

    @Test
    void a_cyclic_tree_is_refused_with_nothing_changed() {
        charts.addAll(
                        Lists.immutable.of(
                                asset("1").build(), asset("2").parent("1").build()),
                        ME)
                .orElseThrow();
        Chart before = charts.chart();
        long revision = stores.accounts().revision();
        assertThat(code(change(asset("1").parent("2").build()))).isEqualTo("chart.cycle");
        assertThat(code(charts.addAll(
                        Lists.immutable.of(
                                asset("8").parent("9").build(),
                                asset("9").parent("8").build()),
                        ME)))
                .isEqualTo("chart.cycle");
        assertThat(charts.chart().accounts()).isEqualTo(before.accounts());
        assertThat(stores.accounts().revision()).isEqualTo(revision);
    }

    @Test
    void an_account_without_entries_may_change_in_every_way() {
        charts.add(asset("1").build(), ME).orElseThrow();
        Account changed = asset("1")
                .accountClass(AccountClass.LIABILITY)
                .currency("USD")
                .postable(false)
                .build();
        assertThat(change(changed).orElseThrow().value()).isEqualTo(changed);
        assertThat(change(changed))
                .matches(outcome -> outcome instanceof Outcome.Accepted<Stored<Account>> a && a.replayed());
    }

    @Test
    void an_account_with_entries_keeps_what_they_rely_on() {
        use("1", "2");
        assertThat(code(change(asset("1").accountClass(AccountClass.EXPENSE).build())))
                .isEqualTo("account.in-use");
        assertThat(code(change(asset("1").currency("JPY").build()))).isEqualTo("account.in-use");
        assertThat(code(change(asset("1").postable(false).build()))).isEqualTo("account.in-use");
        assertThat(code(change(asset("1").control(ControlKind.CLEARING).build())))
                .isEqualTo("account.in-use");
        assertThat(code(change(asset("1").validFrom(DAY.plusDays(1)).build()))).isEqualTo("account.in-use");
        assertThat(change(asset("1")
                                .name("Renamed")
                                .validFrom(DAY)
                                .tag("cash")
                                .parent("2")
                                .build())
                        .isAccepted())
                .isTrue();
        assertThat(books.chart().find(AccountId.of("1")).orElseThrow().name()).isEqualTo("Renamed");
    }

    @Test
    void an_account_is_deactivated_from_a_day_after_its_last_entry() {
        use("1", "2");
        AccountId one = AccountId.of("1");
        books.reverse(EntryId.of("e"), EntryId.of("back"), DAY, ME).orElseThrow();
        assertThat(code(charts.deactivate(one, DAY, ME))).isEqualTo("account.in-use");
        Account ended =
                charts.deactivate(one, DAY.plusDays(1), ME).orElseThrow().value();
        assertThat(ended.validUntil()).contains(DAY.plusDays(1));
        assertThat(charts.deactivate(one, DAY.plusDays(1), ME))
                .matches(outcome -> outcome instanceof Outcome.Accepted<Stored<Account>> a && a.replayed());
        assertThat(code(charts.deactivate(AccountId.of("9"), DAY, ME))).isEqualTo("account.unknown");
    }

    @Test
    void a_change_from_an_old_version_is_stale() {
        charts.add(asset("1").build(), ME).orElseThrow();
        long version = stored("1").version();
        change(asset("1").name("First").build()).orElseThrow();
        assertThatThrownBy(() -> charts.change(asset("1").name("Second").build(), version, ME))
                .isInstanceOf(StaleVersionException.class);
        assertThat(stored("1").value().name()).isEqualTo("First");
        assertThat(code(charts.change(asset("7").build(), 1, ME))).isEqualTo("account.unknown");
    }

    @Test
    void nobody_changes_the_chart_without_the_permission() {
        assertThat(code(charts.add(asset("1").build(), Actor.of("other")))).isEqualTo("access.denied");
        assertThat(charts.chart().accounts()).isEmpty();
    }

    @Test
    void an_account_with_a_balance_is_not_deactivated_but_its_end_may_be_planned() {
        use("1", "2");
        Refusal refusal = charts.deactivate(AccountId.of("1"), DAY.plusDays(1), ME)
                .refusal()
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo(ChartRefusals.HAS_BALANCE);
        assertThat(refusal.facts().castToSortedMap())
                .containsEntry("balance", "JPY 1")
                .containsEntry("book", "main");
        assertThat(stored("1").value().validUntil()).isEmpty();
        assertThat(change(asset("1").validUntil(DAY.plusDays(1)).build()).isAccepted())
                .isTrue();
    }

    @Test
    void income_ends_with_its_balance_which_the_close_brings_to_zero() {
        charts.add(Account.of("4", "Sales", AccountClass.INCOME), ME).orElseThrow();
        use("1", "2");
        books.post(
                        JournalEntry.builder()
                                .id("sale")
                                .date(DAY)
                                .debit("1", Amounts.of("1", "JPY"))
                                .credit("4", Amounts.of("1", "JPY"))
                                .build(),
                        ME)
                .orElseThrow();
        assertThat(charts.deactivate(AccountId.of("4"), DAY.plusDays(1), ME).isAccepted())
                .isTrue();
    }

    @Test
    void a_control_account_with_open_items_is_not_deactivated_though_they_add_up_to_zero() {
        charts.add(asset("ar").control(ControlKind.RECEIVABLE).build(), ME).orElseThrow();
        JournalLine invoice = JournalLine.builder()
                .account("ar")
                .party(PartyId.of("a"))
                .amount(Amounts.of("5", "JPY"))
                .base(Amounts.of("5", "JPY"))
                .build();
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id("both")
                .date(DAY)
                .lines(Lists.immutable.of(
                        invoice,
                        JournalLine.builder()
                                .from(invoice.negated())
                                .party(PartyId.of("b"))
                                .build()));
        books.post(entry.build(), ME).orElseThrow();
        Refusal refusal = charts.deactivate(AccountId.of("ar"), DAY.plusDays(1), ME)
                .refusal()
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo(ChartRefusals.HAS_OPEN_ITEMS);
        assertThat(refusal.facts().castToSortedMap())
                .containsEntry("open", "2")
                .containsEntry("first", ItemId.of("both", 0).toString());
    }
}
