package dev.erpkit.accounting.declaration.port;

import dev.erpkit.accounting.declaration.DeclarationFact;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;

/**
 * Port: the facts about the declarations of one tenant, append-only, in the unit of work of the tax facts. What comes back
 * equals what was appended, instants to the microsecond.
 */
public interface DeclarationLog {
    /** How many facts there are: the number of the newest one. */
    long size();

    /**
     * Appends a fact.
     *
     * @throws StaleVersionException when its number does not follow {@link #size()}
     * @throws DuplicateKeyException when the key of its command is taken
     */
    void append(DeclarationFact fact);

    /** Pushes the facts with a number greater than {@code afterNumber}, in the order of their numbers. */
    void forEach(long afterNumber, Consumer<? super DeclarationFact> sink);
}
