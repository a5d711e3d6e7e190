package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BusinessStores;
import java.time.Month;
import org.junit.jupiter.api.Test;

class InterruptedRunTest {
    @Test
    void run_that_was_broken_off_goes_on_to_the_same_chain() {
        BusinessStores broken = BusinessStores.inMemory();
        assertThatThrownBy(() -> new Bookkeeper(broken).keepYear(month -> {
                    if (month.getMonth() == Month.SEPTEMBER) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        long before = broken.books().journal().lastPosition();
        Bookkeeper resumed = new Bookkeeper(broken);
        resumed.keepYear(month -> {});

        Bookkeeper whole = new Bookkeeper(BusinessStores.inMemory());
        whole.keepYear(month -> {});
        assertThat(before).isPositive().isLessThan(broken.books().journal().lastPosition());
        assertThat(resumed.books().verify().sound()).isTrue();
        assertThat(resumed.books().verify()).isEqualTo(whole.books().verify());
    }
}
