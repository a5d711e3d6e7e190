package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.consolidation.ConsolidationRun;
import dev.erpkit.accounting.consolidation.FrozenMember;
import dev.erpkit.accounting.consolidation.FrozenPeriod;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Frozen consolidations as rows: a run, its members, the equity of each. */
final class JdbcConsolidationLog implements ConsolidationLog {
    private final JdbcUnitOfWork work;

    JdbcConsolidationLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<ConsolidationRun> newest(String group) {
        return one(Where.of(work.tenant())
                .and("group_name = ?", group)
                .ordered("tenant desc, group_name desc, to_date desc")
                .first(1));
    }

    @Override
    public Optional<ConsolidationRun> find(String group, LocalDate lastDay) {
        return one(Where.of(work.tenant()).and("group_name = ?", group).and("to_date = ?", lastDay));
    }

    private Optional<ConsolidationRun> one(Where where) {
        return work.read(connection -> {
            try (PreparedStatement statement = where.prepare(connection, "select * from consolidation_run");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(run(connection, row)) : Optional.empty();
            }
        });
    }

    private ConsolidationRun run(Connection connection, ResultSet row) throws SQLException {
        String group = row.getString("group_name");
        LocalDate last = row.getObject("to_date", LocalDate.class);
        return new ConsolidationRun(
                new FrozenPeriod(
                        group,
                        DateRange.ofClosed(row.getObject("from_date", LocalDate.class), last),
                        Row.currency(row.getString("currency"), row.getInt("digits")),
                        row.getString("digest"),
                        members(connection, group, last)),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")));
    }

    private ImmutableList<FrozenMember> members(Connection connection, String group, LocalDate last)
            throws SQLException {
        MutableList<FrozenMember> members = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("group_name = ?", group)
                .and("to_date = ?", last)
                .ordered("tenant, group_name, to_date, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from consolidation_member");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                members.add(new FrozenMember(
                        MemberId.of(row.getString("member")),
                        Rational.parse(row.getString("closing_rate")),
                        row.getLong("difference_minor"),
                        row.getInt("cells"),
                        equity(connection, group, last, row.getInt("ordinal"))));
            }
        }
        return members.toImmutable();
    }

    private ImmutableList<FrozenMember.Balance> equity(Connection connection, String group, LocalDate last, int member)
            throws SQLException {
        MutableList<FrozenMember.Balance> balances = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("group_name = ?", group)
                .and("to_date = ?", last)
                .and("ordinal = ?", member)
                .ordered("tenant, group_name, to_date, ordinal, number");
        try (PreparedStatement statement = where.prepare(connection, "select * from consolidation_equity");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                balances.add(new FrozenMember.Balance(
                        AccountId.of(row.getString("account")),
                        row.getLong("local_minor"),
                        row.getLong("group_minor")));
            }
        }
        return balances.toImmutable();
    }

    @Override
    public void append(ConsolidationRun run) {
        FrozenPeriod frozen = run.frozen();
        LocalDate last = frozen.period().lastDay();
        work.write(connection -> {
            boolean stale = newest(frozen.group())
                    .map(known -> !known.frozen().period().lastDay().isBefore(last))
                    .orElse(false);
            if (stale) {
                throw new StaleVersionException("consolidations of " + frozen.group(), last.toEpochDay());
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into consolidation_run (tenant,"
                    + " group_name, from_date, to_date, currency, digits, digest, recorded_at, actor)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(frozen.group())
                        .day(frozen.period().startInclusive())
                        .day(last)
                        .text(frozen.currency().getCurrencyCode())
                        .number(frozen.currency().getDefaultFractionDigits())
                        .text(frozen.digest())
                        .instant(run.recordedAt())
                        .text(run.actor().id());
                statement.executeUpdate();
            }
            for (int i = 0; i < frozen.members().size(); i++) {
                insert(connection, frozen, last, i);
            }
            return run;
        });
    }

    private void insert(Connection connection, FrozenPeriod frozen, LocalDate last, int ordinal) throws SQLException {
        FrozenMember member = frozen.members().get(ordinal);
        try (PreparedStatement statement = connection.prepareStatement("insert into consolidation_member (tenant,"
                + " group_name, to_date, ordinal, member, closing_rate, difference_minor, cells)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(frozen.group())
                    .day(last)
                    .number(ordinal)
                    .text(member.member().value())
                    .text(member.closingRate().toString())
                    .number(member.differenceMinor())
                    .number(member.cells());
            statement.executeUpdate();
        }
        if (member.balances().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into consolidation_equity (tenant,"
                + " group_name, to_date, ordinal, number, account, local_minor, group_minor)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < member.balances().size(); i++) {
                FrozenMember.Balance balance = member.balances().get(i);
                Row.of(statement)
                        .text(work.tenant())
                        .text(frozen.group())
                        .day(last)
                        .number(ordinal)
                        .number(i)
                        .text(balance.account().value())
                        .number(balance.localMinor())
                        .number(balance.groupMinor())
                        .add();
            }
            statement.executeBatch();
        }
    }
}
