package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.bank.LineStep.Kind;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A line with all that became of it.
 *
 * @param stored the line
 * @param steps what became of it, in the order of their numbers
 */
public record LineHistory(StoredLine stored, ImmutableList<LineStep> steps) {
    /** A line that is not in the books yet. */
    public static LineHistory of(StoredLine line) {
        return new LineHistory(line, Lists.immutable.empty());
    }

    /** What it was in the books at the end of a day, nothing when it was not booked. */
    public Optional<LineStep> asOf(LocalDate day) {
        return steps.toReversed().detectOptional(step -> !step.date().isAfter(day));
    }

    /** Whether it stood in suspense at the end of a day. */
    public boolean inSuspense(LocalDate day) {
        return asOf(day).map(step -> step.kind() == Kind.SUSPENSE).orElse(false);
    }

    /** The amount in minor units, above zero when money came in. */
    public long minor() {
        return Amounts.minor(stored.line().amount());
    }

    Optional<LineStep> step(IdempotencyKey key) {
        return steps.detectOptional(step -> step.key().equals(key));
    }
}
