package dev.erpkit.testkit.invariant;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChange;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.NextAction;
import dev.erpkit.crm.activity.Timeline;
import dev.erpkit.crm.party.Aliases;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyFacts;
import dev.erpkit.crm.party.PartyRecord;
import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of parties and of what was said with them, whatever was merged and taken back. */
public final class PartyInvariants {
    private PartyInvariants() {}

    /** Every id stands for one party in the end: merges never lead in a circle. */
    public static ImmutableList<Finding> aliasesEnd(ImmutableList<PartyRecord> records) {
        Aliases aliases = Aliases.of(records.flatCollect(PartyRecord::changes));
        return aliases.links()
                .keysView()
                .select(alias -> aliases.target(alias).isEmpty())
                .collect(alias -> new Finding("aliases-end", alias.value(), "merges lead in a circle"))
                .toList()
                .toImmutable();
    }

    /** Nobody is absorbed who is absorbed already, and nobody into themselves. */
    public static ImmutableList<Finding> mergesAreOfTwo(ImmutableList<PartyRecord> records) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableList<PartyChange> before = Lists.mutable.empty();
        for (PartyChange change : records.flatCollect(PartyRecord::changes)) {
            if (change instanceof PartyChange.Merged merged) {
                Aliases aliases = Aliases.of(before);
                if (aliases.isAlias(merged.absorbed())
                        || aliases.resolve(merged.party()).equals(merged.absorbed())) {
                    found.add(new Finding("merges-are-of-two", merged.absorbed().value(), merged.text()));
                }
            }
            before.add(change);
        }
        return found.toImmutable();
    }

    /** What one of two parties had withdrawn is withdrawn after their merge, until somebody says otherwise. */
    public static ImmutableList<Finding> mergesAreStrict(ImmutableList<PartyRecord> records) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (int i = 0; i < records.size(); i++) {
            Instant at = records.get(i).recordedAt();
            PartyFacts before = PartyFacts.of(records.take(i));
            PartyFacts after = PartyFacts.of(records.take(i + 1));
            for (PartyChange.Merged merge : records.get(i).changes().selectInstancesOf(PartyChange.Merged.class)) {
                for (PartyId party : merge.parties()) {
                    before.consents(party, at)
                            .select(said -> said.state() == ConsentState.WITHDRAWN)
                            .reject(said -> state(after, merge.party(), said.scope(), at) == ConsentState.WITHDRAWN)
                            .forEach(said -> found.add(new Finding(
                                    "merges-are-strict", party.value(), said.scope() + " came back by a merge")));
                }
            }
        }
        return found.toImmutable();
    }

    private static ConsentState state(PartyFacts facts, PartyId party, ConsentScope scope, Instant at) {
        ConsentStatement said = facts.consents(party, at).get(scope);
        return said == null ? ConsentState.GRANTED : said.state();
    }

    /** All that was logged and planned stands on exactly one timeline, and none of it on that of an absorbed id. */
    public static ImmutableList<Finding> nothingIsLost(ImmutableList<ActivityRecord> records, Aliases aliases) {
        Timeline timeline = Timeline.of(records, aliases);
        ImmutableList<PartyId> parties = records.flatCollect(ActivityRecord::parties)
                .collect(aliases::resolve)
                .distinct();
        ImmutableList<Activity> shown = parties.flatCollect(timeline::activities);
        ImmutableList<NextAction> planned = parties.flatCollect(timeline::actions);
        ImmutableList<ActivityChange> changes = records.flatCollect(ActivityRecord::changes);
        int logged = changes.count(change -> change instanceof ActivityChange.Logged);
        int actions = changes.count(change -> change instanceof ActivityChange.Planned);
        MutableList<Finding> found = Lists.mutable.empty();
        if (shown.size() != logged || shown.distinct().size() != logged) {
            found.add(new Finding("nothing-is-lost", "activities", shown.size() + " of " + logged + " are shown"));
        }
        if (planned.size() != actions || planned.distinct().size() != actions) {
            found.add(new Finding("nothing-is-lost", "actions", planned.size() + " of " + actions + " are shown"));
        }
        aliases.links()
                .keysView()
                .select(alias -> aliases.target(alias).isPresent()
                        && timeline.activities(alias).notEmpty())
                .forEach(alias ->
                        found.add(new Finding("nothing-is-lost", alias.value(), "shows something of its own")));
        return found.toImmutable();
    }
}
