package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.dunning.DunningChange;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Removed;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningProposal;
import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.DunningState;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.port.OpenItemLog;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.set.MutableSet;

/** What holds of the records of dunning, and between them and open items. */
public final class DunningInvariants {
    private DunningInvariants() {}

    /** All records of a log. */
    public static ImmutableList<DunningRecord> records(DunningLog log) {
        MutableList<DunningRecord> records = Lists.mutable.empty();
        log.forEach(0, records::add);
        return records.toImmutable();
    }

    /** Every draft of an item is above every level that was sent of it before. */
    public static ImmutableList<Finding> levelsNeverFall(ImmutableList<DunningRecord> records) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableObjectIntMap<ItemId> sent = ObjectIntMaps.mutable.empty();
        MutableObjectIntMap<ItemId> drafted = ObjectIntMaps.mutable.empty();
        for (DunningChange change : records.flatCollect(DunningRecord::changes)) {
            if (change instanceof Drafted draft) {
                ItemId item = draft.proposal().item();
                drafted.put(item, draft.proposal().level());
                if (draft.proposal().level() <= sent.get(item)) {
                    found.add(new Finding(
                            "dunning-levels",
                            item.toString(),
                            "level " + draft.proposal().level() + " after level " + sent.get(item)));
                }
            } else if (change instanceof Sent letter) {
                sent.put(letter.item(), drafted.get(letter.item()));
            }
        }
        return found.toImmutable();
    }

    /** No item has two drafts at once, and nothing is sent without one. */
    public static ImmutableList<Finding> oneAtATime(ImmutableList<DunningRecord> records) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableSet<ItemId> drafts = Sets.mutable.empty();
        for (DunningChange change : records.flatCollect(DunningRecord::changes)) {
            if (change instanceof Drafted draft && !drafts.add(draft.proposal().item())) {
                found.add(new Finding("dunning-one", draft.proposal().item().toString(), "has two drafts"));
            } else if (change instanceof Sent letter && !drafts.remove(letter.item())) {
                found.add(new Finding("dunning-one", letter.item().toString(), "was sent without a draft"));
            } else if (change instanceof Removed removed) {
                drafts.remove(removed.item());
            }
        }
        return found.toImmutable();
    }

    /** Whatever was drafted was open, due and not blocked on the day of the run, as known then; and asked for what was open. */
    public static ImmutableList<Finding> onlyOpenDueAndFree(ImmutableList<DunningRecord> records, OpenItemLog items) {
        MutableMap<ItemId, Optional<ItemHistory>> histories = Maps.mutable.empty();
        MutableList<Finding> found = Lists.mutable.empty();
        DunningState before = new DunningState();
        for (DunningRecord fact : records) {
            for (Drafted draft : fact.changes().selectInstancesOf(Drafted.class)) {
                DunningProposal proposal = draft.proposal();
                histories
                        .getIfAbsentPutWithKey(proposal.item(), items::find)
                        .map(history -> wrong(history.knownAt(fact.recordedAt()), proposal, before))
                        .orElse(Optional.of("there is no such item"))
                        .ifPresent(why -> found.add(new Finding(
                                "dunning-due", proposal.item().toString(), "on " + proposal.day() + ": " + why)));
            }
            before.apply(fact);
        }
        return found.toImmutable();
    }

    private static Optional<String> wrong(ItemHistory history, DunningProposal proposal, DunningState before) {
        long open = history.residual(proposal.day()).amountMinor();
        if (open <= 0 || open != proposal.openMinor()) {
            return Optional.of(open + " minor units were open, not " + proposal.openMinor());
        }
        if (history.item().due().isAfter(proposal.day())) {
            return Optional.of("it was due only on " + history.item().due());
        }
        return before.block(history.item(), proposal.day()).map(block -> "it was blocked");
    }
}
