package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * Balances as a fold of the journal: built from the log, advanced by position, rebuilt at will, or restored from a
 * {@link Checkpoint}. Lines are primitive columns, sums are kept by account and month, and by day where a month is busy. An
 * entry dated back costs one addition for each later month.
 *
 * <p>Thread-safe: one writer at a time, any number of readers, and no reader sees half an entry. Scans run without the lock.
 * Advance it by committed entries only.
 */
public final class LedgerIndex implements LedgerView {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final LedgerState state;
    private final AtomicLong position;

    /** An index of nothing. */
    public LedgerIndex() {
        this(new LedgerState(Origin.START));
    }

    LedgerIndex(LedgerState state) {
        this.state = state;
        this.position = new AtomicLong(state.origin.position());
    }

    /** The last position that was folded in. */
    @Override
    public long position() {
        return position.get();
    }

    /**
     * Folds in the entry that follows {@link #position()}; an entry that was folded in already changes nothing.
     *
     * @return whether the index knows the entry now; false when entries before it are missing, see {@link #catchUp}
     * @throws InvalidValueException {@code ledger.overflow} when the debits or credits of an account in one currency would
     *     leave 63 bits, {@code ledger.base-currency} when the book is kept in another currency, {@code ledger.date}; nothing
     *     has changed then
     */
    public boolean advance(PostedEntry entry) {
        lock.writeLock().lock();
        try {
            long next = position.get() + 1;
            if (entry.position() == next) {
                state.fold(entry);
                position.setRelease(next);
            }
            return entry.position() <= next;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Folds in what the store holds behind {@link #position()}. */
    public void catchUp(JournalStore store) {
        store.forEach(JournalQuery.after(position()), this::advance);
    }

    /**
     * The books as known at a position, for good: what is posted later changes no answer.
     *
     * @throws InvalidValueException {@code ledger.position-ahead}, {@code ledger.before-checkpoint}
     */
    public LedgerView asKnownAt(long atPosition) {
        state.origin.requirePosition(atPosition, position());
        return new KnownLedger(this, atPosition);
    }

    /** The books as known now, for good. */
    public LedgerView asKnownNow() {
        return asKnownAt(position());
    }

    /**
     * The last position recorded at an instant or before it, 0 when there was none.
     *
     * @throws InvalidValueException {@code ledger.before-checkpoint}
     */
    public long positionAt(Instant instant) {
        state.origin.requireInstant(instant);
        return locked(() -> state.origin.position() + state.instants.countThrough(instant));
    }

    /** What the index knows now, in every balance of every day. */
    public Checkpoint checkpoint() {
        return checkpoint(Optional.empty());
    }

    /**
     * What the index knows now, with all that is effective before a day merged into that day.
     *
     * @param horizon the first day whose balance the checkpoint shall tell; usually the last day of a closed year
     */
    public Checkpoint checkpoint(LocalDate horizon) {
        return checkpoint(Optional.of(horizon));
    }

    /** An index that has seen what a checkpoint holds; {@link #catchUp} gives it the rest. */
    public static LedgerIndex restored(Checkpoint checkpoint) {
        return new LedgerIndex(CheckpointFold.restore(checkpoint));
    }

    private Checkpoint checkpoint(Optional<LocalDate> horizon) {
        Optional<LocalDate> day = state.origin.later(horizon);
        return locked(() -> {
                    Snapshot snapshot = snapshot(position());
                    long at = position();
                    Optional<Instant> recordedAt = state.instants.last().or(state.origin::recordedAt);
                    ImmutableList<EntryId> closings =
                            state.closings.toSortedList().toImmutable();
                    return (Supplier<Checkpoint>) () -> CheckpointFold.of(snapshot, at, recordedAt, day, closings);
                })
                .get();
    }

    @Override
    public Optional<CurrencyUnit> baseCurrency(BookId book) {
        return locked(() -> Optional.ofNullable(state.dictionary.baseCurrency(book)));
    }

    @Override
    public long amount(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return sum(Long.MAX_VALUE, book, account, currency, asOf, Sums.AMOUNT);
    }

    @Override
    public long base(BookId book, AccountId account, LocalDate asOf) {
        return sum(Long.MAX_VALUE, book, account, null, asOf, Sums.BASE);
    }

    /**
     * Pushes what each day behind a day adds to a balance in a transaction currency. A day may come in several parts, and
     * days in no order. Costs 31 steps for a busy month and one for each line of a quiet one.
     *
     * @throws InvalidValueException {@code ledger.before-horizon}
     */
    public void forEachLaterDay(
            BookId book, AccountId account, CurrencyUnit currency, LocalDate after, DayChange sink) {
        state.origin.requireDay(after);
        AsOf date = AsOf.of(after);
        locked(() -> {
            for (Slot slot : state.dictionary.slots(account)) {
                if (slot.book.equals(book) && slot.currency.equals(currency)) {
                    slot.forEachLaterDay(date, state.columns.lines(), sink);
                }
            }
            return position;
        });
    }

    /**
     * The debits of all books, accounts and currencies together, in minor units: no balance and no sum over any choice of
     * lines is greater. {@code Long.MAX_VALUE} when it is beyond that. Takes a step for each account and currency.
     */
    public long debits() {
        return locked(state.dictionary::debits);
    }

    @Override
    public ImmutableList<AccountBalance> balances(LedgerQuery query) {
        return balances(Long.MAX_VALUE, query);
    }

    @Override
    public ImmutableList<DimensionBalance> balancesBy(String axis, LedgerQuery query) {
        return balancesBy(Long.MAX_VALUE, axis, query);
    }

    @Override
    public ImmutableList<RegisterLine> register(AccountId account, LedgerQuery query) {
        return register(Long.MAX_VALUE, account, query);
    }

    @Override
    public void forEachDay(AccountId account, LedgerQuery query, DayChange sink) {
        forEachDay(Long.MAX_VALUE, account, query, sink);
    }

    @Override
    public void forEach(LedgerQuery query, Consumer<? super LedgerLine> sink) {
        forEach(Long.MAX_VALUE, query, sink);
    }

    long amount(long at, BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return sum(at, book, account, currency, asOf, Sums.AMOUNT);
    }

    long base(long at, BookId book, AccountId account, LocalDate asOf) {
        return sum(at, book, account, null, asOf, Sums.BASE);
    }

    ImmutableList<AccountBalance> balances(long at, LedgerQuery query) {
        state.origin.require(query);
        if (query.dimensions().isEmpty()) {
            ImmutableList<AccountBalance> rows = locked(() -> at >= position() ? fromMonths(query) : null);
            if (rows != null) {
                return rows;
            }
        }
        return snapshot(at).balances(query);
    }

    ImmutableList<DimensionBalance> balancesBy(long at, String axis, LedgerQuery query) {
        state.origin.require(query);
        return snapshot(at).balancesBy(axis, query);
    }

    ImmutableList<RegisterLine> register(long at, AccountId account, LedgerQuery query) {
        state.origin.require(query);
        return locked(() -> new AccountWalk(state, lines(at)).register(account, query));
    }

    void forEachDay(long at, AccountId account, LedgerQuery query, DayChange sink) {
        state.origin.require(query);
        state.origin.requireDaysFrom(query.opening());
        DayFold days = locked(() -> new AccountWalk(state, lines(at)).days(account, query));
        days.forEach(sink);
    }

    void forEach(long at, LedgerQuery query, Consumer<? super LedgerLine> sink) {
        state.origin.require(query);
        snapshot(at).forEach(query, sink);
    }

    private long sum(
            long at, BookId book, AccountId account, @Nullable CurrencyUnit currency, LocalDate asOf, int which) {
        state.origin.requireDay(asOf);
        LedgerQuery query = LedgerQuery.asOf(book, asOf);
        AsOf date = query.end();
        return locked(() -> {
            AccountWalk walk = new AccountWalk(state, lines(at));
            long total = 0;
            for (Slot slot : state.dictionary.slots(account)) {
                if (query.matches(slot) && (currency == null || slot.currency.equals(currency))) {
                    long[] sums = new long[Sums.COUNT];
                    walk.addThrough(slot, date, query, sums, 0);
                    total = Sums.exact(total, sums[which]);
                }
            }
            return total;
        });
    }

    private ImmutableList<AccountBalance> fromMonths(LedgerQuery query) {
        Lines lines = state.columns.lines();
        AsOf opening = query.opening();
        AsOf end = query.end();
        Rows rows = new Rows();
        for (Slot slot : state.dictionary.slots(query.book())) {
            if (query.closingEntries() || !slot.closing) {
                long[] sums = new long[Sums.WIDTH];
                slot.addThrough(opening, lines, sums, Sums.OPENING);
                slot.addThrough(end, lines, sums, Sums.CLOSING);
                rows.add(slot, sums, 0);
            }
        }
        return rows.toImmutable();
    }

    private Snapshot snapshot(long at) {
        return locked(() -> {
            Leaf[] leaves = new Leaf[state.dictionary.leafCount()];
            for (int i = 0; i < leaves.length; i++) {
                leaves[i] = state.dictionary.leaf(i);
            }
            return new Snapshot(lines(at), leaves, state.origin);
        });
    }

    private Lines lines(long at) {
        Lines lines = state.columns.lines();
        return at >= position() ? lines : lines.through((int) (at - state.origin.position()));
    }

    private <R extends @Nullable Object> R locked(Supplier<R> query) {
        lock.readLock().lock();
        try {
            return query.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
