package dev.erpkit.inventory.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.count.memory.MemoryCountLog;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.junit.jupiter.api.Test;

class CountServiceTest {
    private static final CurrencyUnit EURO = Amounts.currency("EUR");
    private static final Actor CLERK = Actor.of("clerk");
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 20, 12, 0);
    private static final Place BOLTS = Place.of(Location.of("shelf", "main"), "bolt");
    private static final Place NUTS = Place.of(Location.of("shelf", "main"), "nut");

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryMoveLog moves = new MemoryMoveLog(unitOfWork);
    private final CountLog log = new MemoryCountLog(unitOfWork);
    private LocalDateTime now = NOON;
    private LocalDate openFrom = LocalDate.MIN;
    private int keys;
    private final InstantSource clock = () -> now.toInstant(ZoneOffset.UTC);
    private final StockService stock = new StockService(
            moves,
            new MemoryPostedLog(unitOfWork),
            (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
            unitOfWork,
            AccessPolicy.allowAll(),
            clock,
            new StockSetup(
                    id -> Optional.of(StockItem.of(id)),
                    ValuationPolicy.of(ValuationMethod.MOVING_AVERAGE),
                    EURO,
                    () -> openFrom,
                    ZoneOffset.UTC));
    private final CountService counts =
            new CountService(log, stock, unitOfWork, (actor, permission) -> actor.equals(CLERK), clock, ZoneOffset.UTC);

    private IdempotencyKey key() {
        return IdempotencyKey.of("k" + keys++);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    private void receive(Place place, long quantity, LocalDateTime at) {
        stock.receive(key(), place, Rational.of(quantity), Cost.each(BigDecimal.ONE, EURO), at, CLERK)
                .orElseThrow();
    }

    private Outcome<CountRecord> open(String sheet, LocalDateTime at, Place... places) {
        return counts.open(key(), sheet, at, Lists.immutable.with(places), CLERK);
    }

    private Outcome<CountRecord> enter(String sheet, Place place, long quantity) {
        return counts.enter(key(), sheet, place, Rational.of(quantity), Optional.empty(), CLERK);
    }

    private Outcome<CountRecord> finish(String sheet, BlankPolicy blanks) {
        return counts.finish(key(), sheet, blanks, CLERK);
    }

    private Rational at(Place place) {
        return stock.levels(LocalDateTime.MAX, Long.MAX_VALUE).at(place);
    }

    @Test
    void the_snippet_of_the_package() {
        Actor me = CLERK;
        Place shelf = BOLTS;
        Place otherShelf = NUTS;
        LocalDateTime standstill = NOON.minusHours(1);
        receive(shelf, 50, NOON.minusDays(1));
        receive(otherShelf, 20, NOON.minusDays(1));
        CountService counts = new CountService(log, stock, unitOfWork, AccessPolicy.allowAll(), clock, ZoneOffset.UTC);
        counts.open(IdempotencyKey.of("open-1"), "march", standstill, Lists.immutable.of(shelf, otherShelf), me)
                .orElseThrow();
        counts.enter(IdempotencyKey.of("enter-1"), "march", shelf, Rational.of(48), Optional.empty(), me)
                .orElseThrow();
        ImmutableSortedMap<Place, Rational> differences =
                counts.differences("march", BlankPolicy.KEEP).orElseThrow();
        counts.finish(IdempotencyKey.of("finish-1"), "march", BlankPolicy.KEEP, me)
                .orElseThrow();
        assertThat(differences.castToSortedMap()).isEqualTo(Map.of(BOLTS, Rational.of(-2)));
        assertThat(at(BOLTS)).isEqualTo(Rational.of(48));
        assertThat(at(NUTS)).as("blank").isEqualTo(Rational.of(20));
        assertThat(stock.value(Long.MAX_VALUE).value()).isEqualTo(68_00);
        SheetState march = counts.sheet("march").orElseThrow();
        assertThat(march.finished()).contains(BlankPolicy.KEEP);
        assertThat(march.open()).containsExactly(NUTS);
    }

    @Test
    void a_count_survives_what_is_recorded_late_for_earlier() {
        receive(BOLTS, 10, NOON.minusDays(5));
        open("march", NOON.minusDays(2), BOLTS).orElseThrow();
        receive(BOLTS, 4, NOON.minusDays(1));
        enter("march", BOLTS, 8).orElseThrow();
        receive(BOLTS, 100, NOON.minusDays(3));
        finish("march", BlankPolicy.KEEP).orElseThrow();
        assertThat(at(BOLTS)).isEqualTo(Rational.of(12));
        receive(BOLTS, 1000, NOON.minusDays(4));
        assertThat(at(BOLTS)).isEqualTo(Rational.of(12));
    }

    @Test
    void a_blank_is_empty_only_where_that_is_said() {
        receive(BOLTS, 10, NOON.minusDays(5));
        open("march", NOON, BOLTS).orElseThrow();
        finish("march", BlankPolicy.KEEP).orElseThrow();
        assertThat(at(BOLTS)).isEqualTo(Rational.of(10));
        open("april", NOON, BOLTS).orElseThrow();
        finish("april", BlankPolicy.EMPTY).orElseThrow();
        assertThat(at(BOLTS)).isEqualTo(Rational.ZERO);
    }

    @Test
    void a_surplus_costs_what_is_said() {
        open("march", NOON, BOLTS).orElseThrow();
        counts.enter(key(), "march", BOLTS, Rational.of(3), Optional.of(Cost.each(new BigDecimal("2"), EURO)), CLERK)
                .orElseThrow();
        finish("march", BlankPolicy.KEEP).orElseThrow();
        assertThat(stock.value(Long.MAX_VALUE).value()).isEqualTo(6_00);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        assertThat(code(open("march", NOON))).isEqualTo("count.no-places");
        assertThat(code(open("march", NOON, BOLTS, BOLTS))).isEqualTo("count.twice");
        assertThat(code(open("march", NOON, BOLTS.at(Location.VENDORS)))).isEqualTo("count.not-ours");
        assertThat(code(enter("march", BOLTS, 1))).isEqualTo("count.unknown-sheet");
        assertThat(code(finish("march", BlankPolicy.KEEP))).isEqualTo("count.unknown-sheet");
        assertThat(counts.sheet("march")).isEmpty();
        open("march", NOON.plusHours(1), BOLTS).orElseThrow();
        assertThat(code(open("march", NOON, NUTS))).isEqualTo("count.sheet-taken");
        assertThat(code(enter("march", BOLTS, 1))).isEqualTo("count.in-future");
        assertThat(code(finish("march", BlankPolicy.KEEP))).isEqualTo("count.in-future");
        now = NOON.plusHours(1);
        assertThat(code(enter("march", NUTS, 1))).isEqualTo("count.not-on-sheet");
        assertThat(code(enter("march", BOLTS, -1))).isEqualTo("count.negative");
        enter("march", BOLTS, 7).orElseThrow();
        assertThat(code(enter("march", BOLTS, 8))).isEqualTo("count.entered");
        counts.recount(key(), "march", BOLTS, Rational.of(8), Optional.empty(), CLERK)
                .orElseThrow();
        openFrom = LocalDate.of(2026, 4, 1);
        assertThat(code(finish("march", BlankPolicy.KEEP))).isEqualTo("stock.period-closed");
        assertThat(counts.sheet("march").orElseThrow().finished()).isEmpty();
        openFrom = LocalDate.MIN;
        finish("march", BlankPolicy.KEEP).orElseThrow();
        assertThat(at(BOLTS)).isEqualTo(Rational.of(8));
        assertThat(code(enter("march", BOLTS, 8))).isEqualTo("count.finished");
        assertThat(code(finish("march", BlankPolicy.KEEP))).isEqualTo("count.finished");
        assertThat(log.lastSequence("march")).isEqualTo(4);
        assertThat(code(counts.finish(key(), "march", BlankPolicy.KEEP, Actor.of("stranger"))))
                .isEqualTo("access.denied");
        assertThatThrownBy(() -> open("", NOON, BOLTS)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_same_key_is_the_same_command() {
        open("march", NOON, BOLTS).orElseThrow();
        IdempotencyKey key = key();
        CountRecord entered = counts.enter(key, "march", BOLTS, Rational.of(5), Optional.empty(), CLERK)
                .orElseThrow();
        assertThat(counts.enter(key, "march", BOLTS, Rational.of(5), Optional.empty(), CLERK))
                .isEqualTo(Outcome.replayed(entered));
        assertThat(code(counts.enter(key, "march", BOLTS, Rational.of(6), Optional.empty(), CLERK)))
                .isEqualTo("count.key-reused");
        IdempotencyKey last = key();
        counts.finish(last, "march", BlankPolicy.KEEP, CLERK).orElseThrow();
        assertThat(counts.finish(last, "march", BlankPolicy.KEEP, CLERK).isAccepted())
                .isTrue();
        assertThat(moves.lastNumber()).isEqualTo(1);
    }
}
