package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Removed;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningChange.Unblocked;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** What the records of dunning come to: a fold. Not for several threads. */
public final class DunningState {
    private final MutableMap<ItemId, ItemDunning> items = Maps.mutable.empty();
    private final MutableMap<DunningScope, Blocked> blocks = Maps.mutable.empty();
    private final MutableSet<EntryId> charges = Sets.mutable.empty();

    /** Nothing was dunned. */
    public DunningState() {}

    /** The state after records, in the order of their sequence. */
    public static DunningState of(Iterable<DunningRecord> records) {
        DunningState state = new DunningState();
        records.forEach(state::apply);
        return state;
    }

    /** Adds a record. */
    public void apply(DunningRecord fact) {
        fact.changes().forEach(change -> apply(change, fact.date()));
    }

    private void apply(DunningChange change, LocalDate day) {
        if (change instanceof Drafted drafted) {
            DunningProposal proposal = drafted.proposal();
            ItemDunning before = items.get(proposal.item());
            items.put(
                    proposal.item(),
                    before == null
                            ? new ItemDunning(proposal, DunningStage.DRAFT, 0, Optional.empty(), Optional.empty())
                            : new ItemDunning(
                                    proposal,
                                    DunningStage.DRAFT,
                                    before.sentLevel(),
                                    before.sentOn(),
                                    before.chargedThrough()));
        } else if (change instanceof Sent sent) {
            items.computeIfPresent(sent.item(), (id, item) -> {
                if (!item.current().charges().isZero()) {
                    charges.add(
                            EntryId.of(chargeKey(item.current()), item.current().book()));
                }
                return item.sent(day);
            });
        } else if (change instanceof Removed removed) {
            items.computeIfPresent(removed.item(), (id, item) -> item.at(DunningStage.REMOVED));
        } else if (change instanceof Blocked blocked) {
            blocks.put(blocked.scope(), blocked);
        } else if (change instanceof Unblocked unblocked) {
            blocks.remove(unblocked.scope());
        }
    }

    /** The key of the event that charges fee and interest of a proposal: one for each item and level. */
    static IdempotencyKey chargeKey(DunningProposal proposal) {
        String id = proposal.item().toString();
        String level = "/" + proposal.level() + "/" + proposal.day();
        String whole = "dunning/" + id + level;
        // an entry id may have 160 characters, a key 128
        return IdempotencyKey.of(whole.length() <= 128 ? whole : "dunning/" + Digest.ofText(id) + level);
    }

    /** The dunning of an item. */
    public Optional<ItemDunning> of(ItemId item) {
        return Optional.ofNullable(items.get(item));
    }

    /** The dunnings of all items that ever had one. */
    public RichIterable<ItemDunning> all() {
        return items.valuesView();
    }

    /** The drafts, in the order of party and item. */
    public ImmutableList<DunningProposal> drafts() {
        return items.valuesView()
                .select(item -> item.stage() == DunningStage.DRAFT)
                .collect(ItemDunning::current)
                .toSortedList(DunningLetter.ORDER)
                .toImmutable();
    }

    /** The block that keeps an item from being dunned on a day. */
    public Optional<Blocked> block(OpenItem item, LocalDate day) {
        return blocks.valuesView()
                .detectOptional(block -> block.scope().covers(item)
                        && block.until().map(until -> !day.isAfter(until)).orElse(true));
    }

    /** The block of a scope, whether it has run out or not. */
    public Optional<Blocked> block(DunningScope scope) {
        return Optional.ofNullable(blocks.get(scope));
    }

    /** Whether an item is itself a charge of dunning, which is never dunned. */
    public boolean isCharge(OpenItem item) {
        return charges.contains(item.id().entry());
    }
}
