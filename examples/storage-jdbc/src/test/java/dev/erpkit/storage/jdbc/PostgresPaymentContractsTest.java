package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.PaymentHarness;

/** The adapter on a real PostgreSQL passes the contracts of payments and bank statements. */
class PostgresPaymentContractsTest extends PaymentContracts {
    private static final PaymentHarness PORTS = Tenant.of(Databases.postgres(), "payments");

    PostgresPaymentContractsTest() {
        super(PORTS);
    }
}
