package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.deferral.DeferralChange;
import dev.erpkit.accounting.deferral.DeferralChange.Credited;
import dev.erpkit.accounting.deferral.DeferralChange.Ended;
import dev.erpkit.accounting.deferral.DeferralChange.Opened;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralFact;
import dev.erpkit.accounting.deferral.DeferralId;
import dev.erpkit.accounting.deferral.DeferralState;
import dev.erpkit.accounting.deferral.EarlyEnd;
import dev.erpkit.accounting.deferral.ServicePart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds of deferrals at every moment of their history. */
public final class DeferralInvariants {
    private static final String WHOLE = "deferral-whole";

    private DeferralInvariants() {}

    /**
     * After every fact recognised and deferred lie between nothing and what was invoiced less what was credited and sum to
     * it; the parts to come sum to what is deferred; and once told through its last day nothing is deferred, unless an early
     * end left it so.
     */
    public static ImmutableList<Finding> whole(Iterable<DeferralFact> facts) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<DeferralId, DeferralState> states = Maps.mutable.empty();
        MutableMap<DeferralId, Long> recognised = Maps.mutable.empty();
        MutableMap<DeferralId, Long> left = Maps.mutable.empty();
        for (DeferralFact fact : facts) {
            DeferralId id = fact.deferral();
            DeferralChange change = fact.change();
            DeferralState before = states.get(id);
            DeferralState state = change instanceof Opened opened
                    ? DeferralState.of(opened.deferral())
                    : Objects.requireNonNull(before, "opened first").with(change);
            states.put(id, state);
            recognised.merge(id, recognisedBy(change), Math::addExact);
            left.merge(
                    id, change instanceof Opened o ? o.deferral().totalMinor() : -creditedBy(change), Math::addExact);
            check(fact, state, recognised.getIfAbsentValue(id, 0L), left.getIfAbsentValue(id, 0L), found);
        }
        return found.toImmutable();
    }

    private static void check(
            DeferralFact fact, DeferralState state, long recognised, long left, MutableList<Finding> found) {
        String where = fact.deferral() + " after fact " + fact.number();
        if (state.recognisedMinor() != recognised || state.deferredMinor() != left - recognised) {
            found.add(new Finding(WHOLE, where, "recognised and deferred are not what the facts sum to"));
        }
        if (recognised < 0 || recognised > left) {
            found.add(new Finding(WHOLE, where, "recognised is " + recognised + " of " + left));
        }
        long parts = state.parts().sumOfLong(ServicePart::amountMinor);
        if (state.plan().service().isPresent() && parts != state.plan().restMinor()) {
            found.add(new Finding(
                    WHOLE,
                    where,
                    "parts sum to " + parts + ", not " + state.plan().restMinor()));
        }
        LocalDate last =
                state.plan().service().map(service -> service.lastDay()).orElse(LocalDate.MAX);
        boolean over =
                state.told().filter(day -> !day.isBefore(last)).isPresent() && fact.change() instanceof Recognised;
        boolean ended = fact.change() instanceof Ended e && e.rest() == EarlyEnd.RECOGNISE_REST;
        if ((over || ended) && state.deferredMinor() != 0) {
            found.add(new Finding(WHOLE, where, state.deferredMinor() + " is still deferred at the end"));
        }
    }

    private static long recognisedBy(DeferralChange change) {
        if (change instanceof Recognised told) {
            return told.minor();
        }
        if (change instanceof Credited credit) {
            return -credit.ofRecognisedMinor();
        }
        return change instanceof Ended ended ? ended.recognisedMinor() : 0;
    }

    private static long creditedBy(DeferralChange change) {
        return change instanceof Credited credit ? credit.minor() : 0;
    }

    /** Everything that was recognised or taken back stands in a book in exactly one entry of that amount, and no zero does. */
    public static ImmutableList<Finding> booked(
            Iterable<DeferralFact> facts, BookId book, ImmutableList<PostedEntry> journal) {
        MutableMap<EntryId, PostedEntry> entries = journal.toMap(PostedEntry::id, posted -> posted);
        MutableList<Finding> found = Lists.mutable.empty();
        for (DeferralFact fact : facts) {
            long told = Math.abs(recognisedBy(fact.change()));
            EntryId id = EntryId.of(IdempotencyKey.of("deferral/" + fact.deferral() + "/" + fact.number()), book);
            PostedEntry posted = entries.get(id);
            long booked = posted == null
                    ? 0
                    : posted.entry().lines().sumOfLong((JournalLine line) -> Math.max(0, line.baseMinor()));
            if (booked != told || posted != null && told == 0) {
                found.add(new Finding("deferral-booked", id.value(), "has " + booked + ", not " + told));
            }
        }
        return found.toImmutable();
    }
}
