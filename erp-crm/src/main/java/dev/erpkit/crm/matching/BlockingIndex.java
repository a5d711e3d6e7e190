package dev.erpkit.crm.matching;

import dev.erpkit.core.party.PartyId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntSets;
import org.eclipse.collections.api.factory.primitive.LongIntMaps;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongIntMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.set.primitive.MutableIntSet;
import org.eclipse.collections.api.set.primitive.MutableLongSet;

/**
 * Finds the parties worth comparing with one: those that share a whole mail address, a private domain, the end of a phone
 * number, an identifier, an address, a word of the name, or the beginning or end of a name or reading. What very many share is
 * left out, since it tells nothing. Two keys may meet by chance in their 64 bits; that only adds a candidate.
 *
 * <p>A fold of the cards that were added: rebuild it from the profiles at any time. For use by several threads at once.
 */
public final class BlockingIndex {
    private static final int MANY = 256;
    private static final int NONE = Integer.MIN_VALUE;
    private static final int[] TOO_MANY = {MANY + 1};

    private final MatchModel model;

    /** The only position with a key; or below zero the place, turned over, of a list of several. */
    private final MutableLongIntMap owners = LongIntMaps.mutable.empty();

    /** Positions that share a key, each list with its size in front: side by side, so that a list is read in one go. */
    private final MutableList<int[]> shared = Lists.mutable.empty();

    private final MutableObjectIntMap<PartyId> positions = ObjectIntMaps.mutable.empty();
    private final MutableList<PartyId> parties = Lists.mutable.empty();
    private final BitSet present = new BitSet();

    /** An empty index. */
    public BlockingIndex(MatchModel model) {
        this.model = model;
    }

    /** Adds a party; one that is there already gets the new card besides the old one. */
    public synchronized void add(MatchCard card) {
        int position = positions.getIfAbsentPut(card.party(), parties.size());
        if (position == parties.size()) {
            parties.add(card.party());
            present.set(position);
        }
        keys(card).forEach(key -> link(key, position));
    }

    /** Takes a party out, such as one that was absorbed or erased. */
    public synchronized void remove(PartyId party) {
        int position = positions.removeKeyIfAbsent(party, NONE);
        if (position != NONE) {
            present.clear(position);
        }
    }

    private void link(long key, int position) {
        int known = owners.getIfAbsent(key, NONE);
        if (known == NONE) {
            owners.put(key, position);
        } else if (known < 0) {
            shared.set(~known, appended(shared.get(~known), position));
        } else if (known != position) {
            owners.put(key, ~shared.size());
            shared.add(new int[] {2, known, position, NONE});
        }
    }

    private static int[] appended(int[] list, int position) {
        int size = list[0];
        for (int i = 1; size <= MANY && i <= size; i++) {
            if (list[i] == position) {
                return list;
            }
        }
        if (size >= MANY) {
            return TOO_MANY;
        }
        int[] longer = size + 1 < list.length ? list : Arrays.copyOf(list, 2 * list.length);
        longer[0] = size + 1;
        longer[size + 1] = position;
        return longer;
    }

    /** The parties that share something with a card, itself left out, in the order of their ids. */
    public synchronized ImmutableList<PartyId> candidates(MatchCard card) {
        MutableIntSet found = IntSets.mutable.empty();
        keys(card).forEach(key -> {
            int known = owners.getIfAbsent(key, NONE);
            if (known >= 0) {
                found.add(known);
            } else if (known != NONE) {
                int[] list = shared.get(~known);
                for (int i = 1; list[0] <= MANY && i <= list[0]; i++) {
                    found.add(list[i]);
                }
            }
        });
        found.remove(positions.getIfAbsent(card.party(), NONE));
        MutableList<PartyId> candidates = Lists.mutable.empty();
        found.forEach(position -> {
            if (present.get(position)) {
                candidates.add(parties.get(position));
            }
        });
        return candidates.sortThis().toImmutable();
    }

    private MutableLongSet keys(MatchCard card) {
        MutableLongSet keys = LongSets.mutable.empty();
        card.identifiers().forEach(id -> keys.add(hash('i', id.scheme() + ':' + id.value())));
        card.emails().forEach(email -> {
            keys.add(hash('e', email));
            String domain = PairScorer.domain(email);
            if (!model.publicDomains().contains(domain)) {
                keys.add(hash('d', domain));
            }
        });
        card.phones().forEach(phone -> keys.add(hash('p', phone.substring(Math.max(0, phone.length() - 8)))));
        card.addresses().forEach(address -> keys.add(hash('a', address)));
        card.person().ifPresent(name -> {
            ends('n', name, keys::add);
            for (String word : name.split(" ")) {
                keys.add(hash('w', word));
            }
        });
        card.organisation().ifPresent(name -> ends('o', name, keys::add));
        card.reading().ifPresent(reading -> ends('r', reading, keys::add));
        return keys;
    }

    /** A slip of the pen spoils one half of a name, seldom both. */
    private static void ends(char kind, String name, Consumer<Long> keys) {
        int half = Math.min(name.length(), Math.max(2, Math.min(8, (name.length() + 1) / 2)));
        keys.accept(hash(kind, "^" + name.substring(0, half)));
        keys.accept(hash(kind, name.substring(name.length() - half) + "$"));
    }

    /** FNV-1a with a last mix, over UTF-16. */
    private static long hash(char kind, String text) {
        long hash = (0xcbf29ce484222325L ^ kind) * 0x100000001b3L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
