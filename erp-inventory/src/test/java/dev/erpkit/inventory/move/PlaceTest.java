package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts and notes name fits where moves are kept. */
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

    /** Notes name goods by texts, which are kept as those of places are. */
    @ParameterizedTest
    @CsvSource({"'', '', ''", "LONG, '', ''", "bolt, LONG, ''", "bolt, '', LONG", "'a\nb', '', ''"})
    void notes_about_other_goods_are_refused(String item, String warehouse, String lot) {
        LocalDateTime at = LocalDateTime.of(2026, 3, 2, 0, 0);
        Goods goods = new Goods(longer(item), longer(warehouse), longer(lot));
        assertThatThrownBy(() -> new Noted(new StockEvent.Revaluation(0, at, goods, Cost.nothing())))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("stock.goods-form")).isTrue());
        String longest = LONGEST + "x";
        assertThatThrownBy(() -> new Noted(new StockEvent.MethodChange(0, at, longest, ValuationMethod.FIFO)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Noted(new StockEvent.StandardCost(0, at, longest, new Cost.Each(Rational.ONE))))
                .isInstanceOf(InvalidValueException.class);
    }

    private static String longer(String text) {
        return text.equals("LONG") ? LONGEST + "x" : text;
    }
}
