package dev.erpkit.core.decision;

import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.decision.TableReport.Gap;
import dev.erpkit.core.decision.TableReport.Overlap;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/**
 * Checks a table column by column: a column falls into pieces inside which no cell tells values apart; each piece keeps the
 * rules that match it, and a piece that keeps none is a gap. Pieces that keep the same rules share what follows, so that
 * the work grows with the distinct sets of rules and not with the product of all pieces.
 */
final class TableCheck {
    private final DecisionTable table;
    private final ImmutableList<Column> columns;

    TableCheck(DecisionTable table) {
        this.table = table;
        this.columns = IntInterval.zeroTo(table.inputs().size() - 1)
                .collect(i -> new Column(
                        table.inputs().get(i), table.rules().collect(rule -> rule.cells().get(i))));
    }

    TableReport report() {
        BitSet all = new BitSet();
        all.set(0, table.rules().size());
        MutableList<Gap> gaps = Lists.mutable.empty();
        new Search(gaps, Lists.immutable.empty()).from(0, all, new Place(Lists.immutable.empty(), Facts.none()));
        return new TableReport(gaps.toImmutable(), overlaps(), masked());
    }

    /** Where a search is: what is chosen of the columns before. */
    private record Place(ImmutableList<String> description, Facts example) {
        Place with(Column column, Column.Piece piece) {
            return new Place(
                    piece.description().isEmpty()
                            ? description
                            : description.newWith(column.field() + " " + piece.description()),
                    example.with(column.field(), piece.example()));
        }

        String text() {
            return description.isEmpty() ? "anything" : description.makeString(", ");
        }
    }

    /** Looks for inputs that none of some rules matches, within the cells of one rule or anywhere. */
    private final class Search {
        private record Known(int column, BitSet rules) {}

        private final MutableList<Gap> gaps;
        private final ImmutableList<Integer> within;
        private final Set<Known> complete = new HashSet<>();

        Search(MutableList<Gap> gaps, ImmutableList<Integer> within) {
            this.gaps = gaps;
            this.within = within;
        }

        void from(int column, BitSet rules, Place place) {
            if (gaps.size() >= TableReport.MAX_GAPS) {
                return;
            }
            if (rules.isEmpty()) {
                gaps.add(new Gap(place.text(), rest(column, place.example())));
                return;
            }
            Known here = new Known(column, rules);
            if (column == columns.size() || complete.contains(here)) {
                return;
            }
            int before = gaps.size();
            Column of = columns.get(column);
            for (Column.Piece piece : of.pieces()) {
                if (within.allSatisfy(rule -> piece.matching().get(rule))) {
                    BitSet left = (BitSet) rules.clone();
                    left.and(piece.matching());
                    from(column + 1, left, place.with(of, piece));
                }
            }
            if (gaps.size() == before) {
                complete.add(here);
            }
        }

        private Facts rest(int column, Facts example) {
            return columns.drop(column).injectInto(example, (facts, of) -> of.pieces()
                    .detectOptional(piece -> within.allSatisfy(rule -> piece.matching().get(rule)))
                    .map(piece -> facts.with(of.field(), piece.example()))
                    .orElse(facts));
        }
    }

    private ImmutableList<Integer> masked() {
        return IntInterval.zeroTo(table.rules().size() - 1)
                .select(rule -> {
                    BitSet earlier = new BitSet();
                    earlier.set(0, rule);
                    MutableList<Gap> free = Lists.mutable.empty();
                    new Search(free, Lists.immutable.of(rule))
                            .from(0, earlier, new Place(Lists.immutable.empty(), Facts.none()));
                    return free.isEmpty();
                })
                .collect(rule -> rule + 1);
    }

    private ImmutableList<Overlap> overlaps() {
        MutableList<Overlap> found = Lists.mutable.empty();
        for (int a = 0; a < table.rules().size(); a++) {
            for (int b = a + 1; b < table.rules().size(); b++) {
                common(a, b, found);
            }
        }
        return found.toImmutable();
    }

    private void common(int a, int b, MutableList<Overlap> found) {
        Place place = new Place(Lists.immutable.empty(), Facts.none());
        for (Column column : columns) {
            Column.Piece piece = column.pieces()
                    .detect(one -> one.matching().get(a) && one.matching().get(b));
            if (piece == null) {
                return;
            }
            place = place.with(column, piece);
        }
        boolean agree =
                table.rules().get(a).values().equals(table.rules().get(b).values());
        found.add(new Overlap(a + 1, b + 1, agree, place.text(), place.example()));
    }
}
