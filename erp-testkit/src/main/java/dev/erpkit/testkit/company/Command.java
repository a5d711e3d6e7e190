package dev.erpkit.testkit.company;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import java.util.function.Function;

/**
 * One command to the books, which can be sent again.
 *
 * @param kind what it is, such as {@code sale}
 * @param whole whether it stands or falls as one: refused, it has changed nothing
 * @param send sends it; the same content every time
 */
record Command(String kind, boolean whole, Function<KitBooks, ? extends Outcome<?>> send) {
    Command(String kind, Function<KitBooks, ? extends Outcome<?>> send) {
        this(kind, true, send);
    }
}
