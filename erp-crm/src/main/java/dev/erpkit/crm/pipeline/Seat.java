package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Who can take leads.
 *
 * @param seller who
 * @param capacity how many they can take in the period, from 0
 * @param taken how many they have taken in it already, from 0
 * @param skills what they can do
 */
public record Seat(SellerId seller, int capacity, int taken, ImmutableSet<String> skills) {
    /** Checks the numbers: {@code assignment.seat}. */
    public Seat {
        if (capacity < 0 || taken < 0) {
            throw new InvalidValueException("Seat", "capacity", "assignment.seat", "must not be below zero");
        }
    }

    /** A seat that has taken nothing yet and needs no skill. */
    public static Seat of(String seller, int capacity) {
        return new Seat(SellerId.of(seller), capacity, 0, Sets.immutable.empty());
    }

    /** The same seat with one more skill. */
    public Seat withSkill(String skill) {
        return new Seat(seller, capacity, taken, skills.newWith(skill));
    }

    /** The same seat having taken some. */
    public Seat withTaken(int number) {
        return new Seat(seller, capacity, number, skills);
    }
}
