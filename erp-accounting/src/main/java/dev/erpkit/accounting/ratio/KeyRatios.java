package dev.erpkit.accounting.ratio;

import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.accounting.report.StatementLayout;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * A set of ratios.
 *
 * @param ratios the definitions in their order
 */
public record KeyRatios(ImmutableList<Ratio> ratios) {
    private static final String DAYS = "days";

    /**
     * Ratios that most readers ask for, over the rows of {@link #inputs}: liquidity, capital, margins, returns, turnover,
     * interest cover, and the break-even point where cost of sales varies with revenue and the rest does not.
     */
    public static KeyRatios standard() {
        return parse(resource("key-ratios.ratios"));
    }

    /** The statement that {@link #standard} reads, by the marks of the chart templates; its column needs a first day. */
    public static StatementLayout inputs() {
        return StatementLayout.parse(resource("inputs.layout"));
    }

    /**
     * Reads ratios from text, a line each: {@code id | label | UNIT DECIMALS | formula}, with the units {@code percent times
     * days money}. A formula has numbers, ids of rows, {@code days}, {@code + - * /} and parentheses, all set apart by
     * spaces. Blank lines and lines that begin with {@code #} say nothing.
     *
     * @throws InvalidValueException {@code ratio.syntax} with the line as its path, {@code ratio.duplicate}
     */
    public static KeyRatios parse(String text) {
        MutableList<Ratio> ratios = Lists.mutable.empty();
        MutableSet<String> ids = Sets.mutable.empty();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                Ratio ratio = ratio(line, number);
                if (!ids.add(ratio.id())) {
                    throw invalid(number, "ratio.duplicate", "has the id of another ratio: " + ratio.id());
                }
                ratios.add(ratio);
            }
        }
        return new KeyRatios(ratios.toImmutable());
    }

    private static Ratio ratio(String line, int number) {
        String[] cells = line.split("\\|", -1);
        String[] unit = cells.length == 4 ? cells[2].strip().split("\\s+") : new String[0];
        if (unit.length != 2 || !unit[1].matches("\\d")) {
            throw invalid(number, "ratio.syntax", "must have four cells: id | label | UNIT DECIMALS | formula");
        }
        try {
            return new Ratio(
                    cells[0].strip(),
                    cells[1].strip(),
                    RatioUnit.valueOf(unit[0].toUpperCase(Locale.ROOT)),
                    unit[1].charAt(0) - '0',
                    cells[3].strip());
        } catch (IllegalArgumentException e) {
            throw invalid(number, "ratio.syntax", String.valueOf(e.getMessage()));
        }
    }

    private static InvalidValueException invalid(int line, String code, String message) {
        return new InvalidValueException("KeyRatios", "line " + line, code, message);
    }

    /**
     * The ratios of a column of a statement.
     *
     * @throws InvalidValueException {@code ratio.unknown-row} when a formula names a row that the statement does not have,
     *     {@code ratio.no-period} when it asks for {@code days} of a column without a first day
     */
    public Values of(Statement statement, int column) {
        return new Values(ratios.collect(ratio -> value(ratio, statement, column)));
    }

    private static RatioValue value(Ratio ratio, Statement statement, int column) {
        MutableSortedMap<String, Rational> inputs = SortedMaps.mutable.empty();
        ratio.inputs().forEach(name -> inputs.put(name, input(name, statement, column)));
        return new RatioValue(
                ratio,
                statement.currency(),
                inputs.toImmutable(),
                ratio.parsed().value(name -> input(name, statement, column)));
    }

    private static Rational input(String name, Statement statement, int column) {
        if (name.equals(DAYS)) {
            StatementColumn of = statement.columns().get(column);
            return Rational.of(of.from()
                    .map(from -> ChronoUnit.DAYS.between(from, of.through()) + 1)
                    .orElseThrow(() -> new InvalidValueException(
                            "KeyRatios", of.label(), "ratio.no-period", "must have a first day to count days")));
        }
        return statement
                .rows()
                .detectOptional(row -> row.id().equals(name))
                .map(row -> Rational.of(row.cells().get(column).minor()))
                .orElseThrow(() -> new InvalidValueException(
                        "KeyRatios", name, "ratio.unknown-row", "is no row of the statement " + statement.title()));
    }

    private static String resource(String file) {
        try (InputStream in = KeyRatios.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Ratios are missing from the module: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The ratios of one column.
     *
     * @param all in the order of their definitions
     */
    public record Values(ImmutableList<RatioValue> all) {
        /** The value of a ratio, empty when there is no such ratio. */
        public Optional<RatioValue> find(String id) {
            return all.detectOptional(value -> value.ratio().id().equals(id));
        }

        /**
         * The value of a ratio.
         *
         * @throws NotFoundException when there is no such ratio
         */
        public RatioValue value(String id) {
            return find(id).orElseThrow(() -> new NotFoundException("ratio " + id));
        }
    }
}
