package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/** Numbers what lines are told apart by. Grows only; what it numbered for an entry that was then refused stays unused. */
final class Dictionary {
    private static final Slot[] NO_SLOTS = {};

    /** By account, open addressing, at most half full: a general map took a tenth of what posting does. */
    private @Nullable AccountNode[] accounts = new AccountNode[64];

    private int accountCount;
    private final MutableMap<BookId, Slot[]> sorted = Maps.mutable.empty();
    private Leaf[] leaves = new Leaf[16];
    private int leafCount;
    private int slotCount;

    int slotCount() {
        return slotCount;
    }

    int leafCount() {
        return leafCount;
    }

    Leaf leaf(int id) {
        return leaves[id];
    }

    /** The slots of a book by account, currency and closing; not to be written to. */
    Slot[] slots(BookId book) {
        return sorted.getIfAbsentValue(book, NO_SLOTS);
    }

    /** The slots of an account over all books; not to be written to. */
    Slot[] slots(AccountId account) {
        AccountNode node = accounts[slot(account)];
        return node == null ? NO_SLOTS : node.slots();
    }

    private AccountNode node(AccountId account) {
        AccountNode known = accounts[slot(account)];
        if (known != null) {
            return known;
        }
        if (2 * ++accountCount > accounts.length) {
            grow();
        }
        AccountNode node = new AccountNode(account);
        accounts[slot(account)] = node;
        return node;
    }

    /** Where the account is, or the free place where it would be. */
    private int slot(AccountId account) {
        int mask = accounts.length - 1;
        int hash = account.hashCode() * 0x9E3779B9;
        int at = (hash ^ (hash >>> 16)) & mask;
        for (AccountNode there = accounts[at]; there != null && !there.account.equals(account); there = accounts[at]) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        @Nullable AccountNode[] old = accounts;
        accounts = new AccountNode[2 * old.length];
        for (AccountNode node : old) {
            if (node != null) {
                accounts[slot(node.account)] = node;
            }
        }
    }

    /** The sum of {@link Slot#debits} over all slots, {@code Long.MAX_VALUE} when it is beyond that. */
    long debits() {
        long sum = 0;
        for (Slot[] slots : sorted) {
            for (Slot slot : slots) {
                sum += slot.debits();
                if (sum < 0) {
                    return Long.MAX_VALUE;
                }
            }
        }
        return sum;
    }

    /** The base currency of a book, null while the book is empty. */
    @Nullable
    CurrencyUnit baseCurrency(BookId book) {
        Slot[] slots = slots(book);
        return slots.length == 0 ? null : slots[0].baseCurrency;
    }

    /**
     * The leaf of a line, numbered when it is new.
     *
     * @throws InvalidValueException {@code ledger.base-currency} when the book has another base currency
     */
    Leaf leaf(
            BookId book,
            AccountId account,
            CurrencyUnit currency,
            CurrencyUnit baseCurrency,
            boolean closing,
            Dimensions dimensions) {
        AccountNode node = accounts[slot(account)];
        Leaf leaf = node == null ? null : node.leaf(book, currency, closing, dimensions);
        if (leaf == null) {
            checkBase(book, baseCurrency);
            return newLeaf(book, account, currency, baseCurrency, closing, dimensions);
        }
        if (leaf.slot().baseCurrency != baseCurrency) {
            checkBase(book, baseCurrency);
        }
        return leaf;
    }

    private Leaf newLeaf(
            BookId book,
            AccountId account,
            CurrencyUnit currency,
            CurrencyUnit baseCurrency,
            boolean closing,
            Dimensions dimensions) {
        AccountNode node = node(account);
        Slot slot = node.slot(book, currency, closing);
        if (slot == null) {
            slot = new Slot(slotCount++, book, account, currency, baseCurrency, closing);
            node.add(slot);
            sorted.put(book, inserted(slots(book), slot));
        }
        if (leafCount == leaves.length) {
            leaves = Arrays.copyOf(leaves, 2 * leafCount);
        }
        Leaf leaf = new Leaf(leafCount, slot, dimensions);
        leaves[leafCount++] = leaf;
        node.add(leaf);
        return leaf;
    }

    private void checkBase(BookId book, CurrencyUnit base) {
        CurrencyUnit known = baseCurrency(book);
        if (known != null && !known.equals(base)) {
            throw new InvalidValueException(
                    "LedgerIndex",
                    "base",
                    "ledger.base-currency",
                    "book " + book + " is kept in " + known.getCurrencyCode() + ", not in " + base.getCurrencyCode());
        }
    }

    private static Slot[] inserted(Slot[] slots, Slot slot) {
        int at = ~Arrays.binarySearch(slots, slot, Slot.ORDER);
        Slot[] more = Arrays.copyOf(slots, slots.length + 1);
        System.arraycopy(slots, at, more, at + 1, slots.length - at);
        more[at] = slot;
        return more;
    }
}
