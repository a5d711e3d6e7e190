package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.Shift;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Quantities as of a day, and counts. */
final class StockQuantityReaders {
    private static final Location SHELF = Location.of("shelf", "main");
    private static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);
    private static final Location CUSTOMERS = Location.outside("customers", LocationKind.CUSTOMER);
    private static final String ITEM = "A";
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private StockQuantityReaders() {}

    /** Moves that came and went, and the quantity on other days. */
    static void asOf(Case current) {
        Field given = current.given();
        if (!given.has("moves") || !given.has("query_days")) {
            throw new UnsupportedCaseException("no moves and days");
        }
        current.expect().requireNames("qty");
        long today = given.find("today").map(f -> f.decimal().longValueExact()).orElse(0L);
        boolean planned = given.find("include_planned").map(Field::truth).orElse(false);
        MutableList<Move> done = Lists.mutable.empty();
        MutableList<Move> plans = Lists.mutable.empty();
        given.at("moves").elements().forEach(row -> {
            MutableList<Move> list = isDone(row) ? done : plans;
            if (row.find("state").filter(s -> s.text().matches("CANCEL+ED")).isPresent()) {
                row.names().forEach(name -> row.at(name).text());
                return;
            }
            list.add(move(row).numbered(done.size() + plans.size() + 1L));
        });
        ImmutableList<Field> days = given.at("query_days").elements();
        ImmutableList<Field> expected = current.expect().at("qty").elements();
        for (int i = 0; i < expected.size(); i++) {
            LocalDateTime end = day(days.get(i)).atTime(23, 59);
            ImmutableList<? extends StockFact> facts =
                    planned ? StockLevels.expected(done, plans, TODAY.plusDays(today)) : done.toImmutable();
            Rational quantity = StockLevels.asOf(facts, end).at(SHELF, ITEM);
            current.differences()
                    .same(expected.get(i), Rational.parse(expected.get(i).text()), quantity);
        }
    }

    private static boolean isDone(Field row) {
        return switch (row.find("state").map(Field::text).orElse("DONE")) {
            case "DONE" -> true;
            case "PLANNED", "ASSIGNED", "DRAFT", "CANCELLED", "CANCELED" -> false;
            default -> throw new UnsupportedCaseException("a move in another state");
        };
    }

    private static LocalDate day(Field number) {
        return TODAY.plusDays(number.decimal().longValueExact());
    }

    private static Move move(Field row) {
        boolean in = row.at("dir").text().equals("IN");
        return Move.of(
                ITEM,
                Rational.parse(row.at("qty").text()),
                in ? VENDORS : SHELF,
                in ? SHELF : CUSTOMERS,
                day(row.at("day")).atStartOfDay());
    }

    /** Lines of a count: a blank one says nothing, or that nothing is there. */
    static void counts(Case current) {
        if (current.given().has("blank_policy")) {
            current.requireGiven("lines", "blank_policy");
        } else {
            current.requireGiven("lines");
        }
        current.expect().requireNames("moves");
        String blanks = current.given().find("blank_policy").map(Field::text).orElse("KEEP");
        boolean keep = switch (blanks) {
            case "KEEP", "IGNORE", "SKIP" -> true;
            case "EMPTY", "ZERO" -> false;
            default -> throw new UnsupportedCaseException("another policy of blanks");
        };
        MutableList<StockFact> facts = Lists.mutable.empty();
        for (Field line : current.given().at("lines").elements()) {
            line.requireNames(
                    line.has("lot")
                            ? new String[] {"item", "lot", "booked", "counted"}
                            : new String[] {"item", "booked", "counted"});
            String item = line.at("item").text();
            String lot = line.find("lot").map(Field::text).orElse("");
            Rational booked = Rational.parse(line.at("booked").text());
            if (booked.signum() > 0) {
                facts.add(Move.of(item, booked, VENDORS, SHELF, TODAY.atStartOfDay())
                        .ofLot(lot)
                        .numbered(facts.size() + 1L));
            }
            String counted = line.at("counted").text();
            if (!counted.equals("null") || !keep) {
                Rational quantity = counted.equals("null") ? Rational.ZERO : Rational.parse(counted);
                facts.add(new Counted(
                        facts.size() + 1L,
                        TODAY.atTime(12, 0),
                        new Place(SHELF, item, lot, ""),
                        quantity,
                        Optional.empty()));
            }
        }
        ImmutableList<Shift> shifts =
                StockLevels.of(facts).shifts().select(shift -> shift.at().equals(TODAY.atTime(12, 0)));
        ImmutableList<Field> expected = current.expect().at("moves").elements();
        current.differences().same(current.expect(), expected.size(), shifts.size());
        for (int i = 0; i < Math.min(expected.size(), shifts.size()); i++) {
            Shift shift = shifts.get(i);
            boolean in = shift.to().location().isOurs();
            BigDecimal size = shift.quantity().exactDecimal().orElseThrow();
            current.differences().text(expected.get(i).at("item"), shift.to().item());
            if (expected.get(i).has("lot")) {
                current.differences().text(expected.get(i).at("lot"), shift.to().lot());
            }
            current.differences().number(expected.get(i).at("qty"), in ? size : size.negate());
        }
    }
}
