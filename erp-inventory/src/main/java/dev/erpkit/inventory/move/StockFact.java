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

    /** The document behind it, at most 200 characters; empty when there is none. */
    default String reference() {
        return "";
    }

    /** What somebody wrote about it, at most 500 characters; empty when nothing. The books are told it too. */
    default String narrative() {
        return "";
    }

    /** The same fact with its place in the order of recording. */
    StockFact numbered(long number);
}
