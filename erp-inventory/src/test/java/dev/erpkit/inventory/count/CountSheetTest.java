package dev.erpkit.inventory.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.count.CycleCounts.LastCount;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class CountSheetTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 2, 12, 0);
    private static final Location SHELF = Location.of("shelf", "main");
    private static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);
    private static final Place A = new Place(SHELF, "A", "", "");
    private static final Place B = new Place(SHELF, "B", "", "");

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(r -> r.code().value()).orElse("accepted");
    }

    private static Move move(long number, String item, String quantity, LocalDateTime at) {
        return Move.of(item, Rational.parse(quantity), VENDORS, SHELF, at).numbered(number);
    }

    @Test
    void a_line_that_somebody_filled_in_is_a_fact_of_its_time() {
        CountSheet sheet = CountSheet.of(CountLine.counted(A, Rational.of(48)), CountLine.blank(B));
        LocalDateTime countedAt = NOON.minusHours(1);
        ImmutableList<Counted> facts =
                sheet.facts(countedAt, BlankPolicy.KEEP, NOON).orElseThrow();
        assertThat(facts).containsExactly(new Counted(0, countedAt, A, Rational.of(48), Optional.empty()));
    }

    @Test
    void a_blank_is_no_zero_unless_the_policy_says_so() {
        CountSheet sheet = CountSheet.of(CountLine.blank(A), CountLine.counted(B, Rational.ZERO));
        ImmutableList<StockFact> facts =
                Lists.immutable.of(move(1, "A", "3", NOON.minusDays(1)), move(2, "B", "3.8", NOON.minusDays(1)));
        assertThat(sheet.differences(facts, NOON, BlankPolicy.KEEP).castToSortedMap())
                .isEqualTo(Map.of(B, Rational.parse("-3.8")));
        assertThat(sheet.differences(facts, NOON, BlankPolicy.EMPTY).castToSortedMap())
                .isEqualTo(Map.of(A, Rational.parse("-3"), B, Rational.parse("-3.8")));
        assertThat(sheet.facts(NOON, BlankPolicy.EMPTY, NOON).orElseThrow()).hasSize(2);
    }

    @Test
    void a_count_survives_what_is_recorded_late_for_earlier() {
        Counted count = CountSheet.of(CountLine.counted(A, Rational.of(5)))
                .facts(NOON, BlankPolicy.KEEP, NOON)
                .orElseThrow()
                .getFirst()
                .numbered(1);
        Move late = move(2, "A", "100", NOON.minusDays(1));
        Move after = move(3, "A", "1", NOON.plusDays(1));
        assertThat(StockLevels.of(Lists.immutable.of(count, after)).at(A)).isEqualTo(Rational.of(6));
        assertThat(StockLevels.of(Lists.immutable.of(count, late, after)).at(A)).isEqualTo(Rational.of(6));
    }

    @Test
    void sheets_that_cannot_be_are_refused() {
        CountLine line = CountLine.counted(A, Rational.ONE);
        assertThat(code(CountSheet.of(line).facts(NOON.plusNanos(1), BlankPolicy.KEEP, NOON)))
                .isEqualTo("count.in-future");
        assertThat(code(CountSheet.of(line, line).facts(NOON, BlankPolicy.KEEP, NOON)))
                .isEqualTo("count.twice");
        assertThat(code(CountSheet.of(CountLine.counted(A, Rational.of(-1))).facts(NOON, BlankPolicy.KEEP, NOON)))
                .isEqualTo("count.negative");
    }

    @Test
    void items_are_counted_in_turns() {
        LocalDate day = NOON.toLocalDate();
        ImmutableList<LastCount> items = Lists.immutable.of(
                new LastCount("c", Optional.of(day.minusDays(90))),
                new LastCount("a", Optional.of(day.minusDays(30))),
                new LastCount("b", Optional.of(day.minusDays(29))),
                new LastCount("new", Optional.empty()),
                new LastCount("never", Optional.empty()));
        assertThat(CycleCounts.due(items, item -> item.equals("never") ? 0 : 30, day, 9))
                .containsExactly("new", "c", "a");
        assertThat(CycleCounts.due(items, item -> 30, day, 1)).containsExactly("never");
    }
}
