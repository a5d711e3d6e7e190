package dev.erpkit.storage.jdbc;

import javax.sql.DataSource;

/** People in an H2 file. */
class H2PeopleContractsTest extends PeopleContracts {
    private static final DataSource DATABASE = Databases.h2File();

    H2PeopleContractsTest() {
        super(DATABASE);
    }
}
