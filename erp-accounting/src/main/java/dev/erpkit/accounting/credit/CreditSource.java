package dev.erpkit.accounting.credit;

import dev.erpkit.core.party.PartyId;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * Port: what the host knows of a party's credit beside its open items. Asked inside the unit of work that decides, so what
 * it answers must still hold when that commits: read it through ports of the same unit of work.
 */
public interface CreditSource {
    /** The limit of a party; none, no limit. */
    Optional<CreditLimit> limit(PartyId party);

    /** What is ordered and neither delivered nor invoiced, in base currency, zero or more. */
    MonetaryAmount orders(PartyId party);

    /** What is reserved for a party, in base currency, zero or more. */
    MonetaryAmount reserved(PartyId party);
}
