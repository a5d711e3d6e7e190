package dev.erpkit.storage.jdbc;

/** Deferrals, budgets and recurring entries on an H2 file pass their contracts. */
class H2SpreadTest extends SpreadContracts {
    private static final JdbcSpreadHarness HARNESS = new JdbcSpreadHarness(Databases.h2File(), "spread");

    H2SpreadTest() {
        super(HARNESS);
    }
}
