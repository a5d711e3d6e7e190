package dev.erpkit.storage.jdbc;

import dev.erpkit.core.outcome.ErpException;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/** The database failed; the unit of work was rolled back, unless it is the commit itself whose answer was lost. */
public class JdbcException extends ErpException {
    private static final long serialVersionUID = 1L;

    JdbcException(String message, Exception cause) {
        super(message, cause);
    }

    /** Somebody else holds what the unit of work needs; the same work may succeed when it is tried again. */
    public static final class Busy extends JdbcException {
        private static final long serialVersionUID = 1L;

        /** Serialization failure, deadlock (two kinds), lock timeout (two kinds), statement timeout. */
        private static final ImmutableSet<String> STATES =
                Sets.immutable.of("40001", "40P01", "55P03", "HYT00", "57014");

        Busy(SQLException cause) {
            super(
                    "Another unit of work held the tenant too long; try again (state " + cause.getSQLState() + ")",
                    cause);
        }
    }

    /** Texts of the database may quote rows, so they stay in the cause. */
    static JdbcException of(SQLException cause) {
        return any(cause, Busy.STATES)
                ? new Busy(cause)
                : new JdbcException("The database failed with state " + cause.getSQLState(), cause);
    }

    static boolean isDuplicate(SQLException e) {
        return any(e, Sets.immutable.of("23505"));
    }

    /** A row, table or type is there already. */
    static boolean isThere(SQLException e) {
        return any(e, Sets.immutable.of("23505", "42P07", "42710"));
    }

    /** The driver of PostgreSQL puts the failure of a batch behind the exception of the batch. */
    private static boolean any(SQLException first, ImmutableSet<String> states) {
        for (SQLException e = first; e != null; e = e.getNextException()) {
            if (states.contains(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
