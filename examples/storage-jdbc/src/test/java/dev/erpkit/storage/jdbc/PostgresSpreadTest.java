package dev.erpkit.storage.jdbc;

/** Deferrals, budgets and recurring entries on a real PostgreSQL pass their contracts. */
class PostgresSpreadTest extends SpreadContracts {
    private static final JdbcSpreadHarness HARNESS = new JdbcSpreadHarness(Databases.postgres(), "spread");

    PostgresSpreadTest() {
        super(HARNESS);
    }
}
