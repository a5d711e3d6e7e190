package dev.erpkit.accounting.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.junit.jupiter.api.Test;

/** Assets and the books together. */
class AssetServiceTest extends AssetRoom {
    @Test
    void books_with_terms_of_their_own_are_depreciated_each_by_its_own() {
        acquire();
        assertThat(run(BookId.MAIN, "2026-03-31").booked()).hasSize(3);
        assertThat(run(TAX, "2026-02-28").booked()).hasSize(2);
        assertThat(balance(BookId.MAIN, "1490")).isEqualTo("JPY -300000");
        assertThat(balance(BookId.MAIN, "5400")).isEqualTo("JPY 300000");
        assertThat(balance(TAX, "1490")).isEqualTo("JPY -100000");
        assertThat(balance(TAX, "1400")).isEqualTo("JPY 1200000");
    }

    @Test
    void a_run_books_each_row_once_and_is_safe_to_repeat() {
        acquire();
        assertThat(run(BookId.MAIN, "2026-03-31").booked()).hasSize(3);
        assertThat(run(BookId.MAIN, "2026-03-31").booked()).isEmpty();
        assertThat(run(BookId.MAIN, "2027-12-31").booked()).hasSize(9);
        assertThat(balance(BookId.MAIN, "1490")).isEqualTo("JPY -1200000");
    }

    @Test
    void a_command_that_is_sent_again_takes_effect_once() {
        acquire();
        Outcome<AssetFact> again = assets.acquire(key("buy"), LATHE, DAY, lathe(), ACTOR);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class, a -> assertThat(a.replayed()).isTrue());
        refused("asset.key-reused", t -> t.assets.acquire(key("buy"), LATHE, DAY.plusDays(1), lathe(), ACTOR));
        refused("asset.key-reused", t -> t.change("buy", "2026-02-01", new Impaired(TAX, yen(1))));
        refused("asset.exists", t -> t.assets.acquire(key("buy-2"), LATHE, DAY, lathe(), ACTOR));
    }

    @Test
    void what_happens_in_a_life_is_posted_in_the_books_it_concerns() {
        acquire();
        run(BookId.MAIN, "2026-03-31");
        change("up", "2026-04-01", new Revalued(BookId.MAIN, yen(90_000))).orElseThrow();
        change("down", "2026-04-02", new Impaired(BookId.MAIN, yen(9_000))).orElseThrow();
        change("repair", "2026-04-03", new Improved(yen(18_000), 0)).orElseThrow();
        assertThat(balance(BookId.MAIN, "1400")).isEqualTo("JPY 1308000");
        assertThat(balance(TAX, "1400")).isEqualTo("JPY 1218000");
        assertThat(balance(BookId.MAIN, "3100")).isEqualTo("JPY -90000");
        assertThat(balance(TAX, "3100")).isEqualTo("JPY 0");
        assertThat(balance(BookId.MAIN, "5410")).isEqualTo("JPY 9000");
        AssetValue value = AssetValue.asOf(assets.find(LATHE).orElseThrow(), BookId.MAIN, LocalDate.of(2026, 4, 2));
        assertThat(value).isEqualTo(new AssetValue(yen(1_290_000), yen(309_000)));
        assertThat(run(BookId.MAIN, "2026-04-30").booked().getFirst().amount()).isEqualTo(yen(111_000));
        change("move", "2026-05-10", new Transferred(Dimensions.of("site", "south")))
                .orElseThrow();
        assertThat(balance(BookId.MAIN, "1400")).isEqualTo("JPY 1308000");
        assertThat(assets.find(LATHE).orElseThrow().placeAsOf(LocalDate.of(2026, 5, 9)))
                .isEqualTo(Dimensions.of("site", "north"));
    }

    /** 1,200,000 over 12 months, through 15 June: six months by the month rule. */
    @Test
    void a_sale_books_what_is_due_and_posts_gain_or_loss_in_each_book() {
        acquire();
        run(BookId.MAIN, "2026-03-31");
        change("sell", "2026-06-15", new Disposed(DisposalKind.SOLD, yen(700_000), DisposalTiming.THROUGH_DAY))
                .orElseThrow();
        assertThat(balance(BookId.MAIN, "5400")).isEqualTo("JPY 600000");
        assertThat(balance(BookId.MAIN, "4400")).isEqualTo("JPY -100000");
        assertThat(balance(TAX, "5400")).isEqualTo("JPY 300000");
        assertThat(balance(TAX, "5420")).isEqualTo("JPY 200000");
        for (BookId book : new BookId[] {BookId.MAIN, TAX}) {
            assertThat(balance(book, "1400")).isEqualTo("JPY 0");
            assertThat(balance(book, "1490")).isEqualTo("JPY 0");
            assertThat(balance(book, "1900")).isEqualTo("JPY 700000");
        }
        assertThat(run(BookId.MAIN, "2027-12-31").booked()).isEmpty();
    }

    @Test
    void a_part_is_split_off_and_scrapped_and_the_rows_of_both_sum_to_those_of_the_whole() {
        acquire();
        Schedule whole = assets.schedule(LATHE, TAX).orElseThrow();
        run(TAX, "2026-02-28");
        AssetId part = AssetId.of("chuck");
        change("split", "2026-04-01", new SplitOff(part, 1, 7)).orElseThrow();
        Schedule rest = assets.schedule(LATHE, TAX).orElseThrow();
        Schedule split = assets.schedule(part, TAX).orElseThrow();
        assertThat(rest.size()).isEqualTo(24);
        assertThat(split.size()).isEqualTo(21);
        for (int i = 3; i < 24; i++) {
            assertThat(rest.minor(i) + split.minor(i - 3)).isEqualTo(whole.minor(i));
        }
        assertThat(log.rows(LATHE).select(r -> r.book().equals(TAX))).hasSize(3);
        assets.change(
                        key("scrap"),
                        part,
                        LocalDate.of(2026, 4, 1),
                        new Disposed(DisposalKind.SCRAPPED, yen(0), DisposalTiming.LAST_BOOKED),
                        ACTOR)
                .orElseThrow();
        // a seventh of 1,200,000 less a seventh of the 300,000 and 150,000 that are booked
        assertThat(balance(BookId.MAIN, "5420")).isEqualTo("JPY 128571");
        assertThat(balance(TAX, "5420")).isEqualTo("JPY 150000");
        assertThat(balance(TAX, "1400")).isEqualTo("JPY 1028572");
    }

    @Test
    void a_part_that_is_revalued_stands_for_itself() {
        acquire();
        AssetId part = AssetId.of("chuck");
        change("split", "2026-04-01", new SplitOff(part, 1, 4)).orElseThrow();
        change("up", "2026-04-02", new Revalued(TAX, yen(21_000))).orElseThrow();
        Schedule rest = assets.schedule(LATHE, TAX).orElseThrow();
        // 900,000 less three rows of 50,000 and the quarter of them that went, and 21,000, over 21 months
        assertThat(rest.minor(3)).isEqualTo(38_500);
        assertThat(rest.row(23).bookValue()).isEqualTo(yen(0));
        assertThat(assets.schedule(part, TAX).orElseThrow().minor(0)).isEqualTo(12_500);
    }

    @Test
    void a_part_is_disposed_of_in_one_command_or_not_at_all() {
        acquire();
        AssetId part = AssetId.of("chuck");
        Disposed sold = new Disposed(DisposalKind.SOLD, yen(500_000), DisposalTiming.THROUGH_DAY);
        Disposed wrong = new Disposed(DisposalKind.SOLD, yen(-1), DisposalTiming.THROUGH_DAY);
        LocalDate day = LocalDate.of(2026, 4, 1);
        refused(
                "asset.proceeds",
                t -> t.assets.disposePart(key("p"), LATHE, day, new SplitOff(part, 1, 2), wrong, ACTOR));
        assertThat(assets.find(part)).isEmpty();
        assets.disposePart(key("p"), LATHE, day, new SplitOff(part, 1, 2), sold, ACTOR)
                .orElseThrow();
        assets.disposePart(key("p"), LATHE, day, new SplitOff(part, 1, 2), sold, ACTOR)
                .orElseThrow();
        assertThat(balance(TAX, "1400")).isEqualTo("JPY 600000");
        assertThat(balance(TAX, "1900")).isEqualTo("JPY 500000");
    }

    @Test
    void the_register_shows_what_moved_an_asset_and_agrees_with_the_accounts() {
        acquire();
        run(TAX, "2026-02-28");
        change("split", "2026-04-01", new SplitOff(AssetId.of("chuck"), 1, 4)).orElseThrow();
        change("repair", "2026-04-02", new Improved(yen(21), 0)).orElseThrow();
        run(TAX, "2026-12-31");
        assets.change(key("sell"), AssetId.of("chuck"), LocalDate.of(2026, 12, 31), sold(), ACTOR)
                .orElseThrow();
        AssetRegister register = assets.register(TAX, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 12, 31));
        assertThat(register.rows().collect(AssetRegister.Row::asset)).containsExactly(AssetId.of("chuck"), LATHE);
        AssetRegister.Row chuck = register.rows().getFirst();
        assertThat(Lists.immutable.of(
                        chuck.openingCost(), chuck.additions(), chuck.split(), chuck.disposals(), chuck.cost()))
                .containsExactly(yen(0), yen(0), yen(300_000), yen(300_000), yen(0));
        assertThat(Lists.immutable.of(chuck.splitAccumulated(), chuck.depreciation(), chuck.disposedAccumulated()))
                .containsExactly(yen(37_500), yen(112_500), yen(150_000));
        AssetRegister.Row rest = register.rows().getLast();
        assertThat(Lists.immutable.of(rest.openingCost(), rest.additions(), rest.split(), rest.cost()))
                .containsExactly(yen(1_200_000), yen(21), yen(-300_000), yen(900_021));
        assertThat(balance(TAX, "1400")).isEqualTo("JPY 900021");
        assertThat(balance(TAX, "1490")).isEqualTo(Amounts.canonical(Amounts.negate(rest.accumulated())));
    }

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        FiscalCalendar calendar = Plans.YEARS;
        UnitOfWork unitOfWork = books.stores().unitOfWork();
        AccessPolicy access = AccessPolicy.allowAll();
        PostingRules rules = new PostingRules(ACCOUNTS.rules(BookId.MAIN), Translation.atSpot());
        MonetaryAmount cost = yen(600_000);
        LocalDate day = DAY;
        LocalDate monthEnd = LocalDate.of(2026, 1, 31);
        Actor actor = ACTOR;

        Schedules schedules = Schedules.by(Methods.standard(), calendar);
        AssetService assets = new AssetService(log, books.events(rules), unitOfWork, access, clock, schedules);
        Acquired lathe = new Acquired(
                "Lathe",
                "machinery",
                cost,
                Dimensions.none(),
                SortedMaps.immutable.of(
                        BookId.MAIN,
                        BookStart.of(DepreciationTerms.builder()
                                .method("straight-line")
                                .lifeMonths(60)
                                .build())));
        assets.acquire(IdempotencyKey.of("a-1"), AssetId.of("lathe"), day, lathe, actor)
                .orElseThrow();
        DepreciationRun run = assets.depreciate(BookId.MAIN, monthEnd, actor).orElseThrow();

        assertThat(run.booked()).hasSize(1);
    }
}
