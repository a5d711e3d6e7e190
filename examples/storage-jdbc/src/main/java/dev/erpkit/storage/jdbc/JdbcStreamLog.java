package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Facts of people as rows: one for each fact, and those of its area for its change. */
final class JdbcStreamLog<C> implements FactLog<C> {
    private final JdbcUnitOfWork work;
    private final String area;
    private final StreamRows<C> rows;

    JdbcStreamLog(JdbcUnitOfWork work, String area, StreamRows<C> rows) {
        this.work = work;
        this.area = area;
        this.rows = rows;
    }

    /** A fact without its change. */
    private record Head(PartyId about, long sequence, IdempotencyKey key, Instant recordedAt, Actor actor) {}

    @Override
    public void append(Fact<C> fact) {
        work.write(connection -> {
            if (heads(connection, area().and("command_key = ?", fact.key().value()))
                    .notEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.sequence() != last(connection, fact.about()) + 1) {
                throw new StaleVersionException(fact.about().value(), fact.sequence() - 1);
            }
            StreamRows.Key key = key(fact.about(), fact.sequence(), fact.sequence());
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into hr_fact"
                            + " (tenant, area, about, sequence, command_key, recorded_at, actor) values (?, ?, ?, ?, ?, ?, ?)")) {
                key.bind(statement)
                        .text(fact.key().value())
                        .instant(fact.recordedAt())
                        .text(fact.actor().id());
                statement.executeUpdate();
            }
            rows.insert(connection, key, fact.change());
            return fact;
        });
    }

    private StreamRows.Key key(PartyId about, long from, long through) {
        return new StreamRows.Key(work.tenant(), area, about.value(), from, through);
    }

    private Where area() {
        return Where.of(work.tenant()).and("area = ?", area);
    }

    private Where stream(PartyId about) {
        return area().and("about = ?", about.value());
    }

    private long last(Connection connection, PartyId about) throws SQLException {
        Where newest = stream(about)
                .ordered("tenant desc, area desc, about desc, sequence desc")
                .first(1);
        try (PreparedStatement statement = newest.prepare(connection, "select sequence from hr_fact");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public long lastSequence(PartyId about) {
        return work.read(connection -> last(connection, about));
    }

    @Override
    public Optional<Fact<C>> find(IdempotencyKey key) {
        return work.read(connection -> facts(connection, heads(connection, area().and("command_key = ?", key.value())))
                .getFirstOptional());
    }

    @Override
    public void forEach(PartyId about, long afterSequence, Consumer<? super Fact<C>> sink) {
        Pages.<Long, Fact<C>>forEach(
                work,
                afterSequence,
                (connection, after) -> Page.of(
                        facts(
                                connection,
                                heads(
                                        connection,
                                        stream(about)
                                                .and("sequence > ?", after)
                                                .ordered("tenant, area, about, sequence")
                                                .first(work.pageRows()))),
                        after,
                        work.pageRows(),
                        Fact::sequence),
                sink);
    }

    private static MutableList<Head> heads(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from hr_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(
                        PartyId.of(row.getString("about")),
                        row.getLong("sequence"),
                        IdempotencyKey.of(row.getString("command_key")),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return heads;
    }

    /** Facts of one stream that follow each other, with their changes. */
    private MutableList<Fact<C>> facts(Connection connection, MutableList<Head> heads) throws SQLException {
        if (heads.isEmpty()) {
            return Lists.mutable.empty();
        }
        MutableLongObjectMap<C> changes = rows.select(
                connection,
                key(
                        heads.getFirst().about(),
                        heads.getFirst().sequence(),
                        heads.getLast().sequence()));
        return heads.collect(head -> new Fact<>(
                head.about(),
                head.sequence(),
                head.key(),
                head.recordedAt(),
                head.actor(),
                changes.get(head.sequence())));
    }
}
