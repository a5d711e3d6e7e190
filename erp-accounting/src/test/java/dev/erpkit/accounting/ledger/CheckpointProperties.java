package dev.erpkit.accounting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.memory.MemoryCheckpointStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A fold from any checkpoint equals a fold from empty (invariant 15), and refuses what it can no longer tell. */
final class CheckpointProperties {
    @Provide
    Arbitrary<List<PostedEntry>> journals() {
        return Journals.any();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-40, 950).map(Journals.FIRST_DAY::plusDays);
    }

    @Property
    void restored_and_advanced_it_equals_a_fold_from_empty_on_every_day(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day, @ForAll Random random) {
        int at = random.nextInt(journal.size() + 1);
        LedgerIndex full = LedgerIndexProperties.index(journal);
        LedgerIndex restored =
                restored(LedgerIndexProperties.index(journal.subList(0, at)).checkpoint(), journal);
        LedgerQuery between = LedgerQuery.between(Journals.BOOKS.get(0), day, day.plusDays(200));
        assertThat(restored.position()).isEqualTo(full.position());
        assertThat(restored.balances(between)).isEqualTo(full.balances(between));
        assertThat(restored.balances(between.withoutClosingEntries()))
                .isEqualTo(full.balances(between.withoutClosingEntries()));
        assertThat(restored.balancesBy("centre", between)).isEqualTo(full.balancesBy("centre", between));
        for (String account : Journals.ACCOUNTS) {
            AccountId id = AccountId.of(account);
            assertThat(NaiveLedger.days(restored, id, between)).isEqualTo(NaiveLedger.days(full, id, between));
        }
        assertThat(restored.checkpoint()).isEqualTo(full.checkpoint());
        assertThat(restored.positionAt(Journals.START.plusSeconds(1_000_000))).isEqualTo(journal.size());
    }

    @Property
    void with_a_horizon_it_tells_the_horizon_and_every_later_day_and_refuses_earlier_ones(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate horizon, @ForAll Random random) {
        int at = random.nextInt(journal.size() + 1);
        LedgerIndex full = LedgerIndexProperties.index(journal);
        Checkpoint checkpoint =
                LedgerIndexProperties.index(journal.subList(0, at)).checkpoint(horizon);
        LedgerIndex restored = restored(checkpoint, journal);
        for (int days : new int[] {0, 1, 30, random.nextInt(900)}) {
            LedgerQuery query = LedgerQuery.asOf(Journals.BOOKS.get(1), horizon.plusDays(days));
            assertThat(restored.balances(query)).isEqualTo(full.balances(query));
        }
        AccountId account = AccountId.of(Journals.ACCOUNTS.get(0));
        LedgerQuery behind = LedgerQuery.between(Journals.BOOKS.get(1), horizon.plusDays(1), horizon.plusDays(300));
        assertThat(NaiveLedger.days(restored, account, behind)).isEqualTo(NaiveLedger.days(full, account, behind));
        LedgerQuery with = LedgerQuery.between(Journals.BOOKS.get(1), horizon, horizon.plusDays(300));
        assertBeforeHorizon(() -> NaiveLedger.days(restored, account, with));
        assertBeforeHorizon(() -> restored.balances(LedgerQuery.asOf(Journals.BOOKS.get(1), horizon.minusDays(1))));
        assertThat(restored.checkpoint(horizon)).isEqualTo(full.checkpoint(horizon));
    }

    @Property(tries = 50)
    void it_refuses_what_was_known_before_it_and_lines_it_has_merged(@ForAll Random random) {
        List<PostedEntry> journal = Journals.random(random, 60);
        LedgerIndex restored =
                restored(LedgerIndexProperties.index(journal.subList(0, 40)).checkpoint(), journal);
        PostedEntry merged = journal.get(7);
        assertRefused(() -> restored.asKnownAt(39));
        assertRefused(() -> restored.positionAt(journal.get(39).recordedAt().minusSeconds(1)));
        assertRefused(() -> restored.register(
                merged.entry().lines().getFirst().account(),
                LedgerQuery.all(merged.entry().book())));
        assertRefused(() -> restored.forEach(LedgerQuery.all(merged.entry().book()), line -> {}));
        assertThat(restored.asKnownAt(40).position()).isEqualTo(40);
    }

    @Property(tries = 50)
    void a_changed_checkpoint_does_not_pass_as_the_one_that_was_saved(@ForAll Random random) {
        Checkpoint sound =
                LedgerIndexProperties.index(Journals.random(random, 20)).checkpoint();
        Digest digest = sound.digest();
        assertThatThrownBy(() -> new Checkpoint(
                        sound.position(),
                        sound.recordedAt(),
                        sound.horizon(),
                        sound.closings(),
                        sound.rows().drop(1),
                        digest))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("checkpoint.digest")).isTrue());
    }

    @Example
    void the_store_finds_the_newest_and_never_replaces_one() {
        List<PostedEntry> journal = Journals.random(new Random(7), 30);
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        MemoryCheckpointStore store = new MemoryCheckpointStore(unitOfWork);
        Checkpoint early = LedgerIndexProperties.index(journal.subList(0, 10)).checkpoint();
        Checkpoint late = LedgerIndexProperties.index(journal).checkpoint();
        store.save(late);
        store.save(early);
        store.save(early);
        assertThat(store.newest()).contains(late);
        assertThat(store.newestThrough(29)).contains(early);
        assertThat(store.newestThrough(9)).isEmpty();
        Checkpoint other = LedgerIndexProperties.index(journal).checkpoint(Journals.FIRST_DAY.plusDays(20));
        assertThatThrownBy(() -> store.save(other)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    store.save(
                            LedgerIndexProperties.index(journal.subList(0, 20)).checkpoint());
                    throw new IllegalStateException("fails behind the write");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.newestThrough(29)).contains(early);
    }

    private static LedgerIndex restored(Checkpoint checkpoint, List<PostedEntry> journal) {
        LedgerIndex index = LedgerIndex.restored(checkpoint);
        journal.forEach(index::advance);
        return index;
    }

    private static void assertBeforeHorizon(org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.before-horizon")).isTrue());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.before-checkpoint")).isTrue());
    }
}
