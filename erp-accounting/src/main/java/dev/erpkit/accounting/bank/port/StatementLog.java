package dev.erpkit.accounting.bank.port;

import dev.erpkit.accounting.bank.BankLineId;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.LineStep;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: the bank statements of one tenant, their lines and what became of these, insert-only. What comes back equals what
 * was appended: minor units and dates exactly, texts to the character, instants to the microsecond.
 *
 * <p>Statements and lines of an account are numbered 1, 2, 3 ... without gaps, also when units of work fail. Of two
 * statements decided from the same state, or two steps of one line, one is appended and the other gets
 * {@link StaleVersionException}, so that overlapping files never double a line and no line is booked twice.
 */
public interface StatementLog {
    /**
     * Appends a statement with the lines that it brings.
     *
     * @throws DuplicateKeyException when the account has a statement with this key
     * @throws StaleVersionException when its number does not follow the newest statement of the account, or the first of the
     *     lines not the newest line
     */
    void append(StoredStatement statement, ImmutableList<StoredLine> lines);

    /**
     * Appends a step.
     *
     * @throws NotFoundException when there is no such line
     * @throws DuplicateKeyException when a step of the line has its key
     * @throws StaleVersionException when its number does not follow the newest step of the line
     */
    void append(LineStep step);

    /** The line with all its steps, in the order of their numbers. */
    Optional<LineHistory> find(BankLineId line);

    /** Pushes every account that has statements, in the order of their names; the adapter owns the cursor. */
    void forEachAccount(Consumer<? super String> sink);

    /** Pushes the statements of an account in the order of their numbers; the adapter owns the cursor. */
    void forEachStatement(String account, Consumer<? super StoredStatement> sink);

    /** Pushes the lines of an account in the order of their numbers; the adapter owns the cursor. */
    void forEachLine(String account, Consumer<? super LineHistory> sink);
}
