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

    private final MutableMap<AccountId, AccountNode> accounts = Maps.mutable.empty();
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
        AccountNode node = accounts.get(account);
        return node == null ? NO_SLOTS : node.slots();
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
        AccountNode node = accounts.get(account);
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
        AccountNode node = accounts.getIfAbsentPut(account, AccountNode::new);
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
