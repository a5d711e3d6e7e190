package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.fault.Faults;
import dev.erpkit.testkit.fault.FaultyPorts;
import dev.erpkit.testkit.fault.InjectedFault;
import dev.erpkit.testkit.invariant.JournalInvariants;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Sends a command into every fault, and again until it succeeds, and counts what it left behind. */
abstract class ExactlyOnce extends PortContract<BooksHarness> {
    private static final int MOST_WRITES = 200;

    final Faults faults = new Faults();

    /** For contracts. */
    ExactlyOnce() {}

    /** The services over ports in which the armed faults strike. */
    final KitBooks faulty() {
        return BooksRoom.over(harness(), FaultyPorts.of(harness().stores(), faults));
    }

    /** The same at a later instant. */
    final KitBooks faulty(Instant now) {
        return BooksRoom.over(harness(), FaultyPorts.of(harness().stores(), faults), now);
    }

    /** How much is recorded. */
    record Size(long accounts, long entries, long matches, long facts, long openReservations, long sealed, long told) {
        private Size grownFrom(Size before) {
            return new Size(
                    accounts - before.accounts,
                    entries - before.entries,
                    matches - before.matches,
                    facts - before.facts,
                    openReservations - before.openReservations,
                    sealed - before.sealed,
                    told - before.told);
        }
    }

    final Size size() {
        AtomicLong accounts = new AtomicLong();
        harness().accounts().forEach(account -> accounts.incrementAndGet());
        AtomicLong open = new AtomicLong();
        harness().reservations().forEachOpen(reservation -> open.incrementAndGet());
        return new Size(
                accounts.get(),
                harness().journal().lastPosition(),
                harness().openItems().lastSequence(),
                harness().periods().size(),
                open.get(),
                harness().seals().last().map(seal -> seal.position()).orElse(0L),
                harness().told().size());
    }

    /**
     * Sends a command into every fault, on fresh ids each time, and again until it succeeds: each time it has the effect
     * that it has undisturbed.
     *
     * @param fresh prepares what the command needs and gives the command
     */
    final void exactlyOnce(Supplier<Supplier<Outcome<?>>> fresh) {
        Supplier<Outcome<?>> undisturbed = fresh.get();
        Size start = size();
        accepted(undisturbed);
        Size one = size().grownFrom(start);
        lostReply(fresh.get(), one);
        crashBeforeCommit(fresh.get(), one);
        int writes = 0;
        while (crashAfterWrites(fresh.get(), writes, one)) {
            writes++;
            assertThat(writes).as("a command has an end").isLessThan(MOST_WRITES);
        }
        assertThat(writes).as("a fault struck").isPositive();
        assertThat(JournalInvariants.numbersAreGapless(Journals.of(harness().journal())))
                .isEmpty();
    }

    private static void accepted(Supplier<Outcome<?>> command) {
        Outcome<?> outcome = command.get();
        assertThat(outcome.refusal()).isEmpty();
    }

    private void lostReply(Supplier<Outcome<?>> command, Size one) {
        Size before = size();
        faults.loseReply();
        assertThatThrownBy(command::get).isInstanceOf(InjectedFault.class);
        assertThat(size().grownFrom(before)).as("what was committed stays").isEqualTo(one);
        accepted(command);
        assertThat(size().grownFrom(before)).as("one effect").isEqualTo(one);
    }

    private void crashBeforeCommit(Supplier<Outcome<?>> command, Size one) {
        Size before = size();
        faults.crashBeforeCommit();
        assertThatThrownBy(command::get).isInstanceOf(InjectedFault.class);
        assertThat(size()).as("nothing stays").isEqualTo(before);
        accepted(command);
        assertThat(size().grownFrom(before)).as("one effect").isEqualTo(one);
    }

    /** Tells whether the fault struck: it does not once the command writes no more often. */
    private boolean crashAfterWrites(Supplier<Outcome<?>> command, int writes, Size one) {
        Size before = size();
        faults.crashAfterWrites(writes);
        boolean struck = false;
        try {
            var unused = command.get();
        } catch (InjectedFault fault) {
            struck = true;
            assertThat(size()).as("nothing stays").isEqualTo(before);
        }
        assertThat(faults.disarm())
                .as("a fault that never struck is taken back")
                .isEqualTo(!struck);
        accepted(command);
        assertThat(size().grownFrom(before)).as("one effect").isEqualTo(one);
        return struck;
    }
}
