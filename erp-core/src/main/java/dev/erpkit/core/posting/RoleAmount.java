package dev.erpkit.core.posting;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * One amount of an accounting event, named by the part it plays.
 *
 * @param role what the amount is, such as {@code revenue}, {@code tax}, {@code receivable}; 1 to 64 characters
 * @param amount the amount, positive in the natural direction of the role
 * @param qualifier what posting rules may choose an account by, such as an item group or tax code; empty when none, at
 *     most 64 characters
 * @param dimensions analytic coordinates of the amount
 * @param party whom it concerns
 * @param dueDate when it falls due, where not with the event: one instalment of several
 */
public record RoleAmount(
        String role,
        MonetaryAmount amount,
        String qualifier,
        Dimensions dimensions,
        Optional<PartyId> party,
        Optional<LocalDate> dueDate) {
    /** Checks role and qualifier: {@code role-amount.form} for a length out of bounds or control characters. */
    public RoleAmount {
        if (role.isBlank() || isOutOfForm(role)) {
            throw invalid("role", "must have 1 to 64 characters and no control characters");
        }
        if (isOutOfForm(qualifier)) {
            throw invalid("qualifier", "must have at most 64 characters and no control characters");
        }
    }

    private static boolean isOutOfForm(String text) {
        return text.length() > 64 || !Texts.isLabel(text);
    }

    private static InvalidValueException invalid(String path, String message) {
        return new InvalidValueException("RoleAmount", path, "role-amount.form", message);
    }

    /** An amount without qualifier, dimensions and party. */
    public static RoleAmount of(String role, MonetaryAmount amount) {
        return new RoleAmount(role, amount, "", Dimensions.none(), Optional.empty(), Optional.empty());
    }

    /** The same amount with a qualifier. */
    public RoleAmount qualified(String by) {
        return new RoleAmount(role, amount, by, dimensions, party, dueDate);
    }

    /** The same amount with dimensions. */
    public RoleAmount in(Dimensions coordinates) {
        return new RoleAmount(role, amount, qualifier, coordinates, party, dueDate);
    }

    /** The same amount concerning a party. */
    public RoleAmount concerning(PartyId who) {
        return new RoleAmount(role, amount, qualifier, dimensions, Optional.of(who), dueDate);
    }

    /** The same amount with a due date of its own, which its open item bears in place of the event's. */
    public RoleAmount due(LocalDate day) {
        return new RoleAmount(role, amount, qualifier, dimensions, party, Optional.of(day));
    }

    /** Role and currency only: the figure may be somebody's pay. */
    @Override
    public String toString() {
        return role + " in " + amount.getCurrency().getCurrencyCode();
    }
}
