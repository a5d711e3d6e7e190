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
 * The payroll log, of which this program reads what is committed once: runs are decided from all records, and these
 * never change. What a unit of work has read it may still take back, so nothing is remembered while one is running.
 */
final class RememberedLog implements PayrollLog {
    private final PayrollLog log;
    private final UnitOfWork unitOfWork;
    private final List<PayrollRecord> remembered = new ArrayList<>();

    RememberedLog(PayrollLog log, UnitOfWork unitOfWork) {
        this.log = log;
        this.unitOfWork = unitOfWork;
    }

    /** Takes in what was committed since, unless a unit of work is running. */
    void remember() {
        if (!unitOfWork.active()) {
            log.forEach(remembered.size(), remembered::add);
        }
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
        remember();
        List<PayrollRecord> known = List.copyOf(remembered);
        known.stream().skip(afterSequence).forEach(sink);
        log.forEach(Math.max(afterSequence, known.size()), sink);
    }

    @Override
    public long lastSequence() {
        return log.lastSequence();
    }
}
