package dev.erpkit.storage.jdbc;

import javax.sql.DataSource;

/** People in PostgreSQL. */
class PostgresPeopleContractsTest extends PeopleContracts {
    private static final DataSource DATABASE = Databases.postgres();

    PostgresPeopleContractsTest() {
        super(DATABASE);
    }
}
