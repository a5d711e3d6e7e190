package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;

/**
 * The leave of one type as of the end of a day, in days: granted + carriedIn + adjusted - taken - carriedOut - expired =
 * remaining.
 *
 * @param granted by lots that began by then, carried ones left out
 * @param carriedIn by lots that were made of what was left of others
 * @param carriedOut what went out of old lots into such
 * @param taken on days up to then, cancelled ones left out
 * @param adjusted corrections of the lots that began by then, with their sign
 * @param expired what was left of lots that expired by then
 * @param remaining what can still be taken of the lots that are valid then, takings of later days not counted
 */
public record LeaveBalance(
        Rational granted,
        Rational carriedIn,
        Rational carriedOut,
        Rational taken,
        Rational adjusted,
        Rational expired,
        Rational remaining) {}
