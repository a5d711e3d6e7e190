package dev.erpkit.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.DateArbitraries;
import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.JournalInvariants;
import dev.erpkit.testkit.invariant.LedgerInvariants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.eclipse.collections.api.factory.Lists;

/**
 * The services give the outcome of the reference books for every command, and the fast index its balances. Invariants 9,
 * 10, 11, 13 and 14 beside those of the journal.
 */
class BooksAgainstReferenceProperties {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final Chart CHART = Chart.of(
            Account.of("cash", "Cash", AccountClass.ASSET),
            Account.of("sales", "Sales", AccountClass.INCOME),
            Account.builder()
                    .id("heading")
                    .name("Heading")
                    .accountClass(AccountClass.ASSET)
                    .postable(false)
                    .build(),
            Account.builder()
                    .id("purse")
                    .name("Never overdrawn, never above 150")
                    .accountClass(AccountClass.ASSET)
                    .limit(new BalanceLimit("JPY", java.util.OptionalLong.of(0), java.util.OptionalLong.of(150)))
                    .build());

    /** The services beside the reference. */
    static final class Pair {
        final MemoryHarness harness = new MemoryHarness();
        final KitBooks books = KitBooks.over(
                harness,
                Lists.immutable.of(
                        new Book(BookId.MAIN, JPY, FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR))),
                Lists.immutable.empty(),
                PostingPolicy.standard(),
                new KitClock(Instant.EPOCH));
        final ReferenceBooks reference = new ReferenceBooks(CHART);

        Pair() {
            books.books().open(CHART);
        }

        void compare(String expected, Outcome<?> actual) {
            String verdict = actual.refusal()
                    .map(r -> r.code().value())
                    .orElseGet(() -> actual instanceof Outcome.Accepted<?> accepted && accepted.replayed()
                            ? "replayed"
                            : "accepted");
            assertThat(verdict).isEqualTo(expected);
            assertThat(books.journal().collect(PostedEntry::entry)).containsExactlyElementsOf(reference.entries());
        }
    }

    private static Arbitrary<EntryId> ids(String prefix) {
        return Arbitraries.integers().between(0, 5).map(i -> EntryId.of(prefix + i));
    }

    private static Arbitrary<LocalDate> days() {
        return DateArbitraries.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    }

    /** Balanced most of the time, on accounts that take it most of the time. */
    private static Arbitrary<JournalEntry> entries(String prefix) {
        Arbitrary<String> account = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(12, Arbitraries.of("cash", "sales", "purse", "purse")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("heading", "nowhere")));
        Arbitrary<Integer> off = Arbitraries.frequency(net.jqwik.api.Tuple.of(12, 0), net.jqwik.api.Tuple.of(1, 1));
        return Combinators.combine(
                        ids(prefix),
                        days(),
                        account,
                        account,
                        Arbitraries.integers().between(1, 100),
                        off)
                .as((id, date, to, from, amount, wrong) -> JournalEntry.builder()
                        .id(id)
                        .date(date)
                        .debit(to, Amounts.ofMinor(amount, JPY))
                        .credit(from, Amounts.ofMinor(amount + wrong, JPY))
                        .build());
    }

    @Provide
    ActionChainArbitrary<Pair> commands() {
        return ActionChain.startWith(Pair::new)
                .withAction(4, post())
                .withAction(1, reverse())
                .withAction(1, lock())
                .withAction(2, reserve())
                .withAction(2, settle())
                .withAction(1, release())
                .withMaxTransformations(25);
    }

    private static Action.Independent<Pair> post() {
        return () -> entries("e")
                .map(entry -> Transformer.mutate(
                        "post " + entry,
                        pair -> pair.compare(
                                pair.reference.post(entry), pair.books.books().post(entry, KitBooks.CLERK))));
    }

    private static Action.Independent<Pair> reverse() {
        return () -> Combinators.combine(ids("e"), ids("e"), days())
                .as((original, id, date) -> Transformer.mutate(
                        "reverse " + original + " as " + id + " on " + date,
                        pair -> pair.compare(
                                pair.reference.reverse(original, id, date),
                                pair.books.books().reverse(original, id, date, KitBooks.CLERK))));
    }

    private static Action.Independent<Pair> lock() {
        return () -> Arbitraries.integers()
                .between(1, 4)
                .map(month -> LocalDate.of(2026, month, 15))
                .map(day -> Transformer.mutate(
                        "lock through " + day,
                        pair -> pair.compare(
                                pair.reference.lock(day),
                                pair.books.periods().lock(BookId.MAIN, LockScope.ALL, day, KitBooks.CLERK))));
    }

    private static Action.Independent<Pair> reserve() {
        return () -> entries("r")
                .map(entry -> Transformer.mutate(
                        "reserve " + entry,
                        pair -> pair.compare(
                                pair.reference.reserve(entry),
                                pair.books.reservations().reserve(entry, Optional.empty(), KitBooks.CLERK))));
    }

    private static Action.Independent<Pair> settle() {
        return () -> Combinators.combine(ids("r"), ids("e"))
                .as((reservation, id) -> Transformer.mutate(
                        "settle " + reservation + " as " + id,
                        pair -> pair.compare(
                                pair.reference.settle(reservation, id),
                                pair.books.reservations().settle(reservation, id, KitBooks.CLERK))));
    }

    private static Action.Independent<Pair> release() {
        return () -> ids("r").map(reservation -> Transformer.mutate(
                "release " + reservation,
                pair -> pair.compare(
                        pair.reference.release(reservation),
                        pair.books.reservations().release(reservation, KitBooks.CLERK))));
    }

    @Property(tries = 100)
    void every_command_ends_as_in_the_reference(@ForAll("commands") ActionChain<Pair> chain) {
        chain.withInvariant("sound books", pair -> {
                    assertThat(JournalInvariants.all(pair.books.journal())).isEmpty();
                    for (LocalDate day : pair.reference.entries().collect(JournalEntry::date)) {
                        assertThat(pair.books.index().base(BookId.MAIN, AccountId.of("purse"), day))
                                .isBetween(0L, 150L);
                    }
                })
                .run();
        Pair end = chain.finalState().orElseThrow();
        ReferenceLedger ledger = new ReferenceLedger(end.books.journal());
        assertThat(LedgerInvariants.indexAgrees(end.books.index(), ledger, ledger.days()))
                .isEmpty();
        assertThat(EvidenceInvariants.chainIsSound(end.harness.journal(), end.harness.seals()))
                .isEmpty();
    }
}
