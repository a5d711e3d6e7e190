package dev.erpkit.accounting.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.SortedMaps;
import org.junit.jupiter.api.Test;

/** What is refused of commands about assets, and changes nothing. */
class AssetRefusalsTest extends AssetRoom {
    @Test
    void bad_input_is_refused_and_changes_nothing() {
        refused("asset.unknown", t -> t.change("x", "2026-02-01", new Impaired(TAX, yen(1))));
        Acquired unknown = new Acquired(
                "x",
                "x",
                yen(1),
                Dimensions.none(),
                SortedMaps.immutable.of(
                        TAX,
                        BookStart.of(DepreciationTerms.builder()
                                .from(terms(12))
                                .method("guess")
                                .build())));
        refused("asset.unknown-method", t -> t.assets.acquire(key("x"), LATHE, DAY, unknown, ACTOR));
        acquire();
        run(BookId.MAIN, "2026-03-31");
        refused("asset.unknown-book", t -> t.change("x", "2026-05-01", new Impaired(BookId.of("ifrs"), yen(1))));
        refused("asset.unknown-book", t -> t.assets.schedule(LATHE, BookId.of("ifrs")));
        refused("asset.before-acquisition", t -> t.change("x", "2025-12-31", sold()));
        refused("asset.period-booked", t -> t.change("x", "2026-03-31", new Revalued(BookId.MAIN, yen(1))));
        refused("asset.period-booked", t -> t.change("x", "2026-03-30", sold()));
        refused("asset.below-residual", t -> t.change("x", "2026-05-01", new Impaired(BookId.MAIN, yen(800_001))));
        refused("asset.below-residual", t -> t.change("x", "2026-05-01", new Revalued(BookId.MAIN, yen(-800_001))));
        refused("asset.amount", t -> t.change("x", "2026-05-01", new Impaired(BookId.MAIN, yen(0))));
        refused("asset.amount", t -> t.change("x", "2026-05-01", new Improved(yen(-1), 0)));
        refused("asset.share", t -> t.change("x", "2026-05-01", new SplitOff(AssetId.of("p"), 3, 3)));
        refused("asset.currency", t -> t.change("x", "2026-05-01", new Improved(Amounts.of("1", "USD"), 0)));
        refused("asset.no-change", t -> t.change("x", "2026-05-01", new Transferred(Dimensions.of("site", "north"))));
        refused("asset.command", t -> t.change("x", "2026-05-01", lathe()));
        refused(
                "asset.periods-misaligned",
                t -> t.change(
                        "x",
                        "2026-05-01",
                        new TermsChanged(
                                TAX,
                                DepreciationTerms.builder()
                                        .from(terms(24))
                                        .periodMonths(12)
                                        .build())));
        change("sell", "2026-05-01", sold()).orElseThrow();
        refused("asset.disposed", t -> t.change("again", "2026-05-01", sold()));
        refused("asset.disposed", t -> t.change("again", "2026-05-02", new Impaired(TAX, yen(1))));
    }

    @Test
    void changes_come_in_their_order() {
        acquire();
        change("r", "2026-05-01", new Revalued(TAX, yen(24))).orElseThrow();
        refused("asset.out-of-order", t -> t.change("x", "2026-04-30", new Revalued(TAX, yen(24))));
    }

    @Test
    void a_locked_period_refuses_the_assets_of_a_run_and_books_nothing_of_them() {
        acquire();
        books.periods()
                .lock(BookId.MAIN, dev.erpkit.accounting.period.LockScope.ALL, LocalDate.of(2026, 1, 31), ACTOR)
                .orElseThrow();
        DepreciationRun run = run(BookId.MAIN, "2026-02-28");
        assertThat(run.booked()).isEmpty();
        assertThat(run.refused().get(LATHE))
                .isNotNull()
                .extracting(r -> r.code().value())
                .isEqualTo("period.locked");
        assertThat(log.rows(LATHE)).isEmpty();
    }

    @Test
    void who_may_not_does_not() {
        acquire();
        assets = service((actor, permission) -> !permission.scope().equals("tax"));
        refused("access.denied", t -> t.change("x", "2026-05-01", new Improved(yen(1), 0)));
        refused("access.denied", t -> t.assets.depreciate(TAX, DAY, ACTOR));
        change("x", "2026-05-01", new Revalued(BookId.MAIN, yen(24))).orElseThrow();
    }
}
