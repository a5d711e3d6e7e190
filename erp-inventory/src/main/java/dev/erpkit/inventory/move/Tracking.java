package dev.erpkit.inventory.move;

/** Whether the pieces of an item are told apart. */
public enum Tracking {
    /** They are all alike. */
    NONE,
    /** By lot. */
    LOT,
    /** Each by its serial number: every move is of one. */
    SERIAL
}
