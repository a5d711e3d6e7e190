package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.credit.CreditExposure;
import dev.erpkit.accounting.credit.CreditLimit;
import dev.erpkit.accounting.credit.CreditService;
import dev.erpkit.accounting.credit.CreditSource;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trade.Receivables;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.map.ImmutableMap;

/** What a party owes by the open items of the books, and how much it may. */
final class CreditReceivables implements Receivables {
    private final CreditService credit;
    private final ImmutableMap<PartyId, MonetaryAmount> limits;

    CreditReceivables(Business business, ImmutableMap<PartyId, MonetaryAmount> limits) {
        this.limits = limits;
        this.credit = business.credit(new Limits(limits));
    }

    @Override
    public Standing of(PartyId party) {
        CreditExposure exposure = credit.exposure(party);
        return new Standing(exposure.openItems().subtract(exposure.advances()), Optional.ofNullable(limits.get(party)));
    }

    /** Sales adds its own orders, so they are not counted here as well. */
    private record Limits(ImmutableMap<PartyId, MonetaryAmount> of) implements CreditSource {
        @Override
        public Optional<CreditLimit> limit(PartyId party) {
            return Optional.ofNullable(of.get(party)).map(CreditLimit::of);
        }

        @Override
        public MonetaryAmount orders(PartyId party) {
            return SellingRules.yen(0);
        }

        @Override
        public MonetaryAmount reserved(PartyId party) {
            return SellingRules.yen(0);
        }
    }
}
