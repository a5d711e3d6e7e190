package dev.erpkit.inventory.count;

import dev.erpkit.inventory.count.CountFact.Entered;
import dev.erpkit.inventory.count.CountFact.Finished;
import dev.erpkit.inventory.count.CountFact.Opened;
import dev.erpkit.inventory.move.Place;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How a sheet stands: a fold of its records.
 *
 * @param at the time for which it counts
 * @param sheet its lines in the order in which the sheet was opened, blank where nothing was entered
 * @param finished what blanks meant when it was finished; empty while it is open
 */
public record SheetState(LocalDateTime at, CountSheet sheet, Optional<BlankPolicy> finished) {
    /** The state after all records of a sheet, in their order; empty for a sheet that was never opened. */
    public static Optional<SheetState> of(ImmutableList<CountRecord> records) {
        Optional<SheetState> state = Optional.empty();
        for (CountRecord entry : records) {
            CountFact fact = entry.fact();
            if (fact instanceof Opened opened) {
                CountSheet blank = new CountSheet(opened.places().collect(CountLine::blank));
                state = Optional.of(new SheetState(opened.at(), blank, Optional.empty()));
            } else {
                state = state.map(before -> before.after(fact));
            }
        }
        return state;
    }

    private SheetState after(CountFact fact) {
        if (fact instanceof Entered entered) {
            CountLine line = new CountLine(entered.place(), Optional.of(entered.quantity()), entered.cost());
            CountSheet lines =
                    new CountSheet(sheet.lines().collect(old -> old.place().equals(entered.place()) ? line : old));
            return new SheetState(at, lines, finished);
        }
        return fact instanceof Finished end ? new SheetState(at, sheet, Optional.of(end.blanks())) : this;
    }

    /** The line of a place, if the sheet has one. */
    public Optional<CountLine> line(Place place) {
        return sheet.lines().detectOptional(line -> line.place().equals(place));
    }

    /** What nobody has counted yet. */
    public ImmutableList<Place> open() {
        return sheet.lines().select(line -> line.counted().isEmpty()).collect(CountLine::place);
    }
}
