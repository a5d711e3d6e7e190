package dev.erpkit.storage.jdbc;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Exact fractions in two columns of whole numbers of any size, {@code x_num} and {@code x_den}. */
final class Fractions {
    private Fractions() {}

    /** Binds both columns from an index on; nothing is null. */
    static void bind(PreparedStatement statement, int index, Optional<Rational> fraction) throws SQLException {
        if (fraction.isEmpty()) {
            statement.setNull(index, Types.NUMERIC);
            statement.setNull(index + 1, Types.NUMERIC);
            return;
        }
        statement.setBigDecimal(index, new BigDecimal(fraction.get().numerator()));
        statement.setBigDecimal(index + 1, new BigDecimal(fraction.get().denominator()));
    }

    static Rational read(ResultSet row, String column) throws SQLException {
        return Rational.of(
                row.getBigDecimal(column + "_num").toBigIntegerExact(),
                row.getBigDecimal(column + "_den").toBigIntegerExact());
    }
}
