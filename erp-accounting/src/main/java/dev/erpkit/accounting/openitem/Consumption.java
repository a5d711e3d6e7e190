package dev.erpkit.accounting.openitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One match as seen from one of its items.
 *
 * @param match the match
 * @param undoes the match that it undoes
 * @param date the effective date of the match
 * @param sequence its place among the matches
 * @param position the position of the journal from which it is known
 * @param recordedAt when the match was recorded
 * @param amountMinor consumed of the item's amount, negative when given back
 * @param baseMinor consumed of the item's base amount
 */
public record Consumption(
        MatchId match,
        Optional<MatchId> undoes,
        LocalDate date,
        long sequence,
        long position,
        Instant recordedAt,
        long amountMinor,
        long baseMinor) {
    /** The view of a match from one of its parts. */
    public static Consumption of(Match match, MatchPart part) {
        return new Consumption(
                match.id(),
                match.undoes(),
                match.date(),
                match.sequence(),
                match.position(),
                match.recordedAt(),
                part.amountMinor(),
                part.baseMinor());
    }
}
