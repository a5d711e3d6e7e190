package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;

/** Which matches may be taken back, and from when on. */
final class Undoing {
    private Undoing() {}

    static Digest fingerprint(MatchId undone, LocalDate date) {
        return Digest.ofText("undo:v1\n" + undone + "\n" + date);
    }

    static Outcome<Match> decide(MatchId id, OpenItemLog log, LocalDate date) {
        Optional<Match> found = log.match(id);
        if (found.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(MatchRefusals.UNKNOWN, "There is no match " + id + "; name one that was recorded")
                            .with("match", id));
        }
        Match match = found.get();
        if (match.undoes().isPresent()) {
            return Outcome.refused(Refusal.of(
                            MatchRefusals.IS_UNDOING, "Match " + id + " is an undoing; match the items again instead")
                    .with("match", id));
        }
        boolean undone = log.find(match.parts().getFirst().item())
                .map(item -> !item.matches().contains(id))
                .orElse(false);
        if (undone) {
            return Outcome.refused(Refusal.of(
                            MatchRefusals.ALREADY_UNDONE, "Match " + id + " was undone before; nothing is left to undo")
                    .with("match", id));
        }
        if (date.isBefore(match.date())) {
            return Outcome.refused(Refusal.of(
                            MatchRefusals.DATE,
                            "Match " + id + " is of " + match.date() + "; undo it on that day or later, not on " + date)
                    .with("match", id)
                    .with("date", match.date()));
        }
        return Outcome.accepted(match);
    }
}
