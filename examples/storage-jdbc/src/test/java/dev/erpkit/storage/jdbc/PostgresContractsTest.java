package dev.erpkit.storage.jdbc;

import javax.sql.DataSource;

/** The adapter on a real PostgreSQL passes every contract of the kit. */
class PostgresContractsTest extends JdbcContracts {
    private static final DataSource DATABASE = Databases.postgres();
    private static final JdbcHarness PORTS = new JdbcHarness(DATABASE, "kit");
    private static final JdbcHarness SERVICES = new JdbcHarness(DATABASE, "services");

    PostgresContractsTest() {
        super(PORTS, SERVICES);
    }
}
