package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.event.ErpEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What every {@code Outbox} must do: an event is told if and only if the unit of work that added it has committed. */
public abstract class OutboxContract extends PortContract<CoreHarness> {
    /** For adapters. */
    protected OutboxContract() {}

    private record Happened(String type, String subject, Instant recordedAt) implements ErpEvent {}

    private ImmutableList<String> told(CoreHarness harness, String subject) {
        return harness.told().select(e -> e.subject().equals(subject)).collect(ErpEvent::type);
    }

    private void add(String type, String subject) {
        harness().outbox().add(new Happened(type, subject, Fresh.instant()));
    }

    @Test
    void outbox_1_1_committed_events_are_told_in_their_order() {
        String subject = Fresh.key("subject");
        inUnitOfWork(() -> Lists.immutable.of("a", "b", "c").forEach(type -> add(type, subject)));
        inUnitOfWork((Runnable) () -> add("d", subject));
        assertThat(told(harness(), subject)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void outbox_1_2_type_subject_and_instant_come_back_as_given() {
        String subject = Fresh.key("件名 ü€😀");
        Instant at = Instant.parse("2026-02-28T23:59:59.999999Z").truncatedTo(ChronoUnit.MICROS);
        inUnitOfWork((Runnable) () -> harness().outbox().add(new Happened("test.happened", subject, at)));
        ErpEvent event = harness().told().detect(e -> e.subject().equals(subject));
        assertThat(event.type()).isEqualTo("test.happened");
        assertThat(event.recordedAt()).isEqualTo(at);
    }

    @Test
    void outbox_1_3_equal_events_are_told_as_often_as_they_were_added() {
        String subject = Fresh.key("subject");
        inUnitOfWork(() -> {
            add("twice", subject);
            add("twice", subject);
        });
        assertThat(told(harness(), subject)).containsExactly("twice", "twice");
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void outbox_2_1_events_of_a_failed_unit_of_work_are_never_told() {
        String subject = Fresh.key("subject");
        inUnitOfWork((Runnable) () -> add("before", subject));
        rolledBack(() -> add("lost", subject));
        inUnitOfWork((Runnable) () -> add("after", subject));
        assertThat(told(harness(), subject)).containsExactly("before", "after");
    }

    @Test
    @Requires({Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS})
    void outbox_3_1_events_of_several_threads_are_all_told_and_those_of_one_thread_in_order() {
        ImmutableList<String> subjects = Lists.immutable.of(Fresh.key("s"), Fresh.key("s"), Fresh.key("s"));
        ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(3, thread -> {
            for (int i = 0; i < 20; i++) {
                String type = "t" + i;
                inUnitOfWork((Runnable) () -> add(type, subjects.get(thread)));
            }
            return thread;
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        for (String subject : subjects) {
            assertThat(told(harness(), subject)).hasSize(20).first().isEqualTo("t0");
            assertThat(told(harness(), subject).getLast()).isEqualTo("t19");
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void outbox_4_1_events_survive_a_restart() {
        String subject = Fresh.key("subject");
        inUnitOfWork((Runnable) () -> add("kept", subject));
        assertThat(told(harness().reopened(), subject)).containsExactly("kept");
    }

    @Test
    @Requires(Capability.TENANTS)
    void outbox_5_1_no_tenant_is_told_what_happened_to_another() {
        String subject = Fresh.key("subject");
        inUnitOfWork((Runnable) () -> add("mine", subject));
        assertThat(told(harness().otherTenant(), subject)).isEmpty();
    }
}
