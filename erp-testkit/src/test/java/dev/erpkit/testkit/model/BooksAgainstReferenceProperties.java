package dev.erpkit.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.JournalInvariants;
import dev.erpkit.testkit.invariant.LedgerInvariants;
import dev.erpkit.testkit.invariant.ReservationInvariants;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;

/**
 * The services give the outcome of the reference books for every command and have the same state after it, and the fast
 * index has their balances. Invariants 9, 10, 11, 13, 14, 25, 28, 29 and 39 beside those of the journal.
 */
class BooksAgainstReferenceProperties {
    /** How often each command was answered in which way, over all tries. */
    private static final Map<String, Integer> ANSWERS = new TreeMap<>();

    @Provide
    ActionChainArbitrary<ModelPair> commands() {
        return ActionChain.startWith(() -> new ModelPair(ANSWERS))
                .withAction(6, ModelActions.post())
                .withAction(2, ModelActions.batch())
                .withAction(2, ModelActions.reverse())
                .withAction(5, ModelActions.match())
                .withAction(4, ModelActions.undo())
                .withAction(2, ModelActions.revalue())
                .withAction(1, ModelActions.lock())
                .withAction(1, ModelActions.unlock())
                .withAction(1, ModelActions.exception())
                .withAction(2, ModelActions.close())
                .withAction(1, ModelActions.reopen())
                .withAction(2, ModelActions.reserve())
                .withAction(3, ModelActions.settle())
                .withAction(1, ModelActions.release())
                .withAction(1, ModelActions.pass())
                .withMaxTransformations(60);
    }

    @Property(tries = 200)
    void every_command_ends_as_in_the_reference(@ForAll("commands") ActionChain<ModelPair> chain) {
        chain.withInvariant("sound books", pair -> {
                    assertThat(JournalInvariants.all(pair.books.journal())).isEmpty();
                    assertThat(ReservationInvariants.openHaveNotEnded(pair.harness.reservations()))
                            .isEmpty();
                    assertThat(ReservationInvariants.limitsHold(
                                    new ReferenceLedger(pair.books.journal()),
                                    pair.books.chart(),
                                    ReservationInvariants.open(pair.harness.reservations()),
                                    pair.clock.instant()))
                            .isEmpty();
                })
                .run();
        ModelPair end = chain.finalState().orElseThrow();
        ReferenceLedger ledger = new ReferenceLedger(end.books.journal());
        assertThat(LedgerInvariants.indexAgrees(end.books.index(), ledger, ledger.days()))
                .isEmpty();
        assertThat(EvidenceInvariants.chainIsSound(end.harness.journal(), end.harness.seals()))
                .isEmpty();
    }

    /** A model that never gets anywhere agrees with everything; what is rarer than these is left out. */
    @AfterContainer
    static void every_kind_of_answer_was_given() {
        assertThat(ANSWERS)
                .containsKeys(
                        "post accepted",
                        "post replayed",
                        "post entry.id-reused",
                        "post entry.unbalanced",
                        "post balance.limit-exceeded",
                        "post period.locked",
                        "batch accepted",
                        "batch batch.linked-failed",
                        "match accepted",
                        "match replayed",
                        "match match.closed",
                        "match match.exceeds-residual",
                        "match match.date",
                        "revalue accepted",
                        "revalue replayed",
                        "lock accepted",
                        "unlock accepted",
                        "exception accepted",
                        "close accepted",
                        "close close.previous-open",
                        "close replayed",
                        "close close.open-reservations",
                        "reopen accepted",
                        "reserve accepted",
                        "settle accepted",
                        "settle reservation.exceeded",
                        "settle reservation.resolved",
                        "release accepted",
                        "expire accepted");
    }
}
