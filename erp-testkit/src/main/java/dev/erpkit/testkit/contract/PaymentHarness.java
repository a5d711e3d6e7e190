package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.accounting.payment.port.ProposalLog;

/** How the kit reaches the ports of payments and bank statements of one tenant, in the same unit of work. */
public interface PaymentHarness extends CoreHarness {
    /** Payments. */
    PaymentLog payments();

    /** Payment proposals. */
    ProposalLog proposals();

    /** Bank statements. */
    StatementLog statements();

    /** What was learned from confirmed matches. */
    AssociationLog associations();

    @Override
    PaymentHarness otherTenant();

    @Override
    PaymentHarness reopened();
}
