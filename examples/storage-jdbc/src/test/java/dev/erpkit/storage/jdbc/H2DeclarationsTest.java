package dev.erpkit.storage.jdbc;

/** Declarations on an H2 file. */
class H2DeclarationsTest extends DeclarationContracts {
    private static final JdbcDeclarationHarness PORTS = new JdbcDeclarationHarness(Databases.h2File(), "kit");

    H2DeclarationsTest() {
        super(PORTS);
    }
}
