package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.asset.AssetRegister;
import dev.erpkit.accounting.asset.Schedule;
import dev.erpkit.accounting.asset.ScheduleRow;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds of depreciation schedules and of the asset register. */
public final class AssetInvariants {
    private static final String SCHEDULE = "depreciation-schedule";

    private AssetInvariants() {}

    /**
     * A schedule without changes of value: no amount below zero, the rows in the order of time, the book value never rising
     * and never below the residual value, and in the end exactly there.
     *
     * @param value the book value before the first row
     * @param residual the residual value
     */
    public static ImmutableList<Finding> schedule(Schedule schedule, MonetaryAmount value, MonetaryAmount residual) {
        MutableList<Finding> found = Lists.mutable.empty();
        MonetaryAmount left = value;
        LocalDate reached = LocalDate.MIN;
        for (ScheduleRow row : schedule.rows()) {
            String where = "row of " + row.date();
            left = left.subtract(row.amount());
            if (row.amount().isNegative()) {
                found.add(new Finding(SCHEDULE, where, "is below zero: " + row.amount()));
            }
            if (!row.date().isAfter(reached)) {
                found.add(new Finding(SCHEDULE, where, "does not follow the row of " + reached));
            }
            if (!row.bookValue().isEqualTo(left)) {
                found.add(new Finding(SCHEDULE, where, "leaves " + left + " but says " + row.bookValue()));
            }
            if (left.isLessThan(residual)) {
                found.add(new Finding(SCHEDULE, where, "leaves less than the residual value: " + left));
            }
            reached = row.date();
        }
        if (!left.isEqualTo(residual)) {
            found.add(new Finding(SCHEDULE, "end", "leaves " + left + " instead of " + residual));
        }
        return found.toImmutable();
    }

    /** What was booked before a change is booked after it, unchanged and in its place. */
    public static ImmutableList<Finding> bookedRowsStay(Schedule before, Schedule after) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<ScheduleRow> kept = after.rows().select(ScheduleRow::booked);
        int next = 0;
        for (ScheduleRow row : before.rows().select(ScheduleRow::booked)) {
            ScheduleRow now = next < kept.size() ? kept.get(next++) : null;
            if (now == null || !now.date().equals(row.date()) || !now.amount().isEqualTo(row.amount())) {
                found.add(new Finding("booked-rows-stay", "row of " + row.date(), "was " + row.amount()));
            }
        }
        return found.toImmutable();
    }

    /** From a split on, the rows of both parts sum to those of the whole. */
    public static ImmutableList<Finding> splitSums(Schedule whole, Schedule kept, Schedule taken) {
        MutableMap<LocalDate, MonetaryAmount> sums = Maps.mutable.empty();
        for (Schedule part : Lists.immutable.of(kept, taken)) {
            part.rows().forEach(row -> sums.merge(row.periodStart(), row.amount(), MonetaryAmount::add));
        }
        MonetaryAmount none = Amounts.zero(whole.currency());
        MutableList<Finding> found = Lists.mutable.empty();
        whole.rows().forEach(row -> {
            MonetaryAmount sum = sums.getOrDefault(row.periodStart(), none);
            if (!sum.isEqualTo(row.amount())) {
                found.add(new Finding("split-sums", "row of " + row.date(), sum + " instead of " + row.amount()));
            }
        });
        return found.toImmutable();
    }

    /**
     * Declining with switch, in whole years: every amount is the larger of the rate of the book value and of what is left
     * over the years that are left, but for the last, which takes the rest.
     *
     * @param rate the part of the book value a year
     * @param years the life
     */
    public static ImmutableList<Finding> decliningWithSwitch(
            Schedule schedule, MonetaryAmount cost, MonetaryAmount residual, Rational rate, int years) {
        MutableList<Finding> found = Lists.mutable.empty();
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Amounts.digits(cost.getCurrency()));
        Rational tolerated = Rational.of(unit);
        for (int i = 0; i < schedule.size() - 1; i++) {
            ScheduleRow row = schedule.row(i);
            Rational value = Rational.of(Amounts.decimal(row.bookValue().add(row.amount())));
            Rational rest = value.subtract(Rational.of(Amounts.decimal(residual)));
            Rational declining = value.multiply(rate);
            Rational straight = rest.divide(Rational.of(years - i));
            Rational larger = declining.compareTo(straight) > 0 ? declining : straight;
            Rational wanted = larger.compareTo(rest) < 0 ? larger : rest;
            Rational off =
                    Rational.of(Amounts.decimal(row.amount())).subtract(wanted).abs();
            // rounding moves an amount by less than a unit
            if (off.compareTo(tolerated) >= 0) {
                found.add(
                        new Finding("declining-with-switch", "row of " + row.date(), row.amount() + ", not " + wanted));
            }
        }
        return found.toImmutable();
    }

    /** Japan's guaranteed declining, in whole years: from the revised rate on the amounts are equal, but for the last. */
    public static ImmutableList<Finding> constantFromTheSwitch(Schedule schedule) {
        MutableList<Finding> found = Lists.mutable.empty();
        boolean switched = false;
        for (int i = 1; i < schedule.size(); i++) {
            switched |= share(schedule, i, "base").equals(share(schedule, i - 1, "base"));
            boolean last = i == schedule.size() - 1;
            if (switched && !last && schedule.minor(i) != schedule.minor(i - 1)) {
                found.add(new Finding(
                        "constant-from-the-switch",
                        "row of " + schedule.date(i),
                        schedule.minor(i) + " after " + schedule.minor(i - 1)));
            }
            if (switched && last && schedule.minor(i) > schedule.minor(i - 1) + schedule.size()) {
                found.add(new Finding("constant-from-the-switch", "last row", "takes more than rounding left"));
            }
        }
        return found.toImmutable();
    }

    private static String share(Schedule schedule, int row, String name) {
        return schedule.trace(row).inputs().getOrDefault(name, "");
    }

    /** Every row of a register adds up, and what splits brought to assets they took from others. */
    public static ImmutableList<Finding> register(AssetRegister register) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<String, MonetaryAmount> splits = Maps.mutable.empty();
        for (AssetRegister.Row row : register.rows()) {
            MonetaryAmount cost =
                    row.openingCost().add(row.additions()).add(row.split()).subtract(row.disposals());
            MonetaryAmount accumulated = row.openingAccumulated()
                    .add(row.depreciation())
                    .add(row.splitAccumulated())
                    .subtract(row.disposedAccumulated());
            if (!cost.isEqualTo(row.cost()) || !accumulated.isEqualTo(row.accumulated())) {
                found.add(new Finding("asset-register", row.asset().value(), "does not add up"));
            }
            splits.merge(row.split().getCurrency().getCurrencyCode(), row.split(), MonetaryAmount::add);
        }
        splits.forEachKeyValue((currency, sum) -> {
            if (!sum.isZero()) {
                found.add(new Finding("asset-register", "splits in " + currency, "sum to " + sum));
            }
        });
        return found.toImmutable();
    }
}
