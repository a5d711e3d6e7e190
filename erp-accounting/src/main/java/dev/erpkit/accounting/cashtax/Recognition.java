package dev.erpkit.accounting.cashtax;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What one settlement recognises.
 *
 * @param key the same for the same settlement of the same document, so that it is told once
 * @param date the day on which it counts
 * @param settledMinor what is settled of the document in all, this settlement included
 * @param totalMinor what there was to settle
 * @param taxes one for each line that is owed on payment
 */
public record Recognition(
        IdempotencyKey key, LocalDate date, long settledMinor, long totalMinor, ImmutableList<RecognisedTax> taxes) {
    /** How the figures came about. */
    public TraceStep trace() {
        TraceStep step = TraceStep.of("cash-tax.recognised", taxes.sumOfLong(RecognisedTax::taxMinor))
                .with("settled", settledMinor + "/" + totalMinor)
                .with("date", date);
        for (RecognisedTax tax : taxes) {
            step = step.from(TraceStep.of(tax.line().code(), tax.taxMinor())
                    .with("base", tax.baseMinor())
                    .with("waiting", tax.waitingMinor())
                    .with("document base", tax.line().bookBaseMinor())
                    .with("document tax", tax.line().bookTaxMinor()));
        }
        return step;
    }

    boolean isNothing() {
        return taxes.allSatisfy(RecognisedTax::isNothing);
    }
}
