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
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
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
        return work.read(
                connection -> select(connection, " and id = ?", id.value()).getFirstOptional());
    }

    @Override
    public Stored<Account> insert(Account account) {
        return work.write(connection -> {
            if (select(connection, " and id = ?", account.id().value()).notEmpty()) {
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

    private static long nextVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(Dialect.of(connection).nextAccountVersion());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void forEach(Consumer<? super Stored<Account>> sink) {
        work.read(connection -> select(connection, "").sortThisBy(s -> s.value().id()))
                .forEach(sink);
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
                .text(join(account.requiredDimensions()))
                .text(join(account.currencies()))
                .day(account.validFrom())
                .day(account.validUntil())
                .text(limit.map(BalanceLimit::currency))
                .number(bound(limit.map(BalanceLimit::lowest)))
                .number(bound(limit.map(BalanceLimit::highest)))
                .text(join(account.tags()))
                .number(version);
    }

    private static @Nullable Long bound(Optional<OptionalLong> bound) {
        return bound.isPresent() && bound.get().isPresent() ? bound.get().getAsLong() : null;
    }

    /** One value on each line: names hold no line breaks. */
    private static String join(ImmutableSet<String> values) {
        return values.toSortedList().makeString("\n");
    }

    private static ImmutableSet<String> split(String values) {
        return values.isEmpty() ? Sets.immutable.empty() : Sets.immutable.with(values.split("\n"));
    }

    private MutableList<Stored<Account>> select(Connection connection, String where, String... values)
            throws SQLException {
        MutableList<Stored<Account>> found = Lists.mutable.empty();
        try (PreparedStatement statement =
                connection.prepareStatement("select * from account where tenant = ?" + where)) {
            Row bound = Row.of(statement).text(work.tenant());
            for (String value : values) {
                bound.text(value);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Stored<>(account(row), row.getLong("version")));
                }
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
                .requiredDimensions(split(row.getString("required_dimensions")))
                .currencies(split(row.getString("currencies")))
                .validFrom(Row.day(row, "valid_from"))
                .validUntil(Row.day(row, "valid_until"))
                .limit(limit(row))
                .tags(split(row.getString("tags")))
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
