package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.DocumentHarness;
import dev.erpkit.testkit.contract.DocumentLogContract;
import dev.erpkit.testkit.contract.DocumentsContract;
import javax.sql.DataSource;
import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;

/** The documents on PostgreSQL pass their contracts. */
class PostgresDocumentsTest {
    private static final DataSource DATABASE = Databases.postgres();
    private static final DocumentHarness PORTS = new JdbcDocumentHarness(new JdbcHarness(DATABASE, "kit"));
    private static final DocumentHarness SERVICES = new JdbcDocumentHarness(new JdbcHarness(DATABASE, "services"));

    @Nested
    @Group
    class Log extends DocumentLogContract {
        @Override
        protected DocumentHarness harness() {
            return PORTS;
        }
    }

    @Nested
    @Group
    class Issuing extends DocumentsContract {
        @Override
        protected DocumentHarness harness() {
            return SERVICES;
        }
    }
}
