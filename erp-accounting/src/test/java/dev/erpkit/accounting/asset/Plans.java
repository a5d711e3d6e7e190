package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.japan.JapaneseMethods;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.SortedMaps;

/** Histories and schedules for tests. */
public final class Plans {
    public static final BookId BOOK = BookId.MAIN;
    public static final FiscalCalendar YEARS =
            FiscalCalendar.monthly(java.time.MonthDay.of(1, 1), YearNaming.START_YEAR);
    public static final FiscalCalendar APRIL =
            FiscalCalendar.monthly(java.time.MonthDay.of(4, 1), YearNaming.START_YEAR);
    public static final Methods METHODS = Methods.standard().with(JapaneseMethods::find);

    private Plans() {}

    public static AssetHistory asset(String cost, String currency, String inUse, BookStart start) {
        return AssetHistory.of(fact(
                "acquire",
                inUse,
                new Acquired(
                        "Lathe",
                        "machinery",
                        Amounts.of(cost, currency),
                        Dimensions.none(),
                        SortedMaps.immutable.of(BOOK, start))));
    }

    public static AssetFact fact(String key, String day, AssetChange change) {
        return fact("a", key, day, change);
    }

    public static AssetFact fact(String asset, String key, String day, AssetChange change) {
        return new AssetFact(
                IdempotencyKey.of(key),
                AssetId.of(asset),
                LocalDate.parse(day),
                change,
                Instant.EPOCH,
                Actor.of("test"));
    }

    /** Rows as {@code date amount accumulated}. */
    public static String rows(AssetHistory history, FiscalCalendar calendar) {
        return text(Schedules.by(METHODS, calendar).of(history, BOOK));
    }

    public static String text(Schedule schedule) {
        return schedule.rows()
                .collect(row -> row.date() + " " + number(row.amount()) + " " + number(row.accumulated()))
                .makeString("\n");
    }

    private static String number(javax.money.MonetaryAmount amount) {
        return Amounts.canonical(amount).substring(4);
    }

    /** Books the first unbooked rows. */
    public static AssetHistory booked(AssetHistory history, FiscalCalendar calendar, int rows) {
        AssetHistory known = history;
        for (int i = 0; i < rows; i++) {
            AssetHistory current = known;
            ScheduleRow next =
                    Schedules.by(METHODS, calendar).of(current, BOOK).rows().detect(row -> !row.booked());
            known = current.with(
                    new BookedRow(current.id(), BOOK, next.periodStart(), next.date(), next.amount(), Instant.EPOCH));
        }
        return known;
    }
}
