package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.activity.ActionId;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChange;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.Direction;
import dev.erpkit.crm.activity.NextAction;
import dev.erpkit.crm.activity.port.ActivityLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** What was said and planned as rows. */
final class JdbcActivityLog extends JdbcChangeLog<ActivityRecord, ActivityChange> implements ActivityLog {
    private static final String INSERT =
            "insert into activity_change (tenant, sequence, ordinal, kind, party, activity,"
                    + " channel, direction, happened_at, author, reply_to, minutes, action, action_kind, due_date, owner)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final @Nullable String NONE = null;

    JdbcActivityLog(JdbcUnitOfWork work) {
        super(work, "activity_record", "activity_change", INSERT);
    }

    @Override
    Head head(ActivityRecord fact) {
        return new Head(fact.sequence(), fact.key(), fact.fingerprint(), fact.recordedAt(), fact.actor());
    }

    @Override
    ImmutableList<ActivityChange> changes(ActivityRecord fact) {
        return fact.changes();
    }

    @Override
    ActivityRecord record(Head head, ImmutableList<ActivityChange> changes) {
        return new ActivityRecord(
                head.sequence(), head.key(), head.fingerprint(), head.recordedAt(), head.actor(), changes);
    }

    @Override
    void insertBelow(Connection connection, long sequence, int ordinal, ActivityChange change) throws SQLException {
        if (change instanceof ActivityChange.Logged logged) {
            try (PreparedStatement statement = connection.prepareStatement("insert into activity_mention"
                    + " (tenant, sequence, ordinal, place, actor) values (?, ?, ?, ?, ?)")) {
                int place = 0;
                for (Actor actor : logged.activity().mentions()) {
                    Row.of(statement)
                            .text(work.tenant())
                            .number(sequence)
                            .number(ordinal)
                            .number(place++)
                            .text(actor.id())
                            .add();
                }
                statement.executeBatch();
            }
        }
    }

    @Override
    void bind(Row row, ActivityChange change) throws SQLException {
        String party = change.party().value();
        if (change instanceof ActivityChange.Logged logged) {
            Activity activity = logged.activity();
            row.text("LOGGED").text(party).text(activity.id().value());
            row.text(activity.channel().text())
                    .text(activity.direction().text())
                    .instant(activity.at());
            row.text(activity.author().id()).text(activity.replyTo()).number(activity.minutes());
            action(row, NONE, NONE, null, NONE);
        } else if (change instanceof ActivityChange.Planned planned) {
            NextAction action = planned.action();
            said(row.text("PLANNED").text(party), NONE);
            action(
                    row,
                    action.id().value(),
                    action.kind(),
                    action.due(),
                    action.owner().id());
        } else if (change instanceof ActivityChange.Reassigned reassigned) {
            said(row.text("REASSIGNED").text(party), NONE);
            action(
                    row,
                    reassigned.action().value(),
                    NONE,
                    null,
                    reassigned.owner().id());
        } else if (change instanceof ActivityChange.Completed completed) {
            said(
                    row.text("COMPLETED").text(party),
                    completed.by().map(ActivityId::value).orElse(NONE));
            action(row, completed.action().value(), NONE, null, NONE);
        } else {
            said(row.text("CONTENT_ERASED").text(party), NONE);
            action(row, NONE, NONE, null, NONE);
        }
    }

    private static void said(Row row, @Nullable String activity) throws SQLException {
        @Nullable Instant none = null;
        @Nullable Long nothing = null;
        row.text(activity)
                .text(NONE)
                .text(NONE)
                .instant(none)
                .text(NONE)
                .text(NONE)
                .number(nothing);
    }

    private static void action(
            Row row, @Nullable String id, @Nullable String kind, @Nullable LocalDate due, @Nullable String owner)
            throws SQLException {
        row.text(id).text(kind).day(due).text(owner);
    }

    @Override
    Where naming(Where where, PartyId party) {
        return where.and(
                "sequence in (select sequence from activity_change where tenant = ? and party = ?)",
                work.tenant(),
                party.value());
    }

    @Override
    ActivityChange change(Connection connection, long sequence, ResultSet row) throws SQLException {
        return change(row, mentions(connection, sequence, row.getInt("ordinal")));
    }

    private ImmutableList<Actor> mentions(Connection connection, long sequence, int ordinal) throws SQLException {
        MutableList<Actor> actors = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("sequence = ?", sequence)
                .and("ordinal = ?", ordinal)
                .ordered("tenant, sequence, ordinal, place");
        try (PreparedStatement statement = where.prepare(connection, "select actor from activity_mention");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                actors.add(Actor.of(row.getString("actor")));
            }
        }
        return actors.toImmutable();
    }

    private static ActivityChange change(ResultSet row, ImmutableList<Actor> mentions) throws SQLException {
        PartyId party = PartyId.of(row.getString("party"));
        String kind = row.getString("kind");
        return switch (kind) {
            case "LOGGED" -> new ActivityChange.Logged(activity(row, party, mentions));
            case "PLANNED" ->
                new ActivityChange.Planned(new NextAction(
                        action(row),
                        party,
                        row.getString("action_kind"),
                        Row.day(row, "due_date").orElseThrow(),
                        Actor.of(row.getString("owner"))));
            case "REASSIGNED" -> new ActivityChange.Reassigned(party, action(row), Actor.of(row.getString("owner")));
            case "COMPLETED" ->
                new ActivityChange.Completed(
                        party, action(row), Row.text(row, "activity").map(ActivityId::of));
            case "CONTENT_ERASED" -> new ActivityChange.ContentErased(party);
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }

    private static ActionId action(ResultSet row) throws SQLException {
        return ActionId.of(row.getString("action"));
    }

    private static Activity activity(ResultSet row, PartyId party, ImmutableList<Actor> mentions) throws SQLException {
        return Activity.builder()
                .id(row.getString("activity"))
                .party(party)
                .channel(ActivityChannel.parse(row.getString("channel")))
                .direction(Direction.parse(row.getString("direction")))
                .at(Row.instant(row, "happened_at"))
                .author(Actor.of(row.getString("author")))
                .replyTo(Row.text(row, "reply_to").map(ActivityId::of))
                .mentions(mentions)
                .minutes(row.getInt("minutes"))
                .build();
    }
}
