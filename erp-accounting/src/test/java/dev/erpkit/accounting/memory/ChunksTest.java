package dev.erpkit.accounting.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunksTest {
    /** Up and down over the edges of chunks of 1,024. */
    @Property(tries = 200)
    void does_what_a_list_does(@ForAll List<@IntRange(min = -1_500, max = 2_500) Integer> steps) {
        Chunks<Integer> chunks = new Chunks<>();
        List<Integer> model = new ArrayList<>();
        for (int step : steps) {
            for (int i = 0; i < step; i++) {
                chunks.add(model.size() * 7);
                model.add(model.size() * 7);
            }
            for (int i = 0; i > step && !model.isEmpty(); i--) {
                assertThat(chunks.removeLast()).isEqualTo(model.remove(model.size() - 1));
            }
            if (!model.isEmpty()) {
                chunks.set(model.size() / 2, step);
                model.set(model.size() / 2, step);
            }
        }
        assertThat(chunks.size()).isEqualTo(model.size());
        assertThat(chunks.copy(0, Integer.MAX_VALUE)).isEqualTo(model);
        int from = model.size() / 3;
        assertThat(chunks.copy(from, from + 1_000))
                .isEqualTo(model.subList(from, Math.min(model.size(), from + 1_000)));
    }

    @Test
    void there_is_nothing_before_the_first_element_and_behind_the_last() {
        Chunks<String> chunks = new Chunks<>();
        chunks.add("a");

        assertThatThrownBy(() -> chunks.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> chunks.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> chunks.set(1, "b")).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(chunks.removeLast()).isEqualTo("a");
        assertThatThrownBy(chunks::removeLast).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(chunks.copy(3, 5)).isEmpty();
    }
}
