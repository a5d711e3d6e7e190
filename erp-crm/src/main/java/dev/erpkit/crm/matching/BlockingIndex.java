package dev.erpkit.crm.matching;

import dev.erpkit.core.party.PartyId;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.primitive.LongIntMaps;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongIntMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.set.MutableSet;
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
    private static final int NONE = -1;

    private final MatchModel model;
    private final MutableLongIntMap heads = LongIntMaps.mutable.empty();
    private final MutableObjectIntMap<PartyId> positions = ObjectIntMaps.mutable.empty();
    private final MutableList<PartyId> parties = Lists.mutable.empty();
    private int[] owner = new int[1024];
    private int[] next = new int[1024];
    private int links;

    /** An empty index. */
    public BlockingIndex(MatchModel model) {
        this.model = model;
    }

    /** Adds a party; one that is there already gets the new card besides the old one. */
    public synchronized void add(MatchCard card) {
        int position = positions.getIfAbsentPut(card.party(), parties.size());
        if (position == parties.size()) {
            parties.add(card.party());
        }
        keys(card).forEach(key -> link(key, position));
    }

    /** Takes a party out, such as one that was absorbed or erased. */
    public synchronized void remove(PartyId party) {
        positions.remove(party);
    }

    private void link(long key, int position) {
        if (links == owner.length) {
            owner = Arrays.copyOf(owner, links + (links >> 1));
            next = Arrays.copyOf(next, owner.length);
        }
        owner[links] = position;
        next[links] = heads.getIfAbsent(key, NONE);
        heads.put(key, links++);
    }

    /** The parties that share something with a card, itself left out, in the order of their ids. */
    public synchronized ImmutableList<PartyId> candidates(MatchCard card) {
        MutableSet<PartyId> found = Sets.mutable.empty();
        keys(card).forEach(key -> {
            int first = heads.getIfAbsent(key, NONE);
            if (!sharedByMany(first)) {
                for (int link = first; link != NONE; link = next[link]) {
                    PartyId party = parties.get(owner[link]);
                    if (positions.getIfAbsent(party, NONE) == owner[link]) {
                        found.add(party);
                    }
                }
            }
        });
        found.remove(card.party());
        return found.toImmutableSortedList();
    }

    private boolean sharedByMany(int first) {
        int size = 0;
        for (int link = first; link != NONE && size <= MANY; link = next[link]) {
            size++;
        }
        return size > MANY;
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
