package dev.erpkit.accounting.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class EntryIndexProperties {
    private final Chunks<PostedEntry> entries = new Chunks<>();
    private final EntryIndex index = new EntryIndex(entries);
    private final Map<String, PostedEntry> model = new HashMap<>();

    /** Few keys, many of the same hash ("Aa" and "BB"), so that runs of neighbours arise and are broken up. */
    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<String> clashing = Arbitraries.of("Aa", "BB").list().ofSize(7).map(parts -> String.join("", parts));
        Arbitrary<String> numbered = Arbitraries.integers().between(0, 300).map(i -> "sale-" + i);
        Arbitrary<String> removal = Arbitraries.just("");
        return Arbitraries.frequencyOf(Tuple.of(4, clashing), Tuple.of(4, numbered), Tuple.of(3, removal))
                .list()
                .ofMaxSize(600);
    }

    @Property(tries = 300)
    void finds_what_was_added_and_not_removed_since(@ForAll("keys") List<String> keys) {
        for (String key : keys) {
            if (key.isEmpty()) {
                removeLast();
            } else {
                add(posted(key));
            }
        }
        model.forEach((key, entry) -> assertThat(index.find(EntryId.of(key))).isSameAs(entry));
        for (String key : keys) {
            if (!key.isEmpty() && !model.containsKey(key)) {
                assertThat(index.find(EntryId.of(key))).isNull();
            }
        }
        assertThat(index.find(EntryId.of("never added"))).isNull();
    }

    private void add(PostedEntry posted) {
        String key = posted.id().value();
        boolean added = index.add(posted.id(), entries.size());
        assertThat(added).isEqualTo(!model.containsKey(key));
        if (added) {
            entries.add(posted);
            model.put(key, posted);
        }
    }

    private void removeLast() {
        if (entries.size() > 0) {
            EntryId last = entries.get(entries.size() - 1).id();
            index.remove(last);
            model.remove(last.value());
            entries.removeLast();
        }
    }

    private PostedEntry posted(String key) {
        JournalEntry entry = JournalEntry.builder()
                .id(key)
                .date(LocalDate.of(2026, 1, 1))
                .debit("1000", Amounts.of("1", "USD"))
                .credit("2000", Amounts.of("1", "USD"))
                .build();
        return new PostedEntry(
                entry,
                entries.size() + 1L,
                Instant.EPOCH,
                new EntryNumber(JournalId.GENERAL, 2026, entries.size() + 1L),
                Actor.of("clerk"),
                Optional.empty());
    }
}
