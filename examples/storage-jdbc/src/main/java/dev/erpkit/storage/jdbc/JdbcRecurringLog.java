package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.recurring.CalendarRule;
import dev.erpkit.accounting.recurring.RecurringChange;
import dev.erpkit.accounting.recurring.RecurringChange.Added;
import dev.erpkit.accounting.recurring.RecurringChange.Generated;
import dev.erpkit.accounting.recurring.RecurringChange.Paused;
import dev.erpkit.accounting.recurring.RecurringChange.Resumed;
import dev.erpkit.accounting.recurring.RecurringChange.Skipped;
import dev.erpkit.accounting.recurring.RecurringFact;
import dev.erpkit.accounting.recurring.RecurringId;
import dev.erpkit.accounting.recurring.RecurringTemplate;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.security.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.jspecify.annotations.Nullable;

/** Recurring entries as rows: one table for all kinds of facts, and two for templates. */
final class JdbcRecurringLog extends JdbcFactLog<RecurringFact> implements RecurringLog {
    private static final String LOG = "recurring";

    JdbcRecurringLog(JdbcUnitOfWork work) {
        super(work, "recurring_fact", RecurringFact::number);
    }

    @Override
    void insert(Connection connection, RecurringFact fact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into recurring_fact (tenant, number,"
                + " template, recorded_at, actor, kind, place, on_day) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row row = Row.of(statement)
                    .text(work.tenant())
                    .number(fact.number())
                    .text(fact.template().value())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id());
            bind(row, fact.change());
            statement.executeUpdate();
        }
        if (fact.change() instanceof Added added) {
            insert(connection, fact.number(), added.template());
        }
    }

    private static void bind(Row row, RecurringChange change) throws SQLException {
        if (change instanceof Added) {
            bind(row, "ADDED", null, null);
        } else if (change instanceof Generated told) {
            bind(row, "GENERATED", (long) told.place(), told.date());
        } else if (change instanceof Skipped skipped) {
            bind(row, "SKIPPED", (long) skipped.place(), null);
        } else if (change instanceof Paused paused) {
            bind(row, "PAUSED", null, paused.from());
        } else if (change instanceof Resumed resumed) {
            bind(row, "RESUMED", null, resumed.from());
        }
    }

    private static void bind(Row row, String kind, @Nullable Long place, @Nullable LocalDate day) throws SQLException {
        row.text(kind).number(place).day(day);
    }

    private void insert(Connection connection, long number, RecurringTemplate template) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into recurring_template (tenant, number,"
                + " event_type, start_date, every_months, day_of_month, adjust, until_date, occurrences, source_system,"
                + " source_type, source_id, source_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            CalendarRule rule = template.rule();
            Row.of(statement)
                    .text(work.tenant())
                    .number(number)
                    .text(template.eventType())
                    .day(rule.start())
                    .number(rule.everyMonths())
                    .number(rule.day())
                    .text(rule.adjust().toString())
                    .day(rule.until())
                    .number(rule.count().map(Integer::longValue).orElse(null))
                    .text(template.source().system())
                    .text(template.source().type())
                    .text(template.source().id())
                    .number(template.source().version());
            statement.executeUpdate();
        }
        for (int i = 0; i < template.amounts().size(); i++) {
            insert(connection, number, i, template.amounts().get(i));
        }
    }

    private void insert(Connection connection, long number, int ordinal, RoleAmount amount) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into recurring_amount (tenant, number,"
                        + " ordinal, role, currency, digits, amount, qualifier, party, due_date) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .number(number)
                    .number(ordinal)
                    .text(amount.role())
                    .money(amount.amount().getCurrency(), Amounts.minor(amount.amount()))
                    .text(amount.qualifier())
                    .text(amount.party().map(PartyId::value))
                    .day(amount.dueDate());
            statement.executeUpdate();
        }
        FactDimensions.insert(connection, work.tenant(), LOG, number, ordinal, amount.dimensions());
    }

    @Override
    MutableList<RecurringFact> select(Connection connection, long from, long through) throws SQLException {
        MutableLongObjectMap<MutableList<RoleAmount>> amounts = amounts(connection, from, through);
        MutableList<RecurringFact> facts = Lists.mutable.empty();
        Where where = Where.of("f.tenant", work.tenant())
                .and("f.number between ? and ?", from, through)
                .ordered("f.tenant, f.number");
        try (PreparedStatement statement = where.prepare(
                        connection,
                        "select f.*, t.event_type, t.start_date, t.every_months, t.day_of_month, t.adjust, t.until_date,"
                                + " t.occurrences, t.source_system, t.source_type, t.source_id, t.source_version"
                                + " from recurring_fact f left join recurring_template t"
                                + " on t.tenant = f.tenant and t.number = f.number");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long number = row.getLong("number");
                facts.add(new RecurringFact(
                        number,
                        RecurringId.of(row.getString("template")),
                        change(row, amounts.getIfAbsent(number, Lists.mutable::empty)),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return facts;
    }

    private MutableLongObjectMap<MutableList<RoleAmount>> amounts(Connection connection, long from, long through)
            throws SQLException {
        FactDimensions dimensions = FactDimensions.read(connection, work.tenant(), LOG, from, through);
        MutableLongObjectMap<MutableList<RoleAmount>> amounts = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement = range(from, through)
                        .ordered("tenant, number, ordinal")
                        .prepare(connection, "select * from recurring_amount");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long number = row.getLong("number");
                amounts.getIfAbsentPut(number, Lists.mutable::empty)
                        .add(new RoleAmount(
                                row.getString("role"),
                                Row.money(row, "currency", "digits", "amount"),
                                row.getString("qualifier"),
                                dimensions.of(number, row.getInt("ordinal")),
                                Row.text(row, "party").map(PartyId::of),
                                Row.day(row, "due_date")));
            }
        }
        return amounts;
    }

    private static RecurringChange change(ResultSet row, MutableList<RoleAmount> amounts) throws SQLException {
        LocalDate day = row.getObject("on_day", LocalDate.class);
        int place = row.getInt("place");
        String kind = row.getString("kind");
        return switch (kind) {
            case "ADDED" -> new Added(template(row, amounts));
            case "GENERATED" -> new Generated(place, day);
            case "SKIPPED" -> new Skipped(place);
            case "PAUSED" -> new Paused(day);
            case "RESUMED" -> new Resumed(day);
            default -> throw new IllegalStateException("Unknown kind of recurring fact: " + kind);
        };
    }

    private static RecurringTemplate template(ResultSet row, MutableList<RoleAmount> amounts) throws SQLException {
        return RecurringTemplate.builder()
                .id(row.getString("template"))
                .eventType(row.getString("event_type"))
                .rule(new CalendarRule(
                        row.getObject("start_date", LocalDate.class),
                        row.getInt("every_months"),
                        row.getInt("day_of_month"),
                        BusinessDayRule.parse(row.getString("adjust")),
                        Row.day(row, "until_date"),
                        Optional.ofNullable(row.getObject("occurrences", Integer.class))))
                .source(JdbcDeferralLog.source(row))
                .amounts(amounts.toImmutable())
                .build();
    }
}
