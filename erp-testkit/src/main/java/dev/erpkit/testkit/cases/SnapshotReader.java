package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.PipelineSnapshot;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.SnapshotChange;
import dev.erpkit.crm.pipeline.SnapshotChange.Way;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.StageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/** Two snapshots of a pipeline and what changed between them. */
final class SnapshotReader {
    private static final CurrencyUnit CURRENCY = Amounts.currency("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private SnapshotReader() {}

    static void run(Case current) {
        Alias given = new Alias(current.given());
        PipelineSnapshot before = snapshot(given.need("before", "snapshot1", "then", "earlier", "monday"));
        PipelineSnapshot after = snapshot(given.need("after", "snapshot2", "now", "later", "today"));
        given.nothingElse();
        ImmutableList<SnapshotChange> changes = before.changes(after);
        for (String name : current.expect().names()) {
            check(current, name, current.expect().at(name), before, after, changes);
        }
    }

    private static PipelineSnapshot snapshot(Field rows) {
        return PipelineSnapshot.of(Instant.EPOCH, rows.elements().collect(SnapshotReader::deal));
    }

    private static Expectation deal(Field row) {
        Alias deal = new Alias(row);
        String stage = deal.any("stage", "status").map(Field::text).orElse("Open");
        StageKind kind = switch (stage.toLowerCase(Locale.ROOT)) {
            case "won" -> StageKind.WON;
            case "lost" -> StageKind.LOST;
            default -> StageKind.OPEN;
        };
        Expectation expectation = new Expectation(
                DealId.of(deal.need("id", "deal").text()),
                StageId.of(stage),
                kind,
                kind == StageKind.WON ? ForecastCategory.CLOSED : ForecastCategory.PIPELINE,
                SellerId.of("seller"),
                Amounts.of(deal.need("value", "amount").decimal(), CURRENCY),
                deal.any("probability", "p").map(Field::decimal).orElse(BigDecimal.ZERO),
                deal.any("close", "expected_close", "close_date")
                        .map(Field::date)
                        .orElse(DAY));
        deal.nothingElse();
        return expectation;
    }

    private static void check(
            Case current,
            String name,
            Field expected,
            PipelineSnapshot before,
            PipelineSnapshot after,
            ImmutableList<SnapshotChange> changes) {
        switch (name) {
            case "open_before", "before" -> money(current, expected, open(before));
            case "open_after", "after" -> money(current, expected, open(after));
            case "net_change", "change", "difference" ->
                money(current, expected, changes.sumOfLong(SnapshotReader::effect));
            default -> {
                Way way = way(name, expected);
                ImmutableList<SnapshotChange> those =
                        changes.select(change -> change.ways().contains(way));
                if (expected.isList()) {
                    current.differences()
                            .same(
                                    expected,
                                    expected.elements().collect(Field::text),
                                    those.collect(change -> change.deal().value()));
                } else if (name.endsWith("_value") || name.endsWith("_amount")) {
                    money(current, expected, those.sumOfLong(SnapshotReader::effect));
                } else {
                    current.differences().number(expected, those.size());
                }
            }
        }
    }

    private static Way way(String name, Field asked) {
        return switch (name.replaceFirst("_(value|amount|count|deals)$", "")) {
            case "new", "added" -> Way.NEW;
            case "gone", "removed" -> Way.GONE;
            case "moved", "stage_changed" -> Way.MOVED;
            case "changed", "revalued", "value_changed" -> Way.REVALUED;
            case "slipped" -> Way.SLIPPED;
            case "pulled_in" -> Way.PULLED_IN;
            case "won" -> Way.WON;
            case "lost" -> Way.LOST;
            case "reopened" -> Way.REOPENED;
            default -> throw new UnsupportedCaseException(asked.path());
        };
    }

    private static long open(PipelineSnapshot snapshot) {
        return snapshot.open().getIfAbsentValue(CURRENCY.getCurrencyCode(), 0L);
    }

    private static long effect(SnapshotChange change) {
        return change.effect().getIfAbsentValue(CURRENCY.getCurrencyCode(), 0L);
    }

    private static void money(Case current, Field expected, long minor) {
        current.differences().number(expected, Amounts.decimal(Amounts.ofMinor(minor, CURRENCY)));
    }
}
