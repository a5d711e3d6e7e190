package dev.erpkit.hr.run.memory;

import dev.erpkit.core.memory.MemoryRecords;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.port.PayrollLog;
import java.util.Optional;
import java.util.function.Consumer;

/** Payroll in memory. */
public final class MemoryPayrollLog implements PayrollLog {
    private final MemoryRecords<PayrollRecord> records;

    /** A log that writes in the given unit of work. */
    public MemoryPayrollLog(MemoryUnitOfWork unitOfWork) {
        this.records = new MemoryRecords<>(unitOfWork, "payroll", PayrollRecord::sequence, PayrollRecord::key);
    }

    @Override
    public void append(PayrollRecord fact) {
        records.append(fact);
    }

    @Override
    public Optional<PayrollRecord> find(IdempotencyKey key) {
        return records.find(key);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PayrollRecord> sink) {
        records.forEach(afterSequence, sink);
    }

    @Override
    public long lastSequence() {
        return records.lastSequence();
    }
}
