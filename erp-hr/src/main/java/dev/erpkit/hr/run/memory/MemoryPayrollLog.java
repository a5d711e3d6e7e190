package dev.erpkit.hr.run.memory;

import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Payroll in memory. */
public final class MemoryPayrollLog implements PayrollLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<PayrollRecord> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, PayrollRecord> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryPayrollLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(PayrollRecord fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    if (fact.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("payroll", fact.sequence() - 1);
                    }
                    records.add(fact);
                    byKey.put(fact.key(), fact);
                },
                () -> {
                    records.remove(records.size() - 1);
                    byKey.remove(fact.key());
                });
    }

    @Override
    public Optional<PayrollRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PayrollRecord> sink) {
        ImmutableList<PayrollRecord> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
