package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/**
 * A fact: from a day on one member holds so much of another, until a later fact about the two says otherwise.
 *
 * @param holder who holds
 * @param held what is held
 * @param share the direct share, 0 when it was sold, at most 1
 * @param from the first day
 */
public record Holding(MemberId holder, MemberId held, Rational share, LocalDate from) {
    /** A holding of a share such as {@code 0.8} or {@code 1/3}. */
    public static Holding of(String holder, String held, String share, LocalDate from) {
        return new Holding(MemberId.of(holder), MemberId.of(held), Rational.parse(share), from);
    }
}
