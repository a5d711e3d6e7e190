package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.util.Optional;

/**
 * How the adapter joins the transactions of a host, for example {@code () -> Optional.of(DataSourceUtils.getConnection(ds))}
 * while Spring runs one. The host commits, rolls back and closes.
 */
@FunctionalInterface
public interface HostTransaction {
    /** The connection of the transaction that the host runs on this thread, if it runs one. */
    Optional<Connection> running();

    /** A host that runs none: the adapter begins and commits its own. */
    static HostTransaction none() {
        return Optional::empty;
    }
}
