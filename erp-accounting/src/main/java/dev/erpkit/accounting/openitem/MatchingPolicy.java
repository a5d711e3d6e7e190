package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.ErpValue;
import org.immutables.value.Value;

/** The choices that decide the figures of a match. Its {@link #name} is frozen into every match that it decided. */
@ErpValue
@Value.Immutable
public sealed interface MatchingPolicy permits ImmutableMatchingPolicy {
    /** When the exchange difference is realised. */
    DifferenceTiming differences();

    /** How items of different currencies match. */
    CrossCurrencyRule crossCurrency();

    /** How far from each other the accounts of the items may stand. */
    MatchReach reach();

    /** Whether items of different parties may match, as when a parent pays for its subsidiary. */
    boolean acrossParties();

    /** Which recorded rates are asked for. */
    RateType rateType();

    /** How proportions of base amounts and converted amounts are rounded. */
    RoundingPolicy rounding();

    /** Where exchange differences go. */
    ExchangeAccounts accounts();

    /** The journal of the entries that matches post. */
    JournalId journal();

    /** The choices as one stable text. */
    default String name() {
        return String.join(
                "/",
                differences().text(),
                crossCurrency().text(),
                reach().text(),
                acrossParties() ? "any-party" : "one-party",
                rateType().name(),
                rounding().name());
    }

    /**
     * A builder: differences at once, one currency, one account, one party, spot rates, half even to the minor unit, the
     * general journal, unless said otherwise.
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. */
    final class Builder extends ImmutableMatchingPolicy.Builder {
        Builder() {
            differences(DifferenceTiming.AT_ONCE);
            crossCurrency(CrossCurrencyRule.REFUSED);
            reach(MatchReach.ONE_ACCOUNT);
            acrossParties(false);
            rateType(RateType.SPOT);
            rounding(RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN));
            journal(JournalId.GENERAL);
        }
    }
}
