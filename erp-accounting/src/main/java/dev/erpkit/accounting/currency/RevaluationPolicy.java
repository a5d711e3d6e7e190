package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.ErpValue;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** The choices that decide the figures of a revaluation. */
@ErpValue
@Value.Immutable
public sealed interface RevaluationPolicy permits ImmutableRevaluationPolicy {
    /** The base currency of the book. */
    CurrencyUnit baseCurrency();

    /** Where differences go that may still turn: what is held or open at the end of the day. */
    ExchangeAccounts unrealised();

    /** Where base goes that was left behind on an account without open items when its foreign balance was gone. */
    ExchangeAccounts realised();

    /** Which recorded rates are asked for, from the foreign currency to the base currency. */
    RateType rateType();

    /** How converted balances are rounded. */
    RoundingPolicy rounding();

    /** Whether every entry is followed by its exact contrary on the next day. */
    boolean reversedNextDay();

    /** The journal of the entries. */
    JournalId journal();

    /** A builder: closing rates, half even to the minor unit, not reversed, the general journal, unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. */
    final class Builder extends ImmutableRevaluationPolicy.Builder {
        Builder() {
            rateType(RateType.CLOSING);
            rounding(RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN));
            reversedNextDay(false);
            journal(JournalId.GENERAL);
        }
    }
}
