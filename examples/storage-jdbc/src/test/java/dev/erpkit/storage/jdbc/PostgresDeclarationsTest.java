package dev.erpkit.storage.jdbc;

/** Declarations on a real PostgreSQL. */
class PostgresDeclarationsTest extends DeclarationContracts {
    private static final JdbcDeclarationHarness PORTS = new JdbcDeclarationHarness(Databases.postgres(), "kit");

    PostgresDeclarationsTest() {
        super(PORTS);
    }
}
