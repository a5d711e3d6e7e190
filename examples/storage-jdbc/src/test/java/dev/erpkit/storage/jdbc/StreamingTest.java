package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.eclipse.collections.impl.list.primitive.LongInterval;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading: page by page in the order of the contract, with nothing open while a sink works and no more than a page held. */
class StreamingTest {
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Actor CLERK = Actor.of("clerk");

    static JdbcConnectionPool[] databases() {
        return new JdbcConnectionPool[] {Databases.h2File(), Databases.postgres()};
    }

    private static BooksStores stores(javax.sql.DataSource database, int pageRows) {
        return JdbcBooks.stores(database, "acme", HostTransaction.none(), new Limits(pageRows, 30));
    }

    /** Appends entries with an item on each of their three lines, in one unit of work. */
    private static ImmutableList<OpenItem> claims(BooksStores stores, int count) {
        return stores.unitOfWork().execute(() -> {
            long last = stores.journal().lastPosition();
            ImmutableList<PostedEntry> entries = Entries.after(last, "claim-" + last, count);
            stores.journal().append(entries);
            ImmutableList<OpenItem> items =
                    entries.flatCollect(posted -> IntInterval.zeroTo(2).collect(line -> Items.item(posted, line)));
            stores.openItems().insert(items);
            return items;
        });
    }

    private static Match match(BooksStores stores, OpenItem a, OpenItem b) {
        return stores.unitOfWork().execute(() -> {
            Match match = Items.match(stores.openItems().lastSequence() + 1, a, b);
            stores.openItems().append(match);
            return match;
        });
    }

    /** Collects what is pushed, and checks for each that no connection is in use when the sink gets it. */
    private static <T> MutableList<T> read(
            JdbcConnectionPool pool, Consumer<Consumer<? super T>> forEach, Consumer<? super T> sink) {
        MutableList<T> found = Lists.mutable.empty();
        forEach.accept(each -> {
            assertThat(pool.getActiveConnections())
                    .as("connections in use while a sink works")
                    .isZero();
            found.add(each);
            sink.accept(each);
        });
        return found;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_sink_may_write_what_it_reads(JdbcConnectionPool pool) {
        BooksStores stores = stores(pool, 2);
        ImmutableList<OpenItem> items = claims(stores, 5);
        MutableList<ItemHistory> open =
                read(pool, sink -> stores.openItems().forEach(OpenItemQuery.all(), sink), history -> claims(stores, 1));
        assertThat(open.collect(ItemHistory::item)).as("items that were there").containsExactlyElementsOf(items);
        assertThat(stores.journal().lastPosition()).isEqualTo(5 + 15);

        MutableList<PostedEntry> entries = read(
                pool,
                sink -> stores.journal().forEach(JournalQuery.all().through(20), sink),
                entry -> stores.journal()
                        .append(Entries.after(stores.journal().lastPosition(), "again-" + entry.position(), 1)));
        assertThat(entries.collect(PostedEntry::position))
                .containsExactlyElementsOf(LongInterval.oneTo(20).toList().collect(Long::valueOf));
        assertThat(stores.journal().lastPosition()).isEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void all_pages_of_items_show_the_same_state(JdbcConnectionPool pool) {
        BooksStores stores = stores(pool, 2);
        ImmutableList<OpenItem> items = claims(stores, 6);
        match(stores, items.get(0), items.get(3));
        MutableList<ItemHistory> open = read(
                pool, sink -> stores.openItems().forEach(OpenItemQuery.all().openAsOf(Entries.DAY), sink), history -> {
                    if (history.item().equals(items.get(1))) {
                        match(stores, items.get(1), items.get(17)); // which the last page holds
                    }
                });
        assertThat(open.collect(ItemHistory::item))
                .containsExactlyElementsOf(items.reject(i -> i.equals(items.get(0)) || i.equals(items.get(3))));
        assertThat(stores.openItems()
                        .find(items.get(17).id())
                        .orElseThrow()
                        .residual()
                        .open())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void matches_and_period_facts_come_in_pages(JdbcConnectionPool pool) {
        BooksStores stores = stores(pool, 2);
        ImmutableList<OpenItem> items = claims(stores, 8);
        MutableList<Match> matches = Lists.mutable.empty();
        for (int i = 0; i < 12; i += 3) {
            matches.add(match(stores, items.get(2 * i), items.get(2 * i + 3)));
        }
        assertThat(read(
                        pool,
                        (Consumer<? super Match> sink) -> stores.openItems().forEachMatch(1, sink::accept),
                        match -> claims(stores, 1)))
                .containsExactlyElementsOf(matches.drop(1));

        ImmutableList<PeriodFact> facts =
                LongInterval.oneTo(7).collect(this::locked).toImmutable();
        stores.periods().append(0, facts);
        assertThat(read(
                        pool,
                        (Consumer<? super PeriodFact> sink) -> stores.periods().forEach(2, sink::accept),
                        fact -> {
                            if (stores.periods().size() == 7) {
                                stores.periods().append(7, Lists.immutable.of(locked(8)));
                            }
                        }))
                .containsExactlyElementsOf(facts.drop(2).newWith(locked(8)));
    }

    private PeriodFact locked(long number) {
        return new PeriodFact(
                number, BookId.MAIN, new Locked(LockScope.ALL, Entries.DAY.plusDays(number)), 0, NOW, CLERK);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void reservations_seals_checkpoints_and_accounts_are_read_with_nothing_open(JdbcConnectionPool pool) {
        BooksStores stores = stores(pool, 2);
        ImmutableList<Reservation> reservations = IntInterval.oneTo(7)
                .collect(i -> new Reservation(Entries.entry("reserve-" + i), Optional.empty(), NOW, CLERK));
        reservations.forEach(stores.reservations()::append);
        assertThat(read(
                        pool,
                        (Consumer<? super Reservation> sink) ->
                                stores.reservations().forEachOpen(sink::accept),
                        reservation -> stores.reservations()
                                .append(new Resolution(
                                        reservation.id(), Resolution.Kind.RELEASED, Optional.empty(), NOW, CLERK))))
                .containsExactlyElementsOf(reservations);
        assertThat(read(
                        pool,
                        (Consumer<? super Reservation> sink) ->
                                stores.reservations().forEachOpen(sink::accept),
                        r -> {}))
                .isEmpty();

        for (long position = 1; position <= 5; position++) {
            stores.seals().append(new Seal(position, 1, Digest.ZERO, Digest.ZERO, Optional.empty()));
            stores.seals().append(new MerkleCheckpoint(position, Digest.ZERO));
            stores.accounts().insert(Account.of("" + position, "Account", AccountClass.ASSET));
        }
        assertThat(read(
                        pool,
                        (Consumer<? super Seal> sink) -> stores.seals().forEach(0, 5, sink::accept),
                        seal -> stores.seals().eraseSalt(seal.position())))
                .hasSize(5);
        assertThat(read(
                        pool,
                        (Consumer<? super MerkleCheckpoint> sink) ->
                                stores.seals().forEachCheckpoint(sink::accept),
                        c -> {}))
                .hasSize(5);
        MutableList<AccountId> codes = Lists.mutable.empty();
        stores.accounts().forEach(account -> {
            assertThat(pool.getActiveConnections()).isZero();
            codes.add(account.value().id());
            stores.accounts().replace(account.value(), account.version());
        });
        assertThat(codes.collect(AccountId::value)).containsExactly("1", "2", "3", "4", "5");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_long_journal_with_many_items_is_held_a_page_at_a_time(JdbcConnectionPool pool) {
        int entries = 1_500;
        int page = 7;
        FaultyDataSource watched = new FaultyDataSource(pool);
        BooksStores stores = stores(watched, page);
        ImmutableList<OpenItem> items = claims(stores, entries);
        stores.unitOfWork().execute(() -> {
            for (int i = 0; i < 600; i += 6) {
                match(stores, items.get(i), items.get(i + 3));
            }
            return items;
        });
        Held held = new Held(watched);
        stores.journal().forEach(JournalQuery.all(), held);
        held.require(entries, 6 * page);
        stores.journal().forEach(JournalQuery.all().on(AccountId.of("4000")), held);
        held.require(entries, 7 * page);
        stores.openItems().forEach(OpenItemQuery.all(), held);
        held.require(3 * entries, 3 * page);
        stores.openItems().forEach(OpenItemQuery.all().openAsOf(Entries.DAY), held);
        held.require(3 * entries - 200, 4 * page);
        stores.openItems().forEach(OpenItemQuery.all().of(PartyId.of("customer-3")), held);
        held.require(items.count(i -> i.party().equals(PartyId.of("customer-3"))), 3 * page);
        stores.openItems().forEachMatch(0, held);
        held.require(100, 3 * page);
        assertThat(stores.journal().find(EntryId.of("claim-0-" + entries))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_rare_account_is_found_among_the_others(JdbcConnectionPool pool) {
        BooksStores stores = stores(pool, 7);
        ImmutableList<PostedEntry> entries =
                LongInterval.oneTo(300).collect(StreamingTest::sometimesRare).toImmutable();
        stores.journal().append(entries);
        JournalQuery query = JournalQuery.all().on(AccountId.of("9000"));
        MutableList<PostedEntry> found = Lists.mutable.empty();
        stores.journal().forEach(query, found::add);
        assertThat(found).hasSizeGreaterThan(20).containsExactlyElementsOf(entries.select(query::chooses));
        JournalQuery later = query.between(Entries.DAY.plusDays(1), Entries.DAY.plusDays(2));
        found.clear();
        stores.journal().forEach(later, found::add);
        assertThat(found).isNotEmpty().containsExactlyElementsOf(entries.select(later::chooses));
    }

    /** Entries on two days by turns, with another account in runs of two and at single places far apart. */
    private static PostedEntry sometimesRare(long position) {
        String account = position % 40 < 2 || position % 17 == 0 ? "9000" : "1000";
        MonetaryAmount amount = Amounts.of("5", "JPY");
        return Entries.at(
                position,
                JournalEntry.builder()
                        .id("entry-" + position)
                        .date(Entries.DAY.plusDays(position % 2))
                        .debit(account, amount)
                        .credit("4000", amount)
                        .build());
    }

    /** Counts what a sink gets, and the rows that were read from the database between two of them. */
    private static final class Held implements Consumer<Object> {
        private final FaultyDataSource watched;
        private long seen;
        private long rowsBefore;
        private long most;

        Held(FaultyDataSource watched) {
            this.watched = watched;
            this.rowsBefore = watched.rowsRead();
        }

        @Override
        public void accept(Object each) {
            seen++;
            most = Math.max(most, watched.rowsRead() - rowsBefore);
            rowsBefore = watched.rowsRead();
        }

        void require(int expected, long atMost) {
            assertThat(seen).isEqualTo(expected);
            assertThat(most).as("rows read at once").isPositive().isLessThanOrEqualTo(atMost);
            seen = 0;
            most = 0;
            rowsBefore = watched.rowsRead();
        }
    }
}
