package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Tax facts as rows. */
final class JdbcTaxFactLog implements TaxFactLog {
    private static final String SELECT = "select * from tax_fact";

    private final JdbcUnitOfWork work;

    JdbcTaxFactLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public long size() {
        return work.read(connection -> Row.last(connection, "tax_fact", "number", work.tenant()));
    }

    @Override
    public void append(long expectedSize, ImmutableList<TaxFact> facts) {
        work.write(connection -> {
            long number = size();
            if (number != expectedSize) {
                throw new StaleVersionException("tax facts", expectedSize);
            }
            for (TaxFact fact : facts) {
                if (fact.number() != ++number) {
                    throw new StaleVersionException("tax facts", fact.number() - 1);
                }
            }
            for (IdempotencyKey key : facts.collect(TaxFact::key).distinct()) {
                if (find(key).notEmpty()) {
                    throw new DuplicateKeyException(key.value());
                }
            }
            insert(connection, facts);
            return number;
        });
    }

    private void insert(Connection connection, ImmutableList<TaxFact> facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into tax_fact (tenant, number, book,"
                + " fact_key, source_system, source_type, source_id, source_version, effective_date, form, tax, box,"
                + " currency, digits, base, amount, position, recorded_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (TaxFact fact : facts) {
                TaxLine line = fact.line();
                Row.of(statement)
                        .text(work.tenant())
                        .number(fact.number())
                        .text(fact.book().value())
                        .text(fact.key().value())
                        .text(fact.source().system())
                        .text(fact.source().type())
                        .text(fact.source().id())
                        .number(fact.source().version())
                        .day(fact.date())
                        .text(fact.form())
                        .text(line.code())
                        .text(line.box())
                        .money(line.currency(), line.baseMinor())
                        .decimal(line.taxMinor(), line.currency())
                        .number(fact.position())
                        .instant(fact.recordedAt())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public ImmutableList<TaxFact> find(IdempotencyKey key) {
        return work.read(connection -> select(
                        connection,
                        Where.of(work.tenant()).and("fact_key = ?", key.value()).ordered("tenant, fact_key, number"))
                .toImmutable());
    }

    @Override
    public void forEach(TaxFactQuery query, Consumer<? super TaxFact> sink) {
        Pages.forEach(work, 0L, (connection, after) -> page(connection, query, after), sink);
    }

    private Page<Long, TaxFact> page(Connection connection, TaxFactQuery query, long after) throws SQLException {
        Where where = Where.of(work.tenant())
                .and("book = ?", query.book().value())
                .and("form = ?", query.form())
                .and("number > ?", after)
                .and("number <= ?", query.through());
        // no bound for LocalDate.MAX, which no database holds
        if (!query.before().equals(LocalDate.MAX)) {
            where.and("effective_date < ?", query.before());
        }
        MutableList<TaxFact> facts =
                select(connection, where.ordered("tenant, book, form, number").first(work.pageRows()));
        return Page.of(facts, after, work.pageRows(), TaxFact::number);
    }

    private static MutableList<TaxFact> select(Connection connection, Where where) throws SQLException {
        MutableList<TaxFact> facts = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, SELECT);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(fact(row));
            }
        }
        return facts;
    }

    private static TaxFact fact(ResultSet row) throws SQLException {
        CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
        return new TaxFact(
                row.getLong("number"),
                BookId.of(row.getString("book")),
                IdempotencyKey.of(row.getString("fact_key")),
                new SourceDocument(
                        row.getString("source_system"),
                        row.getString("source_type"),
                        row.getString("source_id"),
                        row.getInt("source_version")),
                row.getObject("effective_date", LocalDate.class),
                row.getString("form"),
                new TaxLine(
                        row.getString("tax"),
                        row.getString("box"),
                        currency,
                        Row.minor(row.getBigDecimal("base"), currency),
                        Row.minor(row.getBigDecimal("amount"), currency)),
                row.getLong("position"),
                Row.instant(row, "recorded_at"));
    }
}
