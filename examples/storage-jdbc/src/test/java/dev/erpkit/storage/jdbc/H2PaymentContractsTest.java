package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.PaymentHarness;

/** The adapter on an H2 file passes the contracts of payments and bank statements. */
class H2PaymentContractsTest extends PaymentContracts {
    private static final PaymentHarness PORTS = Tenant.of(Databases.h2File(), "payments");

    H2PaymentContractsTest() {
        super(PORTS);
    }
}
