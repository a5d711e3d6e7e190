package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** Journals as they grow: entries in the order of recording, dated ahead and back, now and then reversed. */
public final class HistoryArbitraries {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Actor CLERK = Actor.of("clerk");

    private HistoryArbitraries() {}

    /**
     * One step of a history.
     *
     * @param entry what is posted, or whose day a reversal takes
     * @param reverses which of the earlier entries is reversed instead, by place; empty for a posting
     */
    public record Step(JournalEntry entry, Optional<Integer> reverses) {}

    /** Journals of 0 to a number of entries, sound in every respect. */
    public static Arbitrary<ImmutableList<PostedEntry>> journals(JournalArbitraries.Ground ground, int most) {
        return steps(ground).list().ofMaxSize(most).map(HistoryArbitraries::record);
    }

    /** Steps that post, and one time in five reverse. */
    public static Arbitrary<Step> steps(JournalArbitraries.Ground ground) {
        return Combinators.combine(
                        JournalArbitraries.entries(ground),
                        Arbitraries.integers().between(0, 50).optional(0.2))
                .as(Step::new);
    }

    private static ImmutableList<PostedEntry> record(List<Step> steps) {
        MutableList<PostedEntry> journal = Lists.mutable.empty();
        MutableSet<String> reversed = Sets.mutable.empty();
        MutableMap<Integer, Long> numbers = Maps.mutable.empty();
        for (Step step : steps) {
            long position = journal.size() + 1L;
            JournalEntry entry = JournalEntry.builder()
                    .from(step.entry())
                    .id("entry-" + position)
                    .build();
            if (step.reverses().isPresent() && journal.notEmpty()) {
                JournalEntry original =
                        journal.get(step.reverses().get() % journal.size()).entry();
                if (reversed.add(original.id().value())) {
                    LocalDate day = step.entry().date();
                    LocalDate late = day.isBefore(original.date()) ? original.date() : day;
                    entry = contrary(original, "entry-" + position, late);
                }
            }
            long number = numbers.merge(entry.date().getYear(), 1L, Long::sum);
            journal.add(new PostedEntry(
                    entry,
                    position,
                    START.plusSeconds(position / 3),
                    new EntryNumber(entry.journal(), entry.date().getYear(), number),
                    CLERK,
                    Optional.empty()));
        }
        return journal.toImmutable();
    }

    /** The exact contrary of an entry on a day, its own or a later one. */
    public static JournalEntry contrary(JournalEntry original, String id, LocalDate date) {
        return JournalEntry.builder()
                .id(id)
                .book(original.book())
                .journal(original.journal())
                .date(date)
                .kind(EntryKind.REVERSAL)
                .reverses(original.id())
                .lines(original.lines().collect(line -> line.withoutNote().negated()))
                .build();
    }
}
