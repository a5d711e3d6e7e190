package dev.erpkit.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.JournalInvariants;
import dev.erpkit.testkit.invariant.LedgerInvariants;
import dev.erpkit.testkit.invariant.ReservationInvariants;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    /** What each command is answered in the scenario: every code that the reference knows is among them. */
    private static final String KINDS = """
            batch: accepted, batch.linked-failed, entry.id-reused, entry.unbalanced, replayed
            close: accepted, close.already-closed, close.open-reservations, close.previous-open, replayed
            exception: accepted, period.exception-expired, period.exception-key-reused, period.no-such-exception,
                period.year-closed, replayed
            expire: accepted
            lock: accepted, period.already-locked, replayed
            match: accepted, match.closed, match.date, match.exceeds-residual, match.id-reused,
                match.item-unknown, match.party-differs, match.same-side, match.unbalanced, period.locked, replayed
            post: accepted, account.not-postable, account.party-missing, account.unknown,
                balance.limit-exceeded, entry.empty, entry.id-reused, entry.unbalanced, period.locked, replayed
            release: accepted, replayed, reservation.resolved, reservation.unknown
            reopen: accepted, close.not-closed, close.not-newest, replayed
            reserve: accepted, balance.limit-exceeded, replayed, reservation.expired, reservation.id-reused
            revalue: accepted, replayed, revaluation.id-reused
            reverse: accepted, entry.already-reversed, entry.closing-day, entry.id-reused,
                entry.reversal-before-original, entry.reverses-unknown, openitem.matched, replayed
            settle: accepted, entry.id-reused, replayed, reservation.exceeded, reservation.expired,
                reservation.resolved, reservation.unknown
            undo: accepted, match.already-undone, match.date, match.id-reused, match.is-undoing,
                match.unknown, period.locked, replayed
            unlock: accepted, period.not-locked, period.not-newest, period.year-closed, replayed
            """;

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
     * A model that never gets anywhere agrees with everything, so a scenario leads it everywhere: each answer that the
     * reference can give is given, not left to what is drawn.
     */
    @Example
    void every_kind_of_answer_is_given() {
        Map<String, Integer> answers = new TreeMap<>();
        ModelScenario.run(answers);
        Set<String> told = new TreeSet<>();
        for (String line : KINDS.strip().split("\n(?! )")) {
            String[] command = line.split(": ");
            for (String answer : command[1].split(",\\s+")) {
                told.add(command[0] + " " + answer);
            }
        }
        assertThat(answers.keySet()).isEqualTo(told);
    }
}
