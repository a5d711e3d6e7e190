package dev.erpkit.accounting.bank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A line that stood in suspense at the end of a day.
 *
 * @param line the line
 * @param amount its amount, above zero when money came in
 * @param since the day on which it went there
 * @param days how long ago that is
 */
public record SuspenseRow(BankLineId line, MonetaryAmount amount, LocalDate since, long days) {
    /** What stood in suspense at the end of a day, in the order of the lines. */
    public static ImmutableList<SuspenseRow> of(ImmutableList<LineHistory> lines, LocalDate day) {
        return lines.select(line -> line.inSuspense(day)).collect(line -> {
            LocalDate since = line.asOf(day).orElseThrow().date();
            return new SuspenseRow(
                    line.stored().id(), line.stored().line().amount(), since, ChronoUnit.DAYS.between(since, day));
        });
    }
}
