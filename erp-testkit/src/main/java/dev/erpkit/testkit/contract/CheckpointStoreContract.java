package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.core.port.DuplicateKeyException;
import org.junit.jupiter.api.Test;

/** What every {@code CheckpointStore} must do: checkpoints come back whole, one for a position. */
public abstract class CheckpointStoreContract extends JournalPortContract {
    /** For adapters. */
    protected CheckpointStoreContract() {}

    private CheckpointStore checkpoints() {
        return harness().checkpoints();
    }

    /** A checkpoint of a journal that has just grown, so that its position is new. */
    private Checkpoint fresh() {
        append(Sample.full(Fresh.key("checkpoint")));
        append(simple());
        return index().checkpoint();
    }

    private LedgerIndex index() {
        LedgerIndex index = new LedgerIndex();
        index.catchUp(journal());
        return index;
    }

    @Test
    void checkpoints_1_1_a_checkpoint_comes_back_as_it_was_saved() {
        Checkpoint checkpoint = fresh();
        checkpoints().save(checkpoint);
        assertThat(checkpoints().newest()).contains(checkpoint);
        assertThat(checkpoints().newestThrough(checkpoint.position())).contains(checkpoint);
    }

    @Test
    void checkpoints_1_2_the_newest_through_a_position_is_found() {
        Checkpoint older = fresh();
        checkpoints().save(older);
        Checkpoint newer = fresh();
        checkpoints().save(newer);
        assertThat(checkpoints().newestThrough(newer.position() - 1)).contains(older);
        assertThat(checkpoints().newestThrough(newer.position() + 100)).contains(newer);
        assertThat(checkpoints().newestThrough(-1)).isEmpty();
    }

    @Test
    void checkpoints_2_1_an_equal_one_again_changes_nothing_and_another_of_its_position_is_refused() {
        Checkpoint checkpoint = fresh();
        checkpoints().save(checkpoint);
        checkpoints().save(checkpoint);
        Checkpoint other = index().checkpoint(DAY.plusYears(20));
        assertThat(other).isNotEqualTo(checkpoint);
        assertThatThrownBy(() -> checkpoints().save(other)).isInstanceOf(DuplicateKeyException.class);
        assertThat(checkpoints().newest()).contains(checkpoint);
    }

    @Test
    void checkpoints_2_2_a_checkpoint_with_a_horizon_comes_back() {
        append(simple());
        Checkpoint checkpoint = index().checkpoint(DAY.plusDays(3));
        checkpoints().save(checkpoint);
        assertThat(checkpoints().newestThrough(checkpoint.position())).contains(checkpoint);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void checkpoints_3_1_a_failed_unit_of_work_saves_nothing() {
        Checkpoint checkpoint = fresh();
        rolledBack(() -> checkpoints().save(checkpoint));
        assertThat(checkpoints().newest()).isNotEqualTo(java.util.Optional.of(checkpoint));
    }

    @Test
    @Requires(Capability.DURABLE)
    void checkpoints_4_1_checkpoints_survive_a_restart() {
        Checkpoint checkpoint = fresh();
        checkpoints().save(checkpoint);
        assertThat(harness().reopened().checkpoints().newest()).contains(checkpoint);
    }

    @Test
    @Requires(Capability.TENANTS)
    void checkpoints_5_1_tenants_never_see_each_other() {
        Checkpoint checkpoint = fresh();
        checkpoints().save(checkpoint);
        assertThat(harness().otherTenant().checkpoints().newest()).isNotEqualTo(java.util.Optional.of(checkpoint));
    }
}
