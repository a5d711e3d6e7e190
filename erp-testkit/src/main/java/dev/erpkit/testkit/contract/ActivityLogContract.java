package dev.erpkit.testkit.contract;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.activity.ActionId;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChange;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.Direction;
import dev.erpkit.crm.activity.NextAction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What every {@code ActivityLog} must do: one record for each command in its order, each key once. */
public abstract class ActivityLogContract extends KeyedLogContract<ActivityHarness, ActivityRecord> {
    private static final Actor CLERK = Actor.of("顧客係");

    /** For adapters. */
    protected ActivityLogContract() {}

    @Override
    void append(ActivityHarness harness, ActivityRecord fact) {
        harness.activities().append(fact);
    }

    @Override
    Optional<ActivityRecord> find(ActivityHarness harness, IdempotencyKey key) {
        return harness.activities().find(key);
    }

    @Override
    void forEach(ActivityHarness harness, long afterSequence, Consumer<ActivityRecord> sink) {
        harness.activities().forEach(afterSequence, sink);
    }

    @Override
    void forEachOf(ActivityHarness harness, PartyId party, Consumer<ActivityRecord> sink) {
        harness.activities().forEachOf(party, sink);
    }

    @Override
    long lastSequence(ActivityHarness harness) {
        return harness.activities().lastSequence();
    }

    @Override
    ActivityHarness other() {
        return harness().otherTenant();
    }

    @Override
    ActivityHarness again() {
        return harness().reopened();
    }

    @Override
    long sequence(ActivityRecord fact) {
        return fact.sequence();
    }

    @Override
    IdempotencyKey key(ActivityRecord fact) {
        return fact.key();
    }

    @Override
    ActivityRecord fact(long sequence, IdempotencyKey key, PartyId party) {
        return new ActivityRecord(sequence, key, Digest.ofText(key.value()), Fresh.instant(), CLERK, everything(party));
    }

    private static ImmutableList<ActivityChange> everything(PartyId party) {
        ActionId action = ActionId.of(Fresh.key("次"));
        MutableList<ActivityChange> changes = Lists.mutable.of(
                new ActivityChange.Planned(new NextAction(action, party, "折り返し", LocalDate.of(2024, 2, 29), CLERK)),
                new ActivityChange.Reassigned(party, action, Actor.of("別人")),
                new ActivityChange.Completed(party, action, Optional.empty()),
                new ActivityChange.Completed(party, action, Optional.of(ActivityId.of("x"))),
                new ActivityChange.ContentErased(party));
        for (ActivityChannel channel : ActivityChannel.values()) {
            for (Direction direction : Direction.values()) {
                Activity.Builder activity = Activity.builder().id(Fresh.key("活動"));
                activity.party(party)
                        .channel(channel)
                        .direction(direction)
                        .at(Fresh.instant())
                        .author(CLERK);
                if (direction == Direction.OUT) {
                    activity.replyTo(ActivityId.of("before")).minutes(90);
                    activity.mentions(Lists.immutable.of(CLERK, Actor.of("a")));
                }
                changes.add(new ActivityChange.Logged(activity.build()));
            }
        }
        return changes.toImmutable();
    }
}
