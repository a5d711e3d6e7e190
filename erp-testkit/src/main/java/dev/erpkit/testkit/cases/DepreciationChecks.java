package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.asset.AssetHistory;
import dev.erpkit.accounting.asset.DecliningRates;
import dev.erpkit.accounting.asset.Disposal;
import dev.erpkit.accounting.asset.Schedule;
import dev.erpkit.accounting.asset.ScheduleRow;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** Compares what a case expects of an asset with its schedule, its booked rows and its disposal. */
final class DepreciationChecks {
    private static final Pattern STRETCH = Pattern.compile("(first|next|last)_(\\w+)");
    private static final Pattern BY_METHOD = Pattern.compile(
            "(straight_line|sum_of_years|double_declining|declining)(?:_(first_\\w+|rows|yearly|each))?");

    private final Case current;
    private final DepreciationSetup setup;
    private final Schedule planned;
    private final AssetHistory history;
    private final Optional<Disposal> disposal;
    private int reached;

    DepreciationChecks(
            Case current,
            DepreciationSetup setup,
            Schedule planned,
            AssetHistory history,
            Optional<Disposal> disposal) {
        this.current = current;
        this.setup = setup;
        this.planned = planned;
        this.history = history;
        this.disposal = disposal;
    }

    void check() {
        current.expect().names().forEach(name -> check(name, current.expect().at(name)));
    }

    private void check(String name, Field expected) {
        Matcher byMethod = BY_METHOD.matcher(name);
        if (byMethod.matches() && setup.number("rate_percent").isEmpty()) {
            byMethod(byMethod.group(1), expected);
            return;
        }
        switch (name) {
            case "rows", "schedule", "amounts", "depreciation", "yearly" -> rows(expected);
            case "amount_each", "each", "monthly", "monthly_amount", "yearly_amount", "per_period" -> each(expected);
            case "count_of_full" -> number(expected, fullRows());
            case "count", "rows_count", "number_of_rows", "periods" -> number(expected, planned.size());
            case "last" -> one(expected, planned.size() - 1);
            case "first" -> one(expected, 0);
            case "last_date", "end" -> current.differences().text(expected, planned.date(planned.size() - 1));
            case "sum", "total", "basis", "depreciable", "depreciable_base", "base" ->
                number(expected, decimal(planned.sum()));
            case "book_after", "carrying_after", "book_value_after" -> after(expected, ScheduleRow::bookValue);
            case "accumulated_after" -> after(expected, ScheduleRow::accumulated);
            case "digits" -> number(expected, digits());
            case "rate", "rate_percent" -> rate(expected, name);
            default -> booked(name, expected);
        }
    }

    private void booked(String name, Field expected) {
        Matcher stretch = STRETCH.matcher(name);
        if (stretch.matches()) {
            stretch(stretch.group(1), NumberWords.count(stretch.group(2)), expected);
        } else if (name.startsWith("booked")) {
            BigDecimal sum = history.rows()
                    .collect(row -> Amounts.decimal(row.amount()))
                    .injectInto(BigDecimal.ZERO, BigDecimal::add);
            number(expected, sum);
        } else if (disposal.isPresent()) {
            disposed(name, expected, disposal.get());
        } else {
            throw new UnsupportedCaseException(expected.path());
        }
    }

    private void disposed(String name, Field expected, Disposal result) {
        switch (name) {
            case "carrying_at_sale",
                    "carrying_at_disposal",
                    "book_value_at_disposal",
                    "book_value_at_sale",
                    "carrying" -> number(expected, number(result.bookValue()));
            case "accumulated_at_disposal", "accumulated_at_sale" -> number(expected, number(result.accumulated()));
            case "cost_at_disposal", "cost_at_sale" -> number(expected, number(result.cost()));
            case "proceeds" -> number(expected, number(result.proceeds()));
            case "result_of_sale", "result_of_disposal", "result", "gain", "gain_on_disposal", "gain_on_sale" ->
                number(expected, number(result.result()));
            case "loss_on_disposal", "loss_on_sale", "loss" ->
                number(expected, number(result.result()).negate());
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void number(Field expected, BigDecimal actual) {
        current.differences().number(expected, actual);
    }

    private void number(Field expected, long actual) {
        current.differences().number(expected, actual);
    }

    private static BigDecimal number(MonetaryAmount amount) {
        return Amounts.decimal(amount);
    }

    private BigDecimal decimal(long minor) {
        return CaseCurrencies.decimal(minor, planned.currency());
    }

    private void rows(Field expected) {
        rows(expected, planned, planned.size());
    }

    private void rows(Field expected, Schedule schedule, int size) {
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), size);
        for (int i = 0; i < Math.min(rows.size(), schedule.size()); i++) {
            row(rows.get(i), schedule, i);
        }
    }

    private void one(Field expected, int index) {
        row(expected, planned, index);
    }

    private void row(Field expected, Schedule schedule, int index) {
        ScheduleRow row = schedule.row(index);
        if (expected.isList()) {
            ImmutableList<Field> cells = expected.elements();
            int next = cells.getFirst().text().matches("\\d{4}-\\d\\d-\\d\\d") ? 1 : 0;
            if (next == 1) {
                current.differences().text(cells.getFirst(), row.date());
            }
            number(cells.get(next), number(row.amount()));
            if (cells.size() > next + 1) {
                number(cells.get(next + 1), number(row.accumulated()));
            }
            return;
        }
        if (!expected.isObject()) {
            number(expected, whole(expected, number(row.amount())));
            return;
        }
        for (String name : expected.names()) {
            Field field = expected.at(name);
            switch (name) {
                case "date" -> current.differences().text(field, row.date());
                case "year", "period", "month", "row", "n", "index", "no" -> position(field, row, index);
                case "amount", "depreciation", "expense" -> number(field, number(row.amount()));
                case "accumulated" -> number(field, number(row.accumulated()));
                case "book", "book_value", "closing", "closing_book", "book_after", "carrying", "remaining" ->
                    number(field, number(row.bookValue()));
                case "opening", "opening_book", "book_before" ->
                    number(field, number(row.bookValue().add(row.amount())));
                default -> throw new UnsupportedCaseException(field.path());
            }
        }
    }

    /** The number of the row from 1, or its calendar year. */
    private void position(Field expected, ScheduleRow row, int index) {
        int wanted = expected.decimal().intValueExact();
        number(expected, wanted > 1000 ? row.date().getYear() : index + 1);
    }

    private int fullRows() {
        long usual = planned.minor(planned.size() > 2 ? 1 : 0);
        int full = 0;
        for (int i = 0; i < planned.size(); i++) {
            full += planned.minor(i) == usual ? 1 : 0;
        }
        return full;
    }

    /** Every row but a last one that takes what rounding or an odd period has left. */
    private void each(Field expected) {
        int rows = planned.size();
        int exceptLast = rows > 1 && planned.minor(rows - 1) != planned.minor(rows - 2) ? rows - 1 : rows;
        for (int i = 0; i < exceptLast; i++) {
            number(expected, decimal(planned.minor(i)));
        }
    }

    private void stretch(String which, int count, Field expected) {
        int from = switch (which) {
            case "first" -> 0;
            case "next" -> reached;
            default -> planned.size() - count;
        };
        reached = from + count;
        current.differences().same(expected, true, from >= 0 && reached <= planned.size());
        for (int i = Math.max(0, from); i < Math.min(reached, planned.size()); i++) {
            Field one = expected.isList() ? expected.elements().get(i - from) : expected;
            row(one, planned, i);
        }
    }

    private void after(Field expected, java.util.function.Function<ScheduleRow, MonetaryAmount> figure) {
        for (String rows : expected.names()) {
            number(expected.at(rows), number(figure.apply(planned.row(Integer.parseInt(rows) - 1))));
        }
    }

    /** Of a life of twelve years the last one has one of 78 parts. */
    private BigDecimal digits() {
        Schedule schedule = by("sum-of-years");
        String share = schedule.trace(schedule.size() - 1).inputs().get("share");
        if (share == null) {
            throw new UnsupportedCaseException("no digits");
        }
        return new BigDecimal(Rational.parse(share).denominator());
    }

    private void rate(Field expected, String name) {
        String method = setup.method();
        Matcher rate = Pattern.compile("declining:([0-9.]+)/.*").matcher(method);
        if (!rate.matches()) {
            throw new UnsupportedCaseException(expected.path());
        }
        BigDecimal part = new BigDecimal(rate.group(1));
        number(expected, name.equals("rate_percent") ? part.movePointRight(2) : part);
    }

    private Schedule by(String method) {
        return setup.schedules().of(setup.history(method), DepreciationSetup.BOOK);
    }

    /** Figures of several methods side by side: a list is the first rows, a single figure is that of every full row. */
    private void byMethod(String name, Field expected) {
        Schedule schedule = by(
                switch (name) {
                    case "straight_line" -> "straight-line";
                    case "sum_of_years" -> "sum-of-years";
                    default ->
                        "declining:"
                                + rounded(BigDecimal.valueOf(2), setup.lifeMonths())
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + "/year";
                });
        if (expected.isList()) {
            rows(expected, schedule, expected.elements().size());
        } else {
            number(expected, whole(expected, decimal(schedule.minor(0))));
        }
    }

    /** Published examples in whole units round what they print. */
    private BigDecimal whole(Field expected, BigDecimal actual) {
        boolean whole = setup.words().contains("whole") && !expected.text().contains(".");
        return whole ? dev.erpkit.core.money.RoundingPolicy.parse("half-up:0").round(actual) : actual;
    }

    /** A multiple of straight line with as many decimals of a percent as published examples have. */
    private static BigDecimal rounded(BigDecimal factor, int months) {
        return DecliningRates.ofLife(factor, months, 4, RoundingMode.HALF_UP);
    }
}
