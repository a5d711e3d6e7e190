package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.SealLog;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What holds of the sealed journal. */
public final class EvidenceInvariants {
    private EvidenceInvariants() {}

    /** The hash chain over the journal verifies from its first position to its last. */
    public static ImmutableList<Finding> chainIsSound(JournalStore journal, SealLog seals) {
        Verification verification = Verifier.verify(journal, seals);
        return verification.sound()
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("chain-sound", "journal", verification.toString()));
    }
}
