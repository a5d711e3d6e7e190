package dev.erpkit.accounting.payment.memory;

import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentStep;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Payments in memory. */
public final class MemoryPaymentLog implements PaymentLog {
    private final MemoryUnitOfWork unitOfWork;
    private final Map<PaymentId, PaymentHistory> payments = new LinkedHashMap<>();

    /** A log that writes in the given unit of work. */
    public MemoryPaymentLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(Payment payment, PaymentStep first) {
        if (first.number() != 1 || !first.payment().equals(payment.id())) {
            throw new IllegalArgumentException("The first step of a payment is its own and has the number 1");
        }
        unitOfWork.write(
                () -> {
                    PaymentHistory history = new PaymentHistory(payment, Lists.immutable.of(first));
                    if (payments.putIfAbsent(payment.id(), history) != null) {
                        throw new DuplicateKeyException(payment.id().value());
                    }
                },
                () -> payments.remove(payment.id()));
    }

    @Override
    public void append(PaymentStep step) {
        unitOfWork.execute(() -> {
            PaymentHistory before = find(step.payment())
                    .orElseThrow(() -> new NotFoundException(step.payment().value()));
            if (before.step(step.key()).isPresent()) {
                throw new DuplicateKeyException(step.key().value());
            }
            if (step.number() != before.steps().size() + 1) {
                throw new StaleVersionException(step.payment().value(), step.number() - 1);
            }
            PaymentHistory after =
                    new PaymentHistory(before.payment(), before.steps().newWith(step));
            unitOfWork.write(() -> payments.put(step.payment(), after), () -> payments.put(step.payment(), before));
            return after;
        });
    }

    @Override
    public Optional<PaymentHistory> find(PaymentId id) {
        return unitOfWork.read(() -> Optional.ofNullable(payments.get(id)));
    }

    @Override
    public void forEach(Consumer<? super PaymentHistory> sink) {
        ImmutableList<PaymentHistory> all = unitOfWork.read(() -> Lists.immutable.withAll(payments.values()));
        all.forEach(sink);
    }
}
