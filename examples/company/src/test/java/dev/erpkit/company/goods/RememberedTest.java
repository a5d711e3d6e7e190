package dev.erpkit.company.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<Long> log = new ArrayList<>(List.of(1L, 2L, 3L));
    private final List<Long> read = new ArrayList<>();
    private final Remembered<Long> remembered = new Remembered<>(
            () -> log.size(),
            (after, sink) -> log.stream().filter(each -> each > after).forEach(each -> {
                read.add(each);
                sink.accept(each);
            }),
            Long::longValue);

    private List<Long> behind(long after) {
        List<Long> found = new ArrayList<>();
        remembered.forEach(after, found::add);
        return found;
    }

    @Test
    void nothing_is_read_twice() {
        assertThat(behind(0)).containsExactly(1L, 2L, 3L);
        log.add(4L);
        assertThat(behind(2)).containsExactly(3L, 4L);
        assertThat(read).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void what_a_unit_of_work_has_taken_back_is_forgotten() {
        behind(0);
        log.remove(2);
        assertThat(behind(0)).containsExactly(1L, 2L);
    }

    @Test
    void what_is_appended_in_the_place_of_what_was_taken_back_is_read_anew() {
        behind(0);
        log.remove(2);
        log.add(3L);
        remembered.appended(3L);
        read.clear();
        assertThat(behind(0)).containsExactly(1L, 2L, 3L);
        assertThat(read).containsExactly(3L);
    }
}
