package dev.erpkit.crm.behaviour;

import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;

/**
 * One purchase.
 *
 * @param customer who bought
 * @param day when
 * @param value what it was worth, a plain number in one currency that the host has chosen; returns are below zero
 */
public record Purchase(PartyId customer, LocalDate day, double value) {
    /** Checks that the value is a number. */
    public Purchase {
        Numbers.require("Purchase", "value", Double.isFinite(value), "behaviour.not-finite", "must be a finite number");
    }

    /** The value is what a customer has spent: it stays out of logs. */
    @Override
    public String toString() {
        return "Purchase[" + customer + ", " + day + "]";
    }
}
