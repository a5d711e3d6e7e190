package dev.erpkit.accounting.bank.port;

import dev.erpkit.accounting.bank.Association;
import java.util.function.Consumer;

/** Port: what was learned from confirmed matches, insert-only. The same association may be learned any number of times. */
public interface AssociationLog {
    /** Appends one. */
    void append(Association learned);

    /** Pushes all of them, each as often as it was appended, in that order; the adapter owns the cursor. */
    void forEach(Consumer<? super Association> sink);
}
