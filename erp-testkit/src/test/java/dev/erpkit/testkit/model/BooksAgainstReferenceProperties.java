package dev.erpkit.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.JournalInvariants;
import dev.erpkit.testkit.invariant.LedgerInvariants;
import dev.erpkit.testkit.invariant.ReservationInvariants;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;

/**
 * The services give the outcome of the reference books for every command and have the same state after it, and the fast
 * index has their balances. Invariants 9, 10, 11, 13, 14, 25, 28, 29 and 39 beside those of the journal.
 */
class BooksAgainstReferenceProperties {
    @Provide
    ActionChainArbitrary<ModelPair> commands() {
        return ActionChain.startWith(() -> new ModelPair(new TreeMap<>()))
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

    /**
     * A model that never gets anywhere agrees with everything, so a scenario leads it everywhere: each answer that the reference
     * can give is given, not left to what is drawn.
     */
    @Example
    void every_kind_of_answer_is_given() {
        Map<String, Integer> answers = new TreeMap<>();
        ModelScenario.run(answers);
        System.out.println("ANSWERS " + answers);
    }
}
