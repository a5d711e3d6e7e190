package dev.erpkit.accounting.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class MemoryPeriodLogTest {
    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryPeriodLog log = new MemoryPeriodLog(work);

    private static PeriodFact fact(long number) {
        return new PeriodFact(
                number,
                BookId.MAIN,
                new Locked(LockScope.ALL, LocalDate.of(2026, 1, 1).plusDays(number)),
                0,
                Instant.EPOCH,
                Actor.of("me"));
    }

    private List<Long> numbersAfter(long number) {
        List<Long> numbers = new ArrayList<>();
        log.forEach(number, f -> numbers.add(f.number()));
        return numbers;
    }

    @Test
    void facts_come_back_in_their_order_from_any_number_on() {
        log.append(0, Lists.immutable.of(fact(1), fact(2)));
        log.append(2, Lists.immutable.of(fact(3)));
        assertThat(numbersAfter(0)).containsExactly(1L, 2L, 3L);
        assertThat(numbersAfter(2)).containsExactly(3L);
        assertThat(numbersAfter(9)).isEmpty();
    }

    @Test
    void facts_that_do_not_follow_are_refused_as_a_whole() {
        log.append(0, Lists.immutable.of(fact(1)));
        assertThatThrownBy(() -> log.append(0, Lists.immutable.of(fact(1)))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> log.append(1, Lists.immutable.of(fact(2), fact(4))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void a_unit_of_work_that_fails_leaves_no_fact() {
        assertThatThrownBy(() -> work.execute(() -> {
                    log.append(0, Lists.immutable.of(fact(1), fact(2)));
                    throw new IllegalArgumentException("host");
                }))
                .hasMessage("host");
        assertThat(log.size()).isZero();
        assertThat(numbersAfter(0)).isEmpty();
    }
}
