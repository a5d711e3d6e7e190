package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code SealLog} must do: one seal for each position in their order, salts that can be forgotten. */
public abstract class SealLogContract extends JournalPortContract {
    /** For adapters. */
    protected SealLogContract() {}

    private SealLog seals() {
        return harness().seals();
    }

    private long last() {
        return seals().last().map(Seal::position).orElse(0L);
    }

    private static byte[] salt(String seed) {
        return Arrays.copyOf(seed.getBytes(StandardCharsets.UTF_8), 32);
    }

    /** The entry at the position that is sealed next; seals never run ahead of the journal. */
    private PostedEntry unsealed() {
        long next = last() + 1;
        while (journal().lastPosition() < next) {
            append(Sample.full(Fresh.key("sealed")));
        }
        return scan(JournalQuery.after(next - 1).through(next)).getOnly();
    }

    /** Seals the next entry with the library's own sealing; its texts are those of the entry. */
    private Seal seal() {
        return inUnitOfWork(() -> {
            PostedEntry entry = Sample.withTexts(unsealed());
            new JournalSealing(seals(), () -> salt("salt " + entry.position())).posted(entry);
            return seals().last().orElseThrow();
        });
    }

    private ImmutableList<Seal> between(long after, long through) {
        MutableList<Seal> found = Lists.mutable.empty();
        seals().forEach(after, through, found::add);
        return found.toImmutable();
    }

    @Test
    void seals_1_1_a_seal_comes_back_as_it_was_appended() {
        Seal seal = seal();
        assertThat(seal.texts()).isPresent();
        assertThat(seals().last()).contains(seal);
        assertThat(between(seal.position() - 1, seal.position())).containsExactly(seal);
    }

    @Test
    void seals_1_2_seals_come_in_the_order_of_positions_between_two_of_them() {
        Seal one = seal();
        Seal two = seal();
        Seal three = seal();
        assertThat(between(one.position() - 1, Long.MAX_VALUE)).containsExactly(one, two, three);
        assertThat(between(one.position(), two.position())).containsExactly(two);
        assertThat(between(three.position(), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void seals_2_1_only_the_seal_of_the_next_position_is_taken() {
        Seal seal = seal();
        for (long position : new long[] {seal.position(), seal.position() - 1, seal.position() + 2}) {
            Seal wrong = new Seal(position, seal.version(), seal.content(), seal.chain(), seal.texts());
            assertThatThrownBy(() -> seals().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(seals().last()).contains(seal);
    }

    @Test
    void seals_3_1_a_forgotten_salt_is_gone_and_nothing_else() {
        Seal seal = seal();
        Seal next = seal();
        seals().eraseSalt(seal.position());
        assertThat(between(seal.position() - 1, Long.MAX_VALUE)).containsExactly(seal.withoutSalt(), next);
        seals().eraseSalt(seal.position());
        assertThat(between(seal.position() - 1, seal.position())).containsExactly(seal.withoutSalt());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void seals_4_1_a_failed_unit_of_work_seals_and_forgets_nothing() {
        Seal kept = seal();
        rolledBack(() -> {
            seal();
            seals().eraseSalt(kept.position());
        });
        assertThat(seals().last()).contains(kept);
        assertThat(seal().position()).isEqualTo(kept.position() + 1);
    }

    @Test
    void seals_5_1_a_checkpoint_is_kept_once() {
        seal();
        MerkleCheckpoint checkpoint =
                new JournalSealing(seals(), () -> salt("")).checkpoint(harness().unitOfWork());
        MutableList<MerkleCheckpoint> found = Lists.mutable.empty();
        seals().forEachCheckpoint(found::add);
        assertThat(found).contains(checkpoint);
        assertThat(found.collect(MerkleCheckpoint::size)).isSorted();
        assertThatThrownBy(() -> seals().append(checkpoint)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void seals_6_1_of_racers_for_one_position_exactly_one_wins() {
        Seal before = seal();
        unsealed();
        ImmutableList<AtOnce.Ended<Seal>> ends = AtOnce.run(4, i -> {
            Seal racer = new Seal(
                    before.position() + 1,
                    before.version(),
                    Digest.of(salt("racer " + i)),
                    before.chain(),
                    before.texts());
            seals().append(racer);
            return racer;
        });
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(seals().last()).contains(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void seals_7_1_seals_survive_a_restart() {
        Seal seal = seal();
        assertThat(harness().reopened().seals().last()).contains(seal);
    }

    @Test
    @Requires(Capability.TENANTS)
    void seals_8_1_tenants_never_see_each_other() {
        SealLog other = harness().otherTenant().seals();
        long theirs = other.last().map(Seal::position).orElse(0L);
        seal();
        assertThat(other.last().map(Seal::position).orElse(0L)).isEqualTo(theirs);
    }
}
