package dev.erpkit.company.people;

import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.port.PayrollLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The payroll log, of which this program reads each record once: it decides from all of them, and they never change. What a
 * unit of work has read it may still take back, so only what is read outside is remembered.
 */
final class RememberedLog implements PayrollLog {
    private final PayrollLog log;
    private final UnitOfWork unitOfWork;
    private final List<PayrollRecord> remembered = new ArrayList<>();

    RememberedLog(PayrollLog log, UnitOfWork unitOfWork) {
        this.log = log;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(PayrollRecord fact) {
        log.append(fact);
    }

    @Override
    public Optional<PayrollRecord> find(IdempotencyKey key) {
        return log.find(key);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PayrollRecord> sink) {
        if (!unitOfWork.active()) {
            log.forEach(remembered.size(), remembered::add);
        }
        List<PayrollRecord> known = List.copyOf(remembered);
        known.stream().skip(afterSequence).forEach(sink);
        log.forEach(Math.max(afterSequence, known.size()), sink);
    }

    @Override
    public long lastSequence() {
        return log.lastSequence();
    }
}
