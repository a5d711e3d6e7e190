package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.port.SalesQuery;
import dev.erpkit.storage.jdbc.Pages.Page;
import dev.erpkit.storage.jdbc.SalesTable.ChangeKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Documents of sales of one kind as rows: one for each command, one for each of its changes, and below that its lines.
 *
 * @param <C> the changes
 */
final class JdbcSalesLog<C> implements SalesLog<C> {
    private final JdbcUnitOfWork work;
    private final String log;
    private final SalesCodec<C> codec;

    JdbcSalesLog(JdbcUnitOfWork work, String log, SalesCodec<C> codec) {
        this.work = work;
        this.log = log;
        this.codec = codec;
    }

    @Override
    public void append(SalesRecord<C> fact) {
        work.write(connection -> {
            if (!select(connection, at(fact.key())).isEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.sequence() != last(connection) + 1) {
                throw new StaleVersionException("sales", fact.sequence() - 1);
            }
            insert(connection, fact);
            for (int i = 0; i < fact.changes().size(); i++) {
                SalesRows rows = new SalesRows();
                codec.write(rows, fact.changes().get(i));
                rows.insert(connection, work.tenant(), log, new ChangeKey(fact.sequence(), i));
            }
            return fact;
        });
    }

    private void insert(Connection connection, SalesRecord<C> fact) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into sales_record (tenant, log, sequence,"
                        + " command_key, fingerprint, document, party, effective_date, recorded_at, actor)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(log)
                    .number(fact.sequence())
                    .text(fact.key().value())
                    .text(fact.fingerprint())
                    .text(fact.document().value())
                    .text(fact.party().value())
                    .day(fact.date())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id());
            statement.executeUpdate();
        }
    }

    /** The order names the whole key: only then does H2 read the last row of the index and nothing else. */
    private long last(Connection connection) throws SQLException {
        Where newest = Where.of(work.tenant())
                .and("log = ?", log)
                .ordered("tenant desc, log desc, sequence desc")
                .first(1);
        try (PreparedStatement statement = newest.prepare(connection, "select sequence from sales_record");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public long lastSequence() {
        return work.read(this::last);
    }

    private static UnaryOperator<Where> at(IdempotencyKey key) {
        return where -> where.and("r.command_key = ?", key.value());
    }

    @Override
    public Optional<SalesRecord<C>> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public ImmutableList<SalesRecord<C>> of(DocumentId document) {
        return work.read(connection -> select(connection, where -> where.and("r.document = ?", document.value()))
                .toImmutable());
    }

    @Override
    public ImmutableList<SalesRecord<C>> of(PartyId party, long afterSequence) {
        return work.read(connection -> select(
                        connection,
                        where -> where.and("r.party = ?", party.value()).and("r.sequence > ?", afterSequence))
                .toImmutable());
    }

    @Override
    public Slice<SalesRecord<C>> begun(SalesQuery query, SliceRequest request) {
        long after = request.after().map(Long::parseLong).orElse(0L);
        return work.read(connection -> {
            MutableList<Long> sequences = firstSequences(connection, begun(query, after, mine()), query, request);
            if (sequences.isEmpty()) {
                return new Slice<>(Lists.immutable.empty(), Optional.empty());
            }
            long through = sequences.take(request.limit()).getLast();
            ImmutableList<SalesRecord<C>> some = select(
                            connection, where -> begun(query, after, where).and("r.sequence <= ?", through))
                    .toImmutable();
            return new Slice<>(
                    some,
                    sequences.size() <= request.limit()
                            ? Optional.empty()
                            : Optional.of(SliceRequest.after(Long.toString(through), request.limit())));
        });
    }

    private static Where begun(SalesQuery query, long after, Where where) {
        DateRange days = query.begun();
        return where.and("r.sequence > ?", after)
                .and("r.party = ?", query.party().map(PartyId::value))
                .and(
                        "r.effective_date >= ?",
                        Optional.of(days).filter(DateRange::hasStart).map(DateRange::startInclusive))
                .and(
                        "r.effective_date < ?",
                        Optional.of(days).filter(DateRange::hasEnd).map(DateRange::endExclusive))
                .and("not exists (select 1 from sales_record e where e.tenant = r.tenant and e.log = r.log"
                        + " and e.document = r.document and e.sequence < r.sequence)");
    }

    /** One more than wanted, by which it is told whether any follow. */
    private static MutableList<Long> firstSequences(
            Connection connection, Where begun, SalesQuery query, SliceRequest request) throws SQLException {
        String key = query.party().isPresent() ? "r.tenant, r.log, r.party, r.sequence" : "r.tenant, r.log, r.sequence";
        Where where = begun.ordered(key).first(request.limit() + 1);
        MutableList<Long> sequences = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select r.sequence from sales_record r");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sequences.add(row.getLong(1));
            }
        }
        return sequences;
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super SalesRecord<C>> sink) {
        Pages.forEach(work, afterSequence, this::page, sink);
    }

    /** Sequences have no gaps, so that a page is a range of them. */
    private Page<Long, SalesRecord<C>> page(Connection connection, long after) throws SQLException {
        long through = after + work.pageRows();
        MutableList<SalesRecord<C>> found =
                select(connection, where -> where.and("r.sequence > ?", after).and("r.sequence <= ?", through));
        return Page.of(found, after, work.pageRows(), SalesRecord::sequence);
    }

    private MutableList<SalesRecord<C>> select(Connection connection, UnaryOperator<Where> condition)
            throws SQLException {
        MutableList<SalesRecord<C>> heads = Lists.mutable.empty();
        Where where = condition.apply(mine()).ordered("r.tenant, r.log, r.sequence");
        try (PreparedStatement statement = where.prepare(connection, "select * from sales_record r");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(head(row));
            }
        }
        if (heads.isEmpty()) {
            return heads;
        }
        SalesReading reading = SalesReading.of(connection, () -> condition.apply(mine()));
        return heads.collect(head -> new SalesRecord<>(
                head.sequence(),
                head.key(),
                head.fingerprint(),
                head.document(),
                head.party(),
                head.date(),
                head.recordedAt(),
                head.actor(),
                reading.changes(head.sequence()).collect(rows -> codec.read(rows, head.party()))));
    }

    private Where mine() {
        return Where.of("r.tenant", work.tenant()).and("r.log = ?", log);
    }

    private static <C> SalesRecord<C> head(ResultSet row) throws SQLException {
        return new SalesRecord<>(
                row.getLong("sequence"),
                IdempotencyKey.of(row.getString("command_key")),
                row.getString("fingerprint"),
                DocumentId.of(row.getString("document")),
                PartyId.of(row.getString("party")),
                Row.day(row, "effective_date").orElseThrow(),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")),
                Lists.immutable.empty());
    }
}
