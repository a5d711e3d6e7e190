package dev.erpkit.storage.jdbc;

import javax.sql.DataSource;

/** The adapter on an H2 file passes every contract of the kit. */
class H2ContractsTest extends JdbcContracts {
    private static final DataSource DATABASE = Databases.h2File();
    private static final JdbcHarness PORTS = new JdbcHarness(DATABASE, "kit");
    private static final JdbcHarness SERVICES = new JdbcHarness(DATABASE, "services");

    H2ContractsTest() {
        super(PORTS, SERVICES);
    }
}
