package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.declaration.BoxTotal;
import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.DeclarationFact;
import dev.erpkit.accounting.declaration.DeclarationFact.Change;
import dev.erpkit.accounting.declaration.DeclarationFact.Filed;
import dev.erpkit.accounting.declaration.DeclarationFact.Prepared;
import dev.erpkit.accounting.declaration.LatePolicy;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
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

/** Declarations and their filings as rows; the boxes of a declaration as rows beside it. */
final class JdbcDeclarationLog implements DeclarationLog {
    private static final String PREPARED = "PREPARED";
    private static final String FILED = "FILED";

    private final JdbcUnitOfWork work;

    JdbcDeclarationLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public long size() {
        return work.read(connection -> Row.last(connection, "declaration_fact", "number", work.tenant()));
    }

    @Override
    public void append(DeclarationFact fact) {
        work.write(connection -> {
            if (fact.number() != size() + 1) {
                throw new StaleVersionException("declarations", fact.number() - 1);
            }
            String key = fact.change().key().value();
            JdbcUnitOfWork.insertNew(connection, key, () -> insert(connection, fact));
            return fact.number();
        });
    }

    private void insert(Connection connection, DeclarationFact fact) throws SQLException {
        if (fact.change() instanceof Prepared prepared) {
            insert(connection, fact, prepared.declaration());
        } else if (fact.change() instanceof Filed filed) {
            insert(connection, fact, filed);
        }
    }

    private Row head(PreparedStatement statement, DeclarationFact fact, String kind, Digest hash) throws SQLException {
        return Row.of(statement)
                .text(work.tenant())
                .number(fact.number())
                .text(kind)
                .text(fact.change().key().value())
                .instant(fact.recordedAt())
                .text(fact.actor().id())
                .text(hash.toString());
    }

    private void insert(Connection connection, DeclarationFact fact, Filed filed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into declaration_fact (tenant, number,"
                + " kind, fact_key, recorded_at, actor, hash, declaration, filed_on, reference)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            head(statement, fact, FILED, filed.hash())
                    .text(filed.declaration().value())
                    .day(filed.date())
                    .text(filed.reference());
            statement.executeUpdate();
        }
    }

    private void insert(Connection connection, DeclarationFact fact, Declaration declaration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into declaration_fact (tenant, number,"
                + " kind, fact_key, recorded_at, actor, hash, book, form, from_date, to_date, correction, late,"
                + " through_fact, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            head(statement, fact, PREPARED, declaration.hash())
                    .text(declaration.book().value())
                    .text(declaration.form())
                    .day(declaration.period().startInclusive())
                    .day(declaration.period().endExclusive())
                    .number(declaration.correction())
                    .text(declaration.late().text())
                    .number(declaration.through())
                    .number(declaration.position());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into declaration_box (tenant, number,"
                + " ordinal, box, currency, digits, base, tax, facts) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < declaration.boxes().size(); i++) {
                BoxTotal box = declaration.boxes().get(i);
                Row.of(statement)
                        .text(work.tenant())
                        .number(fact.number())
                        .number(i)
                        .text(box.box())
                        .money(box.currency(), box.baseMinor())
                        .decimal(box.taxMinor(), box.currency())
                        .number(box.facts())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super DeclarationFact> sink) {
        Pages.forEach(work, afterNumber, this::page, sink);
    }

    private Page<Long, DeclarationFact> page(Connection connection, long after) throws SQLException {
        MutableList<DeclarationFact> facts = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("number > ?", after)
                .ordered("tenant, number")
                .first(work.pageRows());
        try (PreparedStatement statement = where.prepare(connection, "select * from declaration_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(new DeclarationFact(
                        row.getLong("number"),
                        change(connection, row),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return Page.of(facts, after, work.pageRows(), DeclarationFact::number);
    }

    private Change change(Connection connection, ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        IdempotencyKey key = IdempotencyKey.of(row.getString("fact_key"));
        Digest hash = Digest.parse(row.getString("hash"));
        return switch (kind) {
            case PREPARED -> new Prepared(declaration(connection, row, key, hash));
            case FILED ->
                new Filed(
                        key,
                        IdempotencyKey.of(row.getString("declaration")),
                        hash,
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("reference"));
            default -> throw new SQLException("A fact of declarations of an unknown kind: " + kind, "22000");
        };
    }

    private Declaration declaration(Connection connection, ResultSet row, IdempotencyKey key, Digest hash)
            throws SQLException {
        Declaration.Builder declaration = Declaration.builder();
        declaration
                .key(key)
                .book(BookId.of(row.getString("book")))
                .form(row.getString("form"))
                .period(DateRange.of(
                        row.getObject("from_date", LocalDate.class), row.getObject("to_date", LocalDate.class)))
                .correction(row.getInt("correction"))
                .late(LatePolicy.parse(row.getString("late")))
                .through(row.getLong("through_fact"))
                .position(row.getLong("position"))
                .boxes(boxes(connection, row.getLong("number")))
                .hash(hash);
        return declaration.build();
    }

    private ImmutableList<BoxTotal> boxes(Connection connection, long number) throws SQLException {
        MutableList<BoxTotal> boxes = Lists.mutable.empty();
        Where where = Where.of(work.tenant()).and("number = ?", number).ordered("tenant, number, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from declaration_box");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
                boxes.add(new BoxTotal(
                        row.getString("box"),
                        currency,
                        Row.minor(row.getBigDecimal("base"), currency),
                        Row.minor(row.getBigDecimal("tax"), currency),
                        row.getLong("facts")));
            }
        }
        return boxes.toImmutable();
    }
}
