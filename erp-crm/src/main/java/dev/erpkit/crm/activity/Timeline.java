package dev.erpkit.crm.activity;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.party.Aliases;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * What records of activities come to, seen through the aliases of parties: a fold, pure. A party shows all that happened under
 * any of its ids; an id that was absorbed shows nothing of its own.
 */
public final class Timeline {
    private static final Comparator<Activity> IN_TIME =
            Comparator.comparing(Activity::at).thenComparing(Activity::id);
    private static final Comparator<NextAction> BY_DUE =
            Comparator.comparing(NextAction::due).thenComparing(NextAction::id);

    private final Aliases aliases;
    private final MutableMap<ActivityId, Activity> activities = Maps.mutable.empty();
    private final MutableMap<ActionId, NextAction> actions = Maps.mutable.empty();
    private final MutableMap<ActionId, Optional<ActivityId>> done = Maps.mutable.empty();

    private Timeline(Aliases aliases) {
        this.aliases = aliases;
    }

    /** The fold of records, whatever their order. */
    public static Timeline of(Iterable<ActivityRecord> records, Aliases aliases) {
        Timeline timeline = new Timeline(aliases);
        Lists.immutable
                .withAll(records)
                .toImmutableSortedListBy(ActivityRecord::sequence)
                .flatCollect(ActivityRecord::changes)
                .forEach(timeline::apply);
        return timeline;
    }

    private void apply(ActivityChange change) {
        if (change instanceof ActivityChange.Logged logged) {
            activities.put(logged.activity().id(), logged.activity());
        } else if (change instanceof ActivityChange.Planned planned) {
            actions.put(planned.action().id(), planned.action());
        } else if (change instanceof ActivityChange.Reassigned reassigned) {
            actions.computeIfPresent(reassigned.action(), (id, action) -> action.of(reassigned.owner()));
        } else if (change instanceof ActivityChange.Completed completed) {
            done.put(completed.action(), completed.by());
        }
    }

    private boolean isOf(PartyId recorded, PartyId party) {
        return aliases.resolve(recorded).equals(party);
    }

    /** What happened with a party under any of its ids, in the order of time. */
    public ImmutableList<Activity> activities(PartyId party) {
        return activities
                .valuesView()
                .select(activity -> isOf(activity.party(), party))
                .toSortedList(IN_TIME)
                .toImmutable();
    }

    /** What was ever to be done for a party, done or not, by the day on which it is due. */
    public ImmutableList<NextAction> actions(PartyId party) {
        return actions.valuesView()
                .select(action -> isOf(action.party(), party))
                .toSortedList(BY_DUE)
                .toImmutable();
    }

    /** What somebody still has to do by a day, the most urgent first. */
    public ImmutableList<NextAction> open(Actor owner, LocalDate by) {
        return actions.valuesView()
                .select(action ->
                        action.owner().equals(owner) && !action.due().isAfter(by) && !done.containsKey(action.id()))
                .toSortedList(BY_DUE)
                .toImmutable();
    }

    /** Whether something was done. */
    public boolean isDone(ActionId action) {
        return done.containsKey(action);
    }

    /** The activity with an id. */
    public Optional<Activity> activity(ActivityId id) {
        return Optional.ofNullable(activities.get(id));
    }

    /** The action with an id, with who has it now. */
    public Optional<NextAction> action(ActionId id) {
        return Optional.ofNullable(actions.get(id));
    }

    /** All that belongs to the conversation in which an activity stands, in the order of time. */
    public ImmutableList<Activity> thread(ActivityId id) {
        ActivityId first = root(id);
        return activities
                .valuesView()
                .select(activity -> root(activity.id()).equals(first))
                .toSortedList(IN_TIME)
                .toImmutable();
    }

    private ActivityId root(ActivityId id) {
        ActivityId current = id;
        // what answers itself in a circle is one thread all the same
        for (int i = 0; i < activities.size(); i++) {
            Activity activity = activities.get(current);
            if (activity == null || activity.replyTo().isEmpty()) {
                break;
            }
            current = activity.replyTo().get();
        }
        return current;
    }

    /** Where somebody of us was mentioned, in the order of time. */
    public ImmutableList<Activity> mentions(Actor actor) {
        return activities
                .valuesView()
                .select(activity -> activity.mentions().contains(actor))
                .toSortedList(IN_TIME)
                .toImmutable();
    }

    /** How often and how long we had to do with a party, by channel; erasing what was said changes none of it. */
    public ImmutableSortedMap<ActivityChannel, Figures> figures(PartyId party) {
        MutableSortedMap<ActivityChannel, Figures> figures = SortedMaps.mutable.empty();
        activities(party)
                .forEach(activity ->
                        figures.merge(activity.channel(), new Figures(1, activity.minutes()), Figures::add));
        return figures.toImmutable();
    }

    /**
     * How often and how long.
     *
     * @param count how many activities
     * @param minutes how long they took us
     */
    public record Figures(int count, long minutes) {
        private Figures add(Figures other) {
            return new Figures(count + other.count, minutes + other.minutes);
        }
    }
}
