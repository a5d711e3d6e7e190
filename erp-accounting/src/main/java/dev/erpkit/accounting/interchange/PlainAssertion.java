package dev.erpkit.accounting.interchange;

import java.util.Optional;

/**
 * What the balance of the posting's account is to be after the posting; on a posting without amount it says what the
 * amount has to be.
 *
 * @param amount the balance in one commodity
 * @param sole whether the account is to hold no other commodity ({@code ==})
 * @param inclusive whether accounts below count too ({@code =*})
 * @param cost the cost of an amount found from the balance; no part of the assertion itself
 */
public record PlainAssertion(PlainAmount amount, boolean sole, boolean inclusive, Optional<PlainCost> cost) {
    /** A plain assertion about one commodity ({@code =}). */
    public static PlainAssertion of(PlainAmount amount) {
        return new PlainAssertion(amount, false, false, Optional.empty());
    }
}
