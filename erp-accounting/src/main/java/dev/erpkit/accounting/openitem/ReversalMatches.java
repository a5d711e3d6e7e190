package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The matches that reversals make by themselves: an item and its reversal settle each other. When the reversal is reversed
 * in its turn that match is taken back, so that the first item is open again.
 */
final class ReversalMatches {
    private static final String BASIS = "reversal";

    private final OpenItemLog log;

    ReversalMatches(OpenItemLog log) {
        this.log = log;
    }

    /** The matches in force of an entry's items, but for those that a reversal made. */
    ImmutableList<MatchId> inTheWay(PostedEntry entry) {
        MutableList<MatchId> matches = Lists.mutable.empty();
        for (int line = 0; line < entry.entry().lines().size(); line++) {
            log.find(new ItemId(entry.id(), line)).ifPresent(item -> matches.addAllIterable(item.matches()));
        }
        return matches.distinct().reject(id -> madeByReversal(id).isPresent()).toImmutable();
    }

    private Optional<Match> madeByReversal(MatchId id) {
        return log.match(id).filter(match -> match.basis().equals(BASIS));
    }

    /** Lets an item and the item of the entry that reverses it settle each other, when the first is wholly open. */
    void settle(ItemHistory reversed, OpenItem reversal, PostedEntry posted) {
        OpenItem original = reversed.item();
        LocalDate date = reversed.consumptions()
                .collect(Consumption::date)
                .newWith(original.date())
                .newWith(reversal.date())
                .max();
        reversed.matches()
                .collect(this::madeByReversal)
                .forEach(made -> made.ifPresent(match -> takeBack(match, date, reversal, posted)));
        Residual open = log.find(original.id()).map(ItemHistory::residual).orElse(Residual.NONE);
        boolean contrary = open.amountMinor() == -reversal.amountMinor()
                && open.baseMinor() == -reversal.baseMinor()
                && original.account().equals(reversal.account());
        if (contrary && original.amountMinor() == open.amountMinor()) {
            Match.Builder match = fact("reversal", reversal, posted);
            match.date(date)
                    .parts(Lists.immutable.of(all(original), all(reversal)))
                    .undoes(Optional.empty())
                    .basis(BASIS);
            log.append(match.build());
        }
    }

    private void takeBack(Match match, LocalDate date, OpenItem reversal, PostedEntry posted) {
        Match.Builder undoing = fact("undo-reversal", reversal, posted);
        undoing.date(date)
                .parts(match.parts().collect(MatchPart::negate))
                .undoes(Optional.of(match.id()))
                .basis("undo of " + match.id());
        log.append(undoing.build());
    }

    private Match.Builder fact(String what, OpenItem reversal, PostedEntry posted) {
        Match.Builder match = Match.builder();
        match.id(MatchId.of("books:" + what + ":" + Digest.ofText(reversal.id().toString())))
                .book(reversal.book())
                .sequence(log.lastSequence() + 1)
                .position(posted.position())
                .recordedAt(posted.recordedAt())
                .matchedBy(posted.postedBy())
                .baseCurrency(reversal.baseCurrency())
                .differenceMinor(0)
                .entry(Optional.empty())
                .fingerprint(Digest.ofText(what + " " + reversal.id()));
        return match;
    }

    private static MatchPart all(OpenItem item) {
        return new MatchPart(item.id(), item.currency(), item.amountMinor(), item.baseMinor());
    }
}
