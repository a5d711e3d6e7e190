package dev.erpkit.testkit.generate;

import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Amounts and currencies for properties that opt in, because the kit does not own those types:
 * {@code @Domain(MoneyDomain.class) @Domain(DomainContext.Global.class)}.
 */
public final class MoneyDomain extends DomainContextBase {
    /** For jqwik. */
    public MoneyDomain() {}

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return MoneyArbitraries.currencies();
    }

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return MoneyArbitraries.amounts();
    }
}
