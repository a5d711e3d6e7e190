package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a count names fits where moves are kept. */
class PlaceTest {
    private static final Location SHELF = Location.of("shelf", "main");
    private static final String LONGEST = "x".repeat(64);

    @Test
    void texts_of_64_characters_are_good() {
        Place place = new Place(SHELF, LONGEST, LONGEST, LONGEST);
        assertThat(place.at(Location.of("other", "main")).item()).isEqualTo(LONGEST);
    }

    @ParameterizedTest
    @CsvSource({"'', '', ''", "' ', '', ''", "LONG, '', ''", "bolt, LONG, ''", "bolt, '', LONG", "'a\nb', '', ''"})
    void others_are_refused(String item, String lot, String owner) {
        assertThatThrownBy(() -> new Place(SHELF, longer(item), longer(lot), longer(owner)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("stock.place-form")).isTrue());
    }

    private static String longer(String text) {
        return text.equals("LONG") ? LONGEST + "x" : text;
    }
}
