package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** The chart as rows. */
final class JdbcAccountStore implements AccountStore {
    private static final String COLUMNS = "name, class, normal_side, parent, postable, control, required_dimensions,"
            + " currencies, valid_from, valid_until, limit_currency, limit_lowest, limit_highest, tags, version";

    private final JdbcUnitOfWork work;

    JdbcAccountStore(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public long revision() {
        return work.read(connection -> Row.last(connection, "account", "version", work.tenant()));
    }

    @Override
    public Optional<Stored<Account>> find(AccountId id) {
        return work.read(connection -> select(connection, at(id)).getFirstOptional());
    }

    @Override
    public Stored<Account> insert(Account account) {
        return work.write(connection -> {
            if (select(connection, at(account.id())).notEmpty()) {
                throw new DuplicateKeyException(account.id().value());
            }
            long version = nextVersion(connection);
            try (PreparedStatement statement = connection.prepareStatement("insert into account (" + COLUMNS
                    + ", tenant, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                bind(statement, account, version)
                        .text(work.tenant())
                        .text(account.id().value());
                statement.executeUpdate();
            }
            return new Stored<>(account, version);
        });
    }

    @Override
    public Stored<Account> replace(Account account, long expectedVersion) {
        return work.write(connection -> {
            long version = nextVersion(connection);
            try (PreparedStatement statement = connection.prepareStatement("update account set "
                    + COLUMNS.replace(",", " = ?,") + " = ? where tenant = ? and id = ?" + " and version = ?")) {
                bind(statement, account, version)
                        .text(work.tenant())
                        .text(account.id().value())
                        .number(expectedVersion);
                if (statement.executeUpdate() == 0) {
                    throw new StaleVersionException(account.id().value(), expectedVersion);
                }
            }
            return new Stored<>(account, version);
        });
    }

    private long nextVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(work.dialect(connection).nextAccountVersion());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * In one statement, not in pages: accounts name their parents, so a chart that is read while somebody changes it has to
     * be of one moment, and who asks for it keeps it whole. Ordered here, because databases order by their own collations.
     */
    @Override
    public void forEach(Consumer<? super Stored<Account>> sink) {
        work.read(connection -> select(connection, Where.of(work.tenant()))
                        .sortThisBy(s -> s.value().id()))
                .forEach(sink);
    }

    private Where at(AccountId id) {
        return Where.of(work.tenant()).and("id = ?", id.value());
    }

    private static Row bind(PreparedStatement statement, Account account, long version) throws SQLException {
        Optional<BalanceLimit> limit = account.limit();
        return Row.of(statement)
                .text(account.name())
                .text(account.accountClass().name())
                .text(account.normalSide().name())
                .text(account.parent())
                .flag(account.postable())
                .text(account.control().map(ControlKind::name))
                .text(Names.join(account.requiredDimensions()))
                .text(Names.join(account.currencies()))
                .day(account.validFrom())
                .day(account.validUntil())
                .text(limit.map(BalanceLimit::currency))
                .number(bound(limit.map(BalanceLimit::lowest)))
                .number(bound(limit.map(BalanceLimit::highest)))
                .text(Names.join(account.tags()))
                .number(version);
    }

    private static @Nullable Long bound(Optional<OptionalLong> bound) {
        return bound.isPresent() && bound.get().isPresent() ? bound.get().getAsLong() : null;
    }

    private static MutableList<Stored<Account>> select(Connection connection, Where where) throws SQLException {
        MutableList<Stored<Account>> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from account");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Stored<>(account(row), row.getLong("version")));
            }
        }
        return found;
    }

    private static Account account(ResultSet row) throws SQLException {
        return Account.builder()
                .id(row.getString("id"))
                .name(row.getString("name"))
                .accountClass(AccountClass.valueOf(row.getString("class")))
                .normalSide(Side.valueOf(row.getString("normal_side")))
                .parent(Row.text(row, "parent").map(AccountId::of))
                .postable(row.getBoolean("postable"))
                .control(Row.text(row, "control").map(ControlKind::valueOf))
                .requiredDimensions(Names.split(row.getString("required_dimensions")))
                .currencies(Names.split(row.getString("currencies")))
                .validFrom(Row.day(row, "valid_from"))
                .validUntil(Row.day(row, "valid_until"))
                .limit(limit(row))
                .tags(Names.split(row.getString("tags")))
                .build();
    }

    private static Optional<BalanceLimit> limit(ResultSet row) throws SQLException {
        String currency = row.getString("limit_currency");
        return currency == null
                ? Optional.empty()
                : Optional.of(new BalanceLimit(currency, bound(row, "limit_lowest"), bound(row, "limit_highest")));
    }

    private static OptionalLong bound(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
