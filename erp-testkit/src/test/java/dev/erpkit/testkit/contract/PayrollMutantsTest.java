package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.RunChange;
import dev.erpkit.hr.run.port.PayrollLog;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The contract of the payroll log catches the ways in which adapters are known to break. */
class PayrollMutantsTest {
    private static final AtomicReference<PayrollHarness> CURRENT =
            new AtomicReference<>(new MemoryPayrollHarness(log -> log));

    static final class Contract extends PayrollLogContract {
        @Override
        protected PayrollHarness harness() {
            return CURRENT.get();
        }
    }

    /** A log whose records come back changed. */
    private abstract static class Around implements PayrollLog {
        private final PayrollLog sound;

        Around(PayrollLog sound) {
            this.sound = sound;
        }

        abstract PayrollRecord back(PayrollRecord fact);

        @Override
        public void append(PayrollRecord fact) {
            sound.append(fact);
        }

        @Override
        public Optional<PayrollRecord> find(IdempotencyKey key) {
            return sound.find(key).map(this::back);
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super PayrollRecord> sink) {
            sound.forEach(afterSequence, fact -> sink.accept(back(fact)));
        }

        @Override
        public long lastSequence() {
            return sound.lastSequence();
        }
    }

    private static void breaks(UnaryOperator<PayrollLog> around, String rule) {
        CURRENT.set(new MemoryPayrollHarness(around));
        assertThat(Switched.broken(Contract.class)).contains(rule);
    }

    @Test
    void a_sound_log_breaks_nothing() {
        CURRENT.set(new MemoryPayrollHarness(log -> log));
        assertThat(Switched.broken(Contract.class)).isEmpty();
    }

    private static PayrollRecord changed(PayrollRecord fact, UnaryOperator<PaidSlip> slips) {
        return fact.change() instanceof RunChange.Drafted drafted
                ? new PayrollRecord(
                        fact.sequence(),
                        fact.key(),
                        fact.fingerprint(),
                        fact.recordedAt(),
                        fact.actor(),
                        new RunChange.Drafted(
                                drafted.run(),
                                drafted.edition(),
                                drafted.dates(),
                                drafted.slips().collect(slips::apply)))
                : fact;
    }

    private static UnaryOperator<PayrollLog> returning(UnaryOperator<PayrollRecord> change) {
        return log -> new Around(log) {
            @Override
            PayrollRecord back(PayrollRecord fact) {
                return change.apply(fact);
            }
        };
    }

    private static PaidSlip with(PaidSlip slip, Derivations derivations, ImmutableList<CostShare> costs) {
        return new PaidSlip(
                slip.employment(),
                slip.pack(),
                slip.currency(),
                slip.digits(),
                slip.edition(),
                slip.dates(),
                slip.lines(),
                derivations,
                costs);
    }

    private static void forgets(UnaryOperator<Derivations> some) {
        breaks(
                returning(fact -> changed(fact, slip -> with(slip, some.apply(slip.derivations()), slip.costs()))),
                "payroll_1_1");
    }

    @Test
    void a_log_that_forgets_anything_of_derivations_or_the_order_of_cost_shares_is_caught() {
        forgets(of -> new Derivations(of.rules().take(1), of.inputs(), of.notes()));
        forgets(of -> new Derivations(of.rules(), of.inputs().take(1), of.notes()));
        forgets(of -> new Derivations(of.rules(), of.inputs(), of.notes().toReversed()));
        breaks(
                returning(fact -> changed(
                        fact,
                        slip -> with(slip, slip.derivations(), slip.costs().toReversed()))),
                "payroll_1_1");
    }

    @Test
    void a_log_that_takes_any_sequence_is_caught() {
        breaks(
                log -> new Around(log) {
                    @Override
                    PayrollRecord back(PayrollRecord fact) {
                        return fact;
                    }

                    @Override
                    public void append(PayrollRecord fact) {
                        super.append(new PayrollRecord(
                                lastSequence() + 1,
                                fact.key(),
                                fact.fingerprint(),
                                fact.recordedAt(),
                                fact.actor(),
                                fact.change()));
                    }
                },
                "payroll_2_2");
    }
}
