package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Takes bank statements in: each line once, however files overlap, and only statements that add up.
 *
 * <p>Permission: {@code bank.import} with the book as scope.
 */
public final class StatementService {
    private final StatementLog log;
    private final PaymentLog payments;
    private final BankDesk desk;

    /** Statements over a host's ports. */
    public StatementService(BankPorts ports) {
        this.log = ports.statements();
        this.payments = ports.payments().payments();
        this.desk = new BankDesk(ports.payments());
    }

    /**
     * Takes a statement in. The same file again, under whichever key, gives the first outcome again; a file that overlaps
     * others adds what is new in it. A statement that begins with another balance than is known by then is taken in, and the
     * gap told.
     *
     * @return what was added, or {@code access.denied}, {@code bank.statement-difference}, {@code bank.other-currency},
     *     {@code bank.key-reused}
     */
    public Outcome<StatementTaken> take(IdempotencyKey key, StatementFile file, Actor actor) {
        return desk.atomically("bank.import", actor, () -> {
            ImmutableList<StoredStatement> statements = statements(file.account());
            Digest fingerprint = file.fingerprint();
            Optional<StoredStatement> same =
                    statements.detectOptional(s -> s.fingerprint().equals(fingerprint));
            if (same.isPresent()) {
                return Outcome.replayed(taken(same.get()));
            }
            return refusal(key, file, statements)
                    .<Outcome<StatementTaken>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.accepted(append(key, file, fingerprint, statements.size() + 1, actor)));
        });
    }

    private StatementTaken append(
            IdempotencyKey key, StatementFile file, Digest fingerprint, long number, Actor actor) {
        ImmutableList<StoredLine> known = stored(file.account());
        StoredStatement statement = new StoredStatement(
                file.account(),
                number,
                key,
                file.from(),
                file.through(),
                file.statement().opening(),
                file.statement().closing(),
                fingerprint,
                desk.now(),
                actor);
        ImmutableList<StoredLine> added = StatementImport.additions(
                        known.collect(StoredLine::line), file.statement().lines())
                .collectWithIndex((line, i) -> new StoredLine(
                        new BankLineId(file.account(), known.size() + 1L + i), statement.number(), line));
        log.append(statement, added);
        return taken(statement);
    }

    private StatementTaken taken(StoredStatement statement) {
        ImmutableList<StoredLine> lines = stored(statement.account());
        return new StatementTaken(
                statement,
                lines.select(line -> line.statement() == statement.number()),
                StatementGap.of(statements(statement.account()), lines));
    }

    private static Optional<Refusal> refusal(
            IdempotencyKey key, StatementFile file, ImmutableList<StoredStatement> statements) {
        if (statements.anySatisfy(s -> s.key().equals(key))) {
            return Optional.of(BankDesk.reused(key));
        }
        BankStatement statement = file.statement();
        boolean otherCurrency = statements.anySatisfy(
                s -> !s.opening().getCurrency().equals(statement.opening().getCurrency()));
        if (otherCurrency) {
            return Optional.of(Refusal.of(
                            BankRefusals.OTHER_CURRENCY,
                            "Account " + file.account() + " has statements in "
                                    + statements
                                            .getFirst()
                                            .opening()
                                            .getCurrency()
                                            .getCurrencyCode()
                                    + "; give another currency an account of its own")
                    .with("account", file.account()));
        }
        if (!statement.difference().isZero()) {
            String difference = Amounts.canonical(statement.difference());
            return Optional.of(Refusal.of(
                            BankRefusals.DIFFERENCE,
                            "The closing balance of account " + file.account() + " is off by " + difference
                                    + "; get the whole file from the bank")
                    .with("account", file.account())
                    .with("difference", difference));
        }
        return Optional.empty();
    }

    /** The statements of an account, in the order of taking in. */
    public ImmutableList<StoredStatement> statements(String account) {
        MutableList<StoredStatement> statements = Lists.mutable.empty();
        log.forEachStatement(account, statements::add);
        return statements.toImmutable();
    }

    /** The lines of all accounts through a day that are not booked, or stand in suspense. */
    public ImmutableList<LineHistory> unexplained(LocalDate through) {
        MutableList<LineHistory> found = Lists.mutable.empty();
        log.forEachAccount(account -> log.forEachLine(account, line -> {
            boolean open = line.steps().isEmpty() || line.inSuspense(LocalDate.MAX);
            if (open && !line.stored().line().date().isAfter(through)) {
                found.add(line);
            }
        }));
        return found.toImmutable();
    }

    /** The lines of an account with what became of each, in the order of their numbers. */
    public ImmutableList<LineHistory> lines(String account) {
        MutableList<LineHistory> lines = Lists.mutable.empty();
        log.forEachLine(account, lines::add);
        return lines.toImmutable();
    }

    /**
     * Why books and bank differ at the end of a day.
     *
     * @param account the bank account
     * @param bank the balance of its ledger account at the end of the day, in the currency of the account
     * @param transit the balance of its clearing account
     * @throws NotFoundException when the account has no statements
     */
    public Reconciliation reconciliation(String account, LocalDate day, MonetaryAmount bank, MonetaryAmount transit) {
        ImmutableList<StoredStatement> statements = statements(account);
        if (statements.isEmpty()) {
            throw new NotFoundException("statements of account " + account);
        }
        MutableList<PaymentHistory> ours = Lists.mutable.empty();
        payments.forEach(ours::add);
        return Reconciliation.of(day, statements, lines(account), ours.toImmutable(), bank, transit);
    }

    private ImmutableList<StoredLine> stored(String account) {
        return lines(account).collect(LineHistory::stored);
    }
}
