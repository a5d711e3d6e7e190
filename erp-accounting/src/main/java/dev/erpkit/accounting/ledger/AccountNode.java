package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/** The slots and leaves of one account, over all books. */
final class AccountNode {
    /** As many leaves are tried one by one, mostly by identity, before a map is asked. */
    private static final int TRIED = 8;

    private record LeafKey(Slot slot, Dimensions dimensions) {}

    final AccountId account;
    private Slot[] slots = {};
    private Leaf[] first = {};
    private final MutableMap<LeafKey, Leaf> others = Maps.mutable.ofInitialCapacity(0);

    /** An account without slots. */
    AccountNode(AccountId account) {
        this.account = account;
    }

    /** The slots; not to be written to. */
    Slot[] slots() {
        return slots;
    }

    @Nullable
    Slot slot(BookId book, CurrencyUnit currency, boolean closing) {
        for (Slot slot : slots) {
            if (is(slot, book, currency, closing)) {
                return slot;
            }
        }
        return null;
    }

    @Nullable
    Leaf leaf(BookId book, CurrencyUnit currency, boolean closing, Dimensions dimensions) {
        for (Leaf leaf : first) {
            if (is(leaf.slot(), book, currency, closing) && same(leaf.dimensions(), dimensions)) {
                return leaf;
            }
        }
        if (others.isEmpty()) {
            return null;
        }
        Slot slot = slot(book, currency, closing);
        return slot == null ? null : others.get(new LeafKey(slot, dimensions));
    }

    void add(Slot slot) {
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = slot;
    }

    void add(Leaf leaf) {
        if (first.length < TRIED) {
            first = Arrays.copyOf(first, first.length + 1);
            first[first.length - 1] = leaf;
        } else {
            others.put(new LeafKey(leaf.slot(), leaf.dimensions()), leaf);
        }
    }

    private static boolean is(Slot slot, BookId book, CurrencyUnit currency, boolean closing) {
        return slot.closing == closing && slot.book.equals(book) && slot.currency.equals(currency);
    }

    private static boolean same(Dimensions a, Dimensions b) {
        return a.values().size() == b.values().size() && a.values().equals(b.values());
    }
}
