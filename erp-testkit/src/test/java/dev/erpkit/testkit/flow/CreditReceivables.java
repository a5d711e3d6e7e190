package dev.erpkit.testkit.flow;

import dev.erpkit.accounting.credit.CreditExposure;
import dev.erpkit.accounting.credit.CreditLimit;
import dev.erpkit.accounting.credit.CreditService;
import dev.erpkit.accounting.credit.CreditSource;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trade.Receivables;

/**
 * What a party owes, by the open items of accounting. Sales adds its own orders, so the source of the credit service
 * must not count them as well.
 *
 * @param credit the credit limits of the books
 * @param source where they come from
 */
record CreditReceivables(CreditService credit, CreditSource source) implements Receivables {
    @Override
    public Standing of(PartyId party) {
        CreditExposure exposure = credit.exposure(party);
        return new Standing(
                exposure.openItems().subtract(exposure.advances()),
                source.limit(party).map(CreditLimit::limit));
    }
}
