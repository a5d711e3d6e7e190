package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which adapters of the journal are known to break is planted here, and the contracts catch each. */
class JournalMutantsTest {
    @Test
    void a_sound_adapter_breaks_no_rule() {
        assertThat(Switched.broken(TestHarness.sound(), Switched.Store.class)).isEmpty();
        assertThat(Switched.broken(TestHarness.sound(), Switched.Query.class)).isEmpty();
        assertThat(Switched.broken(TestHarness.sound(), Switched.Race.class)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storeMutants")
    void the_store_contract_catches(String name, Function<MemoryUnitOfWork, JournalStore> mutant, String rule) {
        assertThat(Switched.broken(TestHarness.withJournal(mutant), Switched.Store.class))
                .contains(rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queryMutants")
    void the_query_contract_catches(String name, Function<MemoryUnitOfWork, JournalStore> mutant, String rule) {
        assertThat(Switched.broken(TestHarness.withJournal(mutant), Switched.Query.class))
                .containsAnyOf(rule.split("\\|"));
    }

    @Test
    void the_race_contract_catches_positions_that_are_only_looked_at() {
        TestHarness harness = TestHarness.withJournal(Unlocked::new);
        assertThat(Switched.broken(harness, Switched.Race.class)).contains("journal_8_1");
    }

    @Test
    void a_tenant_that_sees_another_is_caught() {
        TestHarness harness = TestHarness.sound();
        harness.otherTenant().journal = harness.journal;
        assertThat(Switched.broken(harness, Switched.Store.class)).contains("journal_6_2");
    }

    static Stream<Arguments> storeMutants() {
        return Stream.of(
                mutant("lost rollback", LostRollback::new, "journal_4_1"),
                mutant("ignored expected position", IgnoresPosition::new, "journal_2_2"),
                mutant("duplicate ids", TakesTwins::new, "journal_3_1"),
                mutant("second reversal", ReversesTwice::new, "journal_3_5"),
                mutant("half a batch", HalfBatch::new, "journal_3_2"),
                mutant("unordered lines", changing(JournalMutantsTest::linesByAccount), "journal_1_6"),
                mutant("lost note", changing(JournalMutantsTest::withoutNotes), "journal_1_5"),
                mutant("cut text", changing(JournalMutantsTest::asciiOnly), "journal_1_5"),
                mutant("lost approver", u -> new Changing(u, JournalMutantsTest::unapproved), "journal_1_5"),
                mutant(
                        "instants to the millisecond",
                        u -> new Changing(u, JournalMutantsTest::toMillis),
                        "journal_1_1"),
                mutant("two decimals for every currency", changing(JournalMutantsTest::twoDecimals), "journal_1_3"),
                mutant("ids without case", IgnoresCase::new, "journal_3_3"),
                mutant("erases the whole line text and source", ErasesTooMuch::new, "journal_5_1"),
                mutant("erases nothing", ErasesNothing::new, "journal_5_1"));
    }

    static Stream<Arguments> queryMutants() {
        return Stream.of(
                mutant(
                        "order by date",
                        u -> new Scanning(
                                u,
                                s -> s.sorted(
                                        Comparator.comparing(p -> p.entry().date()))),
                        "journal_7_5"),
                mutant(
                        "newest first",
                        u -> new Scanning(u, s -> s.sorted(Comparator.comparing(p -> -p.position()))),
                        "journal_7_5"),
                mutant("once per line", u -> new Scanning(u, JournalMutantsTest::oncePerLine), "journal_7_4"),
                mutant("a page only", u -> new Scanning(u, s -> s.limit(2)), "journal_7_1|journal_7_6"),
                mutant(
                        "end of days included",
                        u -> new Requerying(u, JournalMutantsTest::untilIncluded),
                        "journal_7_3"),
                mutant(
                        "start position included",
                        u -> new Requerying(u, JournalMutantsTest::startIncluded),
                        "journal_7_2"),
                mutant("forgets the book", u -> new Requerying(u, JournalMutantsTest::anyBook), "journal_7_8"));
    }

    private static Arguments mutant(String name, Function<MemoryUnitOfWork, JournalStore> mutant, String rule) {
        return Arguments.of(name, mutant, rule);
    }

    private static Function<MemoryUnitOfWork, JournalStore> changing(UnaryOperator<JournalEntry> change) {
        return u -> new Changing(u, p -> withEntry(p, change.apply(p.entry())));
    }

    private static PostedEntry withEntry(PostedEntry p, JournalEntry entry) {
        return new PostedEntry(entry, p.position(), p.recordedAt(), p.number(), p.postedBy(), p.approvedBy());
    }

    private static JournalEntry lines(JournalEntry entry, ImmutableList<JournalLine> lines) {
        return JournalEntry.builder().from(entry).lines(lines).build();
    }

    private static JournalEntry linesByAccount(JournalEntry entry) {
        return lines(entry, entry.lines().toImmutableSortedList(Comparator.comparing(JournalLine::account)));
    }

    private static JournalEntry withoutNotes(JournalEntry entry) {
        return lines(
                entry,
                entry.lines()
                        .collect(l -> JournalLine.builder()
                                .from(l)
                                .note(Optional.empty())
                                .build()));
    }

    private static JournalEntry asciiOnly(JournalEntry entry) {
        return JournalEntry.builder()
                .from(entry)
                .narrative(entry.narrative().map(s -> s.replaceAll("[^\\x00-\\x7f]", "?")))
                .build();
    }

    private static JournalEntry twoDecimals(JournalEntry entry) {
        return lines(entry, entry.lines().collect(l -> {
            var cut = Amounts.of(
                    Amounts.decimal(l.amount()).setScale(2, RoundingMode.HALF_EVEN),
                    l.amount().getCurrency());
            return cut.isZero() ? l : JournalLine.builder().from(l).inBase(cut).build();
        }));
    }

    private static PostedEntry unapproved(PostedEntry p) {
        return new PostedEntry(p.entry(), p.position(), p.recordedAt(), p.number(), p.postedBy(), Optional.empty());
    }

    private static PostedEntry toMillis(PostedEntry p) {
        return new PostedEntry(
                p.entry(),
                p.position(),
                p.recordedAt().truncatedTo(ChronoUnit.MILLIS),
                p.number(),
                p.postedBy(),
                p.approvedBy());
    }

    private static Stream<PostedEntry> oncePerLine(Stream<PostedEntry> found) {
        return found.flatMap(
                p -> Stream.generate(() -> p).limit(p.entry().lines().size()));
    }

    private static JournalQuery untilIncluded(JournalQuery q) {
        return new JournalQuery(
                q.afterPosition(),
                q.throughPosition(),
                q.book(),
                q.account(),
                q.from(),
                q.until().map(d -> d.plusDays(1)));
    }

    private static JournalQuery startIncluded(JournalQuery q) {
        return new JournalQuery(q.afterPosition() - 1, q.throughPosition(), q.book(), q.account(), q.from(), q.until());
    }

    private static JournalQuery anyBook(JournalQuery q) {
        return new JournalQuery(
                q.afterPosition(), q.throughPosition(), Optional.empty(), q.account(), q.from(), q.until());
    }

    private static final class LostRollback extends ListJournal {
        LostRollback(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        void write(PostedEntry posted) {
            entries.add(posted);
        }
    }

    private static final class IgnoresPosition extends ListJournal {
        IgnoresPosition(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        void appendOne(PostedEntry posted) {
            if (find(posted.id()).isPresent()) {
                throw new DuplicateKeyException(posted.id().value());
            }
            write(posted);
        }
    }

    private static final class TakesTwins extends ListJournal {
        TakesTwins(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        void appendOne(PostedEntry posted) {
            if (posted.position() != entries.size() + 1) {
                throw new StaleVersionException("journal", posted.position() - 1);
            }
            write(posted);
        }
    }

    private static final class ReversesTwice extends ListJournal {
        ReversesTwice(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        void appendOne(PostedEntry posted) {
            if (find(posted.id()).isPresent()) {
                throw new DuplicateKeyException(posted.id().value());
            }
            if (posted.position() != entries.size() + 1) {
                throw new StaleVersionException("journal", posted.position() - 1);
            }
            write(posted);
        }
    }

    private static final class HalfBatch extends ListJournal {
        HalfBatch(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        public void append(ImmutableList<PostedEntry> added) {
            added.forEach(this::appendOne);
        }
    }

    private static final class Unlocked extends ListJournal {
        Unlocked(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        public void append(ImmutableList<PostedEntry> added) {
            if (added.notEmpty() && added.getFirst().position() != lastPosition() + 1) {
                throw new StaleVersionException("journal", added.getFirst().position() - 1);
            }
            AtOnce.await(new java.util.concurrent.CountDownLatch(1), 5);
            unitOfWork.execute(() -> {
                added.forEach(this::write);
                return this;
            });
        }
    }

    private static class Changing extends ListJournal {
        private final UnaryOperator<PostedEntry> change;

        Changing(MemoryUnitOfWork unitOfWork, UnaryOperator<PostedEntry> change) {
            super(unitOfWork);
            this.change = change;
        }

        @Override
        void write(PostedEntry posted) {
            super.write(change.apply(posted));
        }
    }

    private static final class IgnoresCase extends ListJournal {
        IgnoresCase(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        public Optional<PostedEntry> find(EntryId id) {
            return unitOfWork.read(() ->
                    entries.stream().filter(p -> key(p.id()).equals(key(id))).findFirst());
        }

        private static String key(EntryId id) {
            return id.value().strip().toLowerCase(Locale.ROOT);
        }
    }

    private static final class ErasesTooMuch extends ListJournal {
        ErasesTooMuch(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        public void eraseTexts(EntryId id) {
            super.eraseTexts(id);
            entries.replaceAll(p -> p.id().equals(id)
                    ? withEntry(
                            p,
                            JournalEntry.builder()
                                    .from(p.entry())
                                    .source(Optional.empty())
                                    .build())
                    : p);
        }
    }

    private static final class ErasesNothing extends ListJournal {
        ErasesNothing(MemoryUnitOfWork unitOfWork) {
            super(unitOfWork);
        }

        @Override
        public void eraseTexts(EntryId id) {
            find(id).orElseThrow();
        }
    }

    private static final class Scanning extends ListJournal {
        private final UnaryOperator<Stream<PostedEntry>> change;

        Scanning(MemoryUnitOfWork unitOfWork, UnaryOperator<Stream<PostedEntry>> change) {
            super(unitOfWork);
            this.change = change;
        }

        @Override
        public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
            java.util.List<PostedEntry> found = new java.util.ArrayList<>();
            super.forEach(query, found::add);
            change.apply(found.stream()).forEach(sink);
        }
    }

    private static final class Requerying extends ListJournal {
        private final UnaryOperator<JournalQuery> change;

        Requerying(MemoryUnitOfWork unitOfWork, UnaryOperator<JournalQuery> change) {
            super(unitOfWork);
            this.change = change;
        }

        @Override
        public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
            super.forEach(change.apply(query), sink);
        }
    }
}
