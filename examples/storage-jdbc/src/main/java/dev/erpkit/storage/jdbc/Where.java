package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Conditions on the rows of one tenant. Their texts are constants of this package; every value is bound, none is text. */
final class Where {
    private final StringBuilder sql;
    private final MutableList<Object> values = Lists.mutable.empty();

    private Where(String tenantColumn, String tenant) {
        sql = new StringBuilder(" where ").append(tenantColumn).append(" = ?");
        values.add(tenant);
    }

    static Where of(String tenant) {
        return new Where("tenant", tenant);
    }

    /** In a query of several tables. */
    static Where of(String tenantColumn, String tenant) {
        return new Where(tenantColumn, tenant);
    }

    Where and(String condition, Object... bound) {
        sql.append(" and ").append(condition);
        values.addAll(Lists.mutable.with(bound));
        return this;
    }

    Where and(String condition, Optional<?> bound) {
        return bound.isPresent() ? and(condition, bound.get()) : this;
    }

    /** The order, which names the whole key, the tenant too: without it H2 sorts all rows of the tenant for each page. */
    Where ordered(String columns) {
        sql.append(" order by ").append(columns);
        return this;
    }

    Where first(int rows) {
        sql.append(" fetch first ").append(rows).append(" rows only");
        return this;
    }

    PreparedStatement prepare(Connection connection, String select) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(select + sql);
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
