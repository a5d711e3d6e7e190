package dev.erpkit.accounting.bank.memory;

import dev.erpkit.accounting.bank.BankLineId;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.LineStep;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Bank statements in memory. */
public final class MemoryStatementLog implements StatementLog {
    /** What one account has. */
    private static final class Kept {
        final MutableList<StoredStatement> statements = Lists.mutable.empty();
        final MutableList<LineHistory> lines = Lists.mutable.empty();
    }

    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<String, Kept> accounts = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryStatementLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(StoredStatement statement, ImmutableList<StoredLine> lines) {
        unitOfWork.write(
                () -> {
                    Kept kept = kept(statement.account());
                    check(kept, statement, lines);
                    kept.statements.add(statement);
                    lines.forEach(line -> kept.lines.add(LineHistory.of(line)));
                },
                () -> {
                    Kept kept = kept(statement.account());
                    kept.statements.remove(kept.statements.size() - 1);
                    lines.forEach(line -> kept.lines.remove(kept.lines.size() - 1));
                });
    }

    private static void check(Kept kept, StoredStatement statement, ImmutableList<StoredLine> lines) {
        if (kept.statements.anySatisfy(s -> s.key().equals(statement.key()))) {
            throw new DuplicateKeyException(statement.key().value());
        }
        boolean follows = statement.number() == kept.statements.size() + 1;
        for (int i = 0; i < lines.size(); i++) {
            follows &= lines.get(i).id().number() == kept.lines.size() + i + 1;
        }
        if (!follows) {
            throw new StaleVersionException(statement.account(), statement.number() - 1);
        }
    }

    private Kept kept(String account) {
        return accounts.getIfAbsentPut(account, Kept::new);
    }

    @Override
    public void append(LineStep step) {
        unitOfWork.execute(() -> {
            LineHistory before = find(step.line())
                    .orElseThrow(() -> new NotFoundException(step.line().toString()));
            if (before.steps().anySatisfy(s -> s.key().equals(step.key()))) {
                throw new DuplicateKeyException(step.key().value());
            }
            if (step.number() != before.steps().size() + 1) {
                throw new StaleVersionException(step.line().toString(), step.number() - 1);
            }
            LineHistory after = new LineHistory(before.stored(), before.steps().newWith(step));
            unitOfWork.write(() -> set(after), () -> set(before));
            return after;
        });
    }

    private void set(LineHistory history) {
        BankLineId id = history.stored().id();
        kept(id.account()).lines.set((int) id.number() - 1, history);
    }

    @Override
    public Optional<LineHistory> find(BankLineId line) {
        return unitOfWork.read(() -> {
            MutableList<LineHistory> lines = kept(line.account()).lines;
            return line.number() <= lines.size() ? Optional.of(lines.get((int) line.number() - 1)) : Optional.empty();
        });
    }

    @Override
    public void forEachAccount(Consumer<? super String> sink) {
        unitOfWork
                .read(() -> accounts.keyValuesView()
                        .select(account -> account.getTwo().statements.notEmpty())
                        .collect(account -> account.getOne())
                        .toSortedList())
                .forEach(sink);
    }

    @Override
    public void forEachStatement(String account, Consumer<? super StoredStatement> sink) {
        unitOfWork.read(() -> kept(account).statements.toImmutable()).forEach(sink);
    }

    @Override
    public void forEachLine(String account, Consumer<? super LineHistory> sink) {
        unitOfWork.read(() -> kept(account).lines.toImmutable()).forEach(sink);
    }
}
