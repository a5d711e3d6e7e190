package dev.erpkit.core.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.eclipse.collections.api.factory.SortedMaps;
import org.junit.jupiter.api.Test;

class DimensionsTest {
    @Test
    void equal_sets_have_one_form_whatever_order_they_came_in() {
        Dimensions one = Dimensions.of("a", "1").with("b", "2");
        Dimensions reversed =
                new Dimensions(SortedMaps.immutable.with(Comparator.<String>reverseOrder(), "a", "1", "b", "2"));

        assertThat(reversed).isEqualTo(one).hasSameHashCodeAs(one).hasToString("a=1,b=2");
        assertThat(reversed).isEqualByComparingTo(one);
        assertThat(Dimensions.of("b", "2").with("a", "1")).hasToString("a=1,b=2");
    }
}
