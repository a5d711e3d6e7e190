package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.rule.EventPosting;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Books in euros in memory whose posting a test guards, with a chart of two headings. */
public final class GuardedBooks {
    public static final Actor ME = Actor.of("me");
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-01T00:00:00Z"));
    private static final BooksSetup SETUP = BooksSetup.of("EUR");

    public final MemoryUnitOfWork work;
    public final BooksStores stores = BooksStores.inMemory();
    public final PeriodService periods;
    public final LedgerIndex index = new LedgerIndex();
    private final PostingPorts ports;
    private final MutableList<PostingGuard> guards = Lists.mutable.empty();
    private PostingService posting;

    public GuardedBooks() {
        work = (MemoryUnitOfWork) stores.unitOfWork();
        periods = new PeriodService(
                stores.periods(), stores.journal(), work, AccessPolicy.allowAll(), CLOCK, SETUP.books());
        ports = new PostingPorts(
                work,
                stores.accounts(),
                stores.journal(),
                stores.reservations(),
                stores.numbers(),
                periods,
                stores.outbox(),
                AccessPolicy.allowAll(),
                CLOCK,
                index);
        Lists.immutable
                .of(
                        heading("5", AccountClass.EXPENSE),
                        account("5100", AccountClass.EXPENSE, "5"),
                        account("5200", AccountClass.EXPENSE, "5"),
                        heading("4", AccountClass.INCOME),
                        account("4000", AccountClass.INCOME, "4"),
                        Account.of("1000", "Bank", AccountClass.ASSET),
                        Account.of("1900", "Prepaid", AccountClass.ASSET),
                        Account.of("2900", "Deferred", AccountClass.LIABILITY))
                .forEach(stores.accounts()::insert);
        posting = guarded();
    }

    private static Account heading(String id, AccountClass accountClass) {
        return Account.builder()
                .id(id)
                .name(id)
                .accountClass(accountClass)
                .postable(false)
                .build();
    }

    private static Account account(String id, AccountClass accountClass, String parent) {
        return Account.builder()
                .id(id)
                .name(id)
                .accountClass(accountClass)
                .parent(parent)
                .build();
    }

    private PostingService guarded() {
        return new PostingService(
                ports,
                new PostingSetup(
                        SETUP.books(),
                        SETUP.journals(),
                        SETUP.policy(),
                        Lists.immutable.empty(),
                        guards.toImmutable()));
    }

    /** Adds a rule. */
    public void guard(PostingGuard guard) {
        guards.add(guard);
        posting = guarded();
    }

    public PostingService posting() {
        return posting;
    }

    public Chart chart() {
        return posting.chart();
    }

    public ImmutableList<Book> books() {
        return SETUP.books();
    }

    public EventPosting events(PostingRule... rules) {
        return new EventPosting(
                posting, stores.journal(), work, SETUP.books(), SETUP.rates(), () -> PostingRules.of(rules));
    }

    /** An entry of cents against the bank. */
    public static JournalEntry entry(String id, LocalDate date, String account, Dimensions dimensions, long cents) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .add(JournalLine.builder()
                        .account(account)
                        .inBase(Amounts.ofMinor(cents, Amounts.currency("EUR")))
                        .dimensions(dimensions)
                        .build())
                .debit("1000", Amounts.ofMinor(-cents, Amounts.currency("EUR")))
                .build();
    }

    public Outcome<PostedEntry> spend(String id, LocalDate date, String account, long cents) {
        return posting.post(entry(id, date, account, Dimensions.none(), cents), ME);
    }

    /** Cents on an account, or below zero for a credit, over all days. */
    public long balance(String account) {
        posting.committed();
        return index.balances(LedgerQuery.all(BookId.MAIN))
                .detectOptional(row -> row.account().value().equals(account))
                .map(row -> row.base().closingMinor())
                .orElse(0L);
    }

    public ImmutableList<PostedEntry> journal() {
        MutableList<PostedEntry> all = Lists.mutable.empty();
        stores.journal().forEach(JournalQuery.all(), all::add);
        return all.toImmutable();
    }

    public static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    public static Optional<LocalDate> day(PostedEntry posted) {
        return Optional.of(posted.entry().date());
    }
}
