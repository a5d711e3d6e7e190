package dev.erpkit.core.posting;

import dev.erpkit.core.party.PartyId;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * One amount of an accounting event, named by the part it plays.
 *
 * @param role what the amount is, such as {@code revenue}, {@code tax}, {@code receivable}
 * @param amount the amount, positive in the natural direction of the role
 * @param qualifier what posting rules may choose an account by, such as an item group or tax code; empty when none
 * @param dimensions analytic coordinates of the amount
 * @param party whom it concerns
 */
public record RoleAmount(
        String role, MonetaryAmount amount, String qualifier, Dimensions dimensions, Optional<PartyId> party) {

    /** An amount without qualifier, dimensions and party. */
    public static RoleAmount of(String role, MonetaryAmount amount) {
        return new RoleAmount(role, amount, "", Dimensions.none(), Optional.empty());
    }

    /** The same amount with a qualifier. */
    public RoleAmount qualified(String by) {
        return new RoleAmount(role, amount, by, dimensions, party);
    }

    /** The same amount with dimensions. */
    public RoleAmount in(Dimensions coordinates) {
        return new RoleAmount(role, amount, qualifier, coordinates, party);
    }

    /** The same amount concerning a party. */
    public RoleAmount concerning(PartyId who) {
        return new RoleAmount(role, amount, qualifier, dimensions, Optional.of(who));
    }
}
