package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.MatchId;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** A step in the making. */
record StepDraft(PaymentStep step) {
    StepDraft posting(ImmutableList<EntryId> entries) {
        return of(step.feeMinor(), step.bankLine(), step.match(), entries, step.policy());
    }

    StepDraft matching(Optional<MatchId> match) {
        return of(step.feeMinor(), step.bankLine(), match, step.entries(), step.policy());
    }

    StepDraft on(Optional<String> bankLine, long feeMinor) {
        return of(feeMinor, bankLine, step.match(), step.entries(), step.policy());
    }

    StepDraft deciding(String policy) {
        return of(step.feeMinor(), step.bankLine(), step.match(), step.entries(), policy);
    }

    private StepDraft of(
            long feeMinor,
            Optional<String> bankLine,
            Optional<MatchId> match,
            ImmutableList<EntryId> entries,
            String policy) {
        return new StepDraft(new PaymentStep(
                step.payment(),
                step.number(),
                step.kind(),
                step.key(),
                step.date(),
                feeMinor,
                bankLine,
                match,
                entries,
                policy,
                step.fingerprint(),
                step.recordedAt(),
                step.actor()));
    }
}
