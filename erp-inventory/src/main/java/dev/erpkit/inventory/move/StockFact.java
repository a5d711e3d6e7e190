package dev.erpkit.inventory.move;

import java.time.LocalDateTime;

/**
 * A fact about goods. Its number is its place in the order of recording, 0 until it is recorded; facts are told apart by
 * their numbers and refer to one another by them.
 */
public sealed interface StockFact permits Move, Assembly, Counted, Noted {
    /** The place in the order of recording; 0 before. */
    long number();

    /** When it takes effect. */
    LocalDateTime at();

    /** The same fact with its place in the order of recording. */
    StockFact numbered(long number);
}
