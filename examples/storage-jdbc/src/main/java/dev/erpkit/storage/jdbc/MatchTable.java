package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.LongObjectMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Matches as rows: one row, and one for each item that it consumes. */
final class MatchTable {
    private final JdbcUnitOfWork work;

    MatchTable(JdbcUnitOfWork work) {
        this.work = work;
    }

    void append(Match match) {
        work.write(connection -> {
            check(connection, match);
            try (PreparedStatement statement = connection.prepareStatement("insert into item_match (tenant, sequence,"
                    + " id, book, position, recorded_at, matched_by, effective_date, base_currency, base_digits,"
                    + " difference, entry, undoes, basis, fingerprint)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                ItemRows.bind(statement, work.tenant(), match);
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into item_match_part (tenant,"
                    + " sequence, part, entry, line, currency, digits, amount, base)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < match.parts().size(); i++) {
                    MatchPart part = match.parts().get(i);
                    Row.of(statement)
                            .text(work.tenant())
                            .number(match.sequence())
                            .number(i)
                            .text(part.item().entry().value())
                            .number(part.item().line())
                            .money(part.currency(), part.amountMinor())
                            .decimal(part.baseMinor(), match.baseCurrency())
                            .add();
                }
                statement.executeBatch();
            }
            return match;
        });
    }

    private void check(Connection connection, Match match) throws SQLException {
        if (exists(connection, with("id = ?", match.id()))) {
            throw new DuplicateKeyException(match.id().value());
        }
        if (match.undoes().isPresent()) {
            MatchId undone = match.undoes().get();
            if (!exists(connection, with("id = ?", undone))) {
                throw new NotFoundException(undone.value());
            }
            if (exists(connection, with("undoes = ?", undone))) {
                throw new DuplicateKeyException("undoing of " + undone);
            }
        }
        for (MatchPart part : match.parts()) {
            requireItem(connection, part);
        }
        if (match.sequence() != lastSequence() + 1) {
            throw new StaleVersionException("matches", match.sequence() - 1);
        }
    }

    private Where with(String condition, MatchId id) {
        return Where.of(work.tenant()).and(condition, id.value());
    }

    private static boolean exists(Connection connection, Where where) throws SQLException {
        try (PreparedStatement statement = where.prepare(connection, "select 1 from item_match");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private void requireItem(Connection connection, MatchPart part) throws SQLException {
        Where where = Where.of(work.tenant())
                .and("entry = ?", part.item().entry().value())
                .and("line = ?", part.item().line());
        try (PreparedStatement statement = where.prepare(connection, "select 1 from open_item");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new NotFoundException(part.item().toString());
            }
        }
    }

    Optional<Match> find(MatchId id) {
        return work.read(connection -> select(connection, with("id = ?", id)).getFirstOptional());
    }

    void forEach(long afterSequence, Consumer<? super Match> sink) {
        Pages.forEach(work, afterSequence, this::page, sink);
    }

    private Page<Long, Match> page(Connection connection, long after) throws SQLException {
        MutableList<Match> found = select(
                connection,
                Where.of(work.tenant())
                        .and("sequence > ?", after)
                        .ordered("tenant, sequence")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), Match::sequence);
    }

    /** A match that still lacks its parts. */
    private record Head(long sequence, Match.Builder match) {}

    private MutableList<Match> select(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from item_match");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(row.getLong("sequence"), ItemRows.match(row)));
            }
        }
        if (heads.isEmpty()) {
            return Lists.mutable.empty();
        }
        LongObjectMap<MutableList<MatchPart>> parts =
                parts(connection, heads.getFirst().sequence(), heads.getLast().sequence());
        return heads.collect(head -> head.match()
                .parts(parts.getIfAbsent(head.sequence(), Lists.mutable::empty).toImmutable())
                .build());
    }

    private LongObjectMap<MutableList<MatchPart>> parts(Connection connection, long from, long through)
            throws SQLException {
        MutableLongObjectMap<MutableList<MatchPart>> parts = LongObjectMaps.mutable.empty();
        Where where = Where.of("p.tenant", work.tenant())
                .and("p.sequence between ? and ?", from, through)
                .ordered("p.tenant, p.sequence, p.part");
        try (PreparedStatement statement = where.prepare(
                        connection,
                        "select p.*, m.base_currency, m.base_digits from item_match_part p"
                                + " join item_match m on m.tenant = p.tenant and m.sequence = p.sequence");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                parts.getIfAbsentPut(row.getLong("sequence"), Lists.mutable::empty)
                        .add(ItemRows.part(row));
            }
        }
        return parts;
    }

    long lastSequence() {
        return work.read(connection -> Row.last(connection, "item_match", "sequence", work.tenant()));
    }
}
