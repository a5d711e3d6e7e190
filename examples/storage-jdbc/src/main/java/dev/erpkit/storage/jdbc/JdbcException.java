package dev.erpkit.storage.jdbc;

import dev.erpkit.core.outcome.ErpException;
import java.sql.SQLException;

/** The database failed; the unit of work was rolled back. */
public final class JdbcException extends ErpException {
    private static final long serialVersionUID = 1L;

    JdbcException(SQLException cause) {
        super("The database failed with state " + cause.getSQLState(), cause);
    }

    static boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState());
    }
}
