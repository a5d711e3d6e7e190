package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.FactValue.Day;
import dev.erpkit.core.condition.FactValue.Decimal;
import dev.erpkit.core.condition.FactValue.Flag;
import dev.erpkit.core.condition.FactValue.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The values of one input, cut into pieces inside which no cell tells one value from another. */
final class Column {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Comparator<FactValue> ORDER =
            (a, b) -> a.compareWith(b).orElseThrow();

    private final String field;
    private final ImmutableList<Piece> pieces;

    /**
     * One piece.
     *
     * @param description as it follows the name of the field, empty for all values there are
     * @param example a value in it
     * @param matching the rules whose cells match it
     */
    record Piece(String description, FactValue example, BitSet matching) {}

    Column(DecisionInput input, ImmutableList<Cell> cells) {
        this.field = input.field();
        ImmutableList<FactValue> marks = cells.newWith(input.allowed())
                .flatCollect(Cell::ranges)
                .flatCollect(range -> Lists.mutable
                        .ofAll(range.low().stream().toList())
                        .withAll(range.high().stream().toList()))
                .distinct();
        this.pieces = samples(marks)
                .select(sample -> input.allowed().matches(Optional.of(sample.value())))
                .collect(sample -> new Piece(sample.description(), sample.value(), matching(cells, sample.value())));
    }

    String field() {
        return field;
    }

    ImmutableList<Piece> pieces() {
        return pieces;
    }

    private static BitSet matching(ImmutableList<Cell> cells, FactValue value) {
        BitSet matching = new BitSet();
        cells.forEachWithIndex((cell, i) -> matching.set(i, cell.matches(Optional.of(value))));
        return matching;
    }

    private record Sample(String description, FactValue value) {}

    /** One value for every piece; where kinds are mixed, those of each kind. */
    private static ImmutableList<Sample> samples(ImmutableList<FactValue> marks) {
        if (marks.isEmpty()) {
            return Lists.immutable.of(new Sample("", FactValue.of("any value")));
        }
        MutableList<Sample> samples = Lists.mutable.empty();
        samples.addAllIterable(numbers(sorted(marks, Decimal.class)));
        samples.addAllIterable(days(sorted(marks, Day.class)));
        samples.addAllIterable(texts(sorted(marks, Text.class)));
        if (marks.anySatisfy(Flag.class::isInstance)) {
            samples.add(new Sample("= true", FactValue.of(true)));
            samples.add(new Sample("= false", FactValue.of(false)));
        }
        return samples.toImmutable();
    }

    private static <T extends FactValue> ImmutableList<T> sorted(ImmutableList<FactValue> marks, Class<T> kind) {
        return marks.selectInstancesOf(kind).toSortedList(ORDER).toImmutable();
    }

    /** Below all marks, each mark, between each two, above all. */
    private static ImmutableList<Sample> numbers(ImmutableList<Decimal> marks) {
        MutableList<Sample> samples = Lists.mutable.empty();
        for (int i = 0; i < marks.size(); i++) {
            BigDecimal mark = marks.get(i).value();
            if (i == 0) {
                samples.add(new Sample("< " + marks.get(i).text(), FactValue.of(mark.subtract(BigDecimal.ONE))));
            } else {
                BigDecimal between = mark.add(marks.get(i - 1).value()).divide(TWO);
                samples.add(new Sample(
                        "in (" + marks.get(i - 1).text() + ".." + marks.get(i).text() + ")", FactValue.of(between)));
            }
            samples.add(new Sample("= " + marks.get(i).text(), marks.get(i)));
        }
        marks.getLastOptional()
                .ifPresent(last -> samples.add(
                        new Sample("> " + last.text(), FactValue.of(last.value().add(BigDecimal.ONE)))));
        return samples.toImmutable();
    }

    /** As with numbers, but between a day and the next there is none. */
    private static ImmutableList<Sample> days(ImmutableList<Day> marks) {
        MutableList<Sample> samples = Lists.mutable.empty();
        for (int i = 0; i < marks.size(); i++) {
            LocalDate mark = marks.get(i).value();
            if (i == 0) {
                samples.add(new Sample("< " + marks.get(i).text(), FactValue.of(mark.minusDays(1))));
            } else if (marks.get(i - 1).value().plusDays(1).isBefore(mark)) {
                samples.add(new Sample(
                        "in (" + marks.get(i - 1).text() + ".." + marks.get(i).text() + ")",
                        FactValue.of(mark.minusDays(1))));
            }
            samples.add(new Sample("= " + marks.get(i).text(), marks.get(i)));
        }
        marks.getLastOptional()
                .ifPresent(last -> samples.add(new Sample(
                        "> " + last.text(), FactValue.of(last.value().plusDays(1)))));
        return samples.toImmutable();
    }

    /** Each mark, and any other text. */
    private static ImmutableList<Sample> texts(ImmutableList<Text> marks) {
        if (marks.isEmpty()) {
            return Lists.immutable.empty();
        }
        String other = marks.collect(Text::value).injectInto("other", (so, mark) -> so.equals(mark) ? so + "*" : so);
        return marks.<Sample>collect(mark -> new Sample("= " + mark.text(), mark))
                .newWith(new Sample("other than " + marks.collect(FactValue::text).makeString(", "), FactValue.of(other)));
    }
}
