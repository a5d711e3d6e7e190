package dev.erpkit.accounting.chart;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * A chart of accounts: a forest in which every parent exists and has the class of its children, and nothing is its own
 * ancestor. Immutable; accounts are kept in the order of their codes.
 */
public final class Chart {
    private static final Chart EMPTY = new Chart(Lists.immutable.empty());

    private final ImmutableList<Account> accounts;

    /** By id, open addressing, at most half full: posting asks for every line, and a general map took a tenth of it. */
    private final @Nullable Account[] table;

    private Chart(ImmutableList<Account> accounts) {
        this.accounts = accounts;
        this.table = new Account[4 * Integer.highestOneBit(accounts.size() + 1)];
        accounts.forEach(account -> table[slot(account.id())] = account);
    }

    /** Where the account is, or the free place where it would be. */
    private int slot(AccountId id) {
        int mask = table.length - 1;
        int hash = id.hashCode() * 0x9E3779B9;
        int at = (hash ^ (hash >>> 16)) & mask;
        for (Account there = table[at]; there != null && !there.id().equals(id); there = table[at]) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** A chart without accounts. */
    public static Chart empty() {
        return EMPTY;
    }

    /**
     * A chart of these accounts.
     *
     * @throws InvalidValueException {@code chart.duplicate}, {@code chart.unknown-parent}, {@code chart.parent-class},
     *     {@code chart.cycle}, each with the account as its path
     */
    public static Chart of(Iterable<Account> accounts) {
        MutableList<Account> sorted = Lists.mutable.ofAll(accounts).sortThis(Comparator.comparing(Account::id));
        Chart chart = new Chart(sorted.toImmutable());
        chart.check();
        return chart;
    }

    /** A chart of these accounts. */
    public static Chart of(Account... accounts) {
        return of(Lists.immutable.with(accounts));
    }

    /** The same chart with an account added, or replaced when the code is taken. */
    public Chart with(Account account) {
        return of(accounts.reject(a -> a.id().equals(account.id())).newWith(account));
    }

    /**
     * The same chart with the accounts of another one that it does not have.
     *
     * @throws InvalidValueException {@code chart.duplicate} when it has one with other content, and as {@link #of}
     */
    public Chart withAll(Chart more) {
        for (Account account : more.accounts) {
            Account known = lookup(account.id());
            String difference = known == null ? "" : AccountDifference.between(known, account);
            if (!difference.isEmpty()) {
                throw invalid(account, "chart.duplicate", "is there with other content: " + difference);
            }
        }
        return of(accounts.newWithAll(more.accounts.reject(account -> lookup(account.id()) != null)));
    }

    /** All accounts, by code. */
    public ImmutableList<Account> accounts() {
        return accounts;
    }

    /** The account with this code. */
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(lookup(id));
    }

    /** The account with this code, or null: the allocation-free lookup of hot paths. */
    public @Nullable Account lookup(AccountId id) {
        return table[slot(id)];
    }

    /** The accounts directly below an account, by code. */
    public ImmutableList<Account> children(AccountId parent) {
        return accounts.select(a -> a.parent().isPresent() && a.parent().get().equals(parent));
    }

    /** Tells whether an account is the other one or stands below it. */
    public boolean isWithin(AccountId account, AccountId ancestor) {
        for (Account a = lookup(account);
                a != null;
                a = a.parent().map(this::lookup).orElse(null)) {
            if (a.id().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** The accounts with a mark, by code. */
    public ImmutableList<Account> tagged(String mark) {
        return accounts.select(a -> a.tags().contains(mark));
    }

    private void check() {
        for (int i = 1; i < accounts.size(); i++) {
            if (accounts.get(i).id().equals(accounts.get(i - 1).id())) {
                throw invalid(accounts.get(i), "chart.duplicate", "has a code that is taken twice");
            }
        }
        for (Account account : accounts) {
            int steps = 0;
            for (Account a = account; a.parent().isPresent(); steps++) {
                Account parent = lookup(a.parent().get());
                if (parent == null) {
                    throw invalid(
                            a,
                            "chart.unknown-parent",
                            "names a parent that is not in the chart: "
                                    + a.parent().get());
                }
                if (steps > accounts.size()) {
                    throw invalid(account, "chart.cycle", "is its own ancestor");
                }
                if (a.accountClass() != parent.accountClass()) {
                    throw invalid(
                            a,
                            "chart.parent-class",
                            "is of class " + a.accountClass() + " below " + parent.id() + " of class "
                                    + parent.accountClass());
                }
                a = parent;
            }
        }
    }

    private static InvalidValueException invalid(Account account, String code, String message) {
        return new InvalidValueException("Chart", account.id().value(), code, message);
    }
}
