package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.asset.AssetChange;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitFrom;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.AssetService;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.accounting.asset.DayCount;
import dev.erpkit.accounting.asset.DepreciationRun;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.DisposalKind;
import dev.erpkit.accounting.asset.DisposalTiming;
import dev.erpkit.accounting.asset.LastRowDate;
import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.asset.OpeningBasis;
import dev.erpkit.accounting.asset.RowRounding;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.accounting.asset.Timing;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What every {@code AssetLog} must do: facts and rows come back as they were, a period of an asset is booked once, and two
 * runs or a run and a disposal at the same moment book each row once.
 */
public abstract class AssetLogContract extends PortContract<AssetHarness> {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final BookId TAX = BookId.of("tax");
    private static final Actor ACTOR = Actor.of("経理");

    /** For adapters. */
    protected AssetLogContract() {}

    private AssetLog log() {
        return harness().assets();
    }

    private static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, Amounts.currency("JPY"));
    }

    private static DepreciationTerms terms() {
        return DepreciationTerms.builder()
                .method("straight-line")
                .lifeMonths(12)
                .build();
    }

    /** Terms in which nothing is as it is by default. */
    private static DepreciationTerms allTerms() {
        return DepreciationTerms.builder()
                .method("declining:0.4/year+straight-line")
                .lifeMonths(37)
                .residual("0.25")
                .timing(Timing.DAYS_OF_YEAR)
                .dayCount(DayCount.NO_LEAP_DAY)
                .periodMonths(7)
                .firstRow(DAY.plusDays(11))
                .rowRounding(RowRounding.CUMULATIVE)
                .rounding(RoundingPolicy.parse("truncate:-2"))
                .lastRowDate(LastRowDate.DAY_AFTER)
                .openingBasis(OpeningBasis.REST_OF_LIFE)
                .units(new BigDecimal("1234567.000001"))
                .build();
    }

    private static Acquired acquired() {
        BookStart opening = BookStart.opening(allTerms(), new BigDecimal("12.75"), DAY.plusDays(40));
        return new Acquired(
                "旋盤",
                "machinery",
                Amounts.of("1234567.89", "USD"),
                Dimensions.of("site", "北").with("cost-centre", "100"),
                SortedMaps.immutable.of(BookId.MAIN, BookStart.of(terms()), TAX, opening));
    }

    private AssetFact fact(String asset, AssetChange change) {
        return new AssetFact(
                IdempotencyKey.of(Fresh.key("key")), AssetId.of(asset), DAY, change, Fresh.instant(), ACTOR);
    }

    private AssetFact append(String asset, AssetChange change) {
        AssetFact fact = fact(asset, change);
        log().append(fact);
        return fact;
    }

    private BookedRow row(String asset, int month) {
        LocalDate start = DAY.plusMonths(month);
        return new BookedRow(
                AssetId.of(asset),
                TAX,
                start,
                start.plusMonths(1).minusDays(1),
                Amounts.of("12.34", "USD"),
                Fresh.instant());
    }

    private ImmutableList<AssetId> known(String... among) {
        MutableList<AssetId> found = Lists.mutable.empty();
        log().forEach(found::add);
        return found.select(id -> Lists.immutable.with(among).contains(id.value()))
                .toImmutable();
    }

    @Test
    void assets_1_1_facts_of_every_kind_come_back_in_their_order() {
        String asset = Fresh.key("asset");
        MonetaryAmount amount = Amounts.of("0.01", "USD");
        ImmutableList<AssetFact> appended = Lists.immutable
                .<AssetChange>of(
                        acquired(),
                        new Revalued(TAX, Amounts.negate(amount)),
                        new Impaired(BookId.MAIN, amount),
                        new Improved(amount, 3),
                        new TermsChanged(TAX, allTerms()),
                        new Transferred(Dimensions.of("site", "south")),
                        new Transferred(Dimensions.none()))
                .newWithAll(Lists.immutable.<AssetChange>of(
                        new SplitOff(AssetId.of("part"), 1, Long.MAX_VALUE),
                        new SplitFrom(AssetId.of("whole"), 2, 3),
                        new Used(new BigDecimal("0.000001")),
                        new Disposed(DisposalKind.SOLD, amount, DisposalTiming.THROUGH_DAY),
                        new Disposed(DisposalKind.SCRAPPED, Amounts.of("0", "USD"), DisposalTiming.LAST_BOOKED)))
                .collect(change -> append(asset, change));
        assertThat(log().facts(AssetId.of(asset))).containsExactlyElementsOf(appended);
        assertThat(log().withKey(appended.get(3).key())).containsExactly(appended.get(3));
        assertThat(log().facts(AssetId.of(Fresh.key("unknown")))).isEmpty();
        assertThat(log().withKey(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void assets_1_2_rows_come_back_in_their_order() {
        String asset = Fresh.key("asset");
        append(asset, acquired());
        BookedRow second = row(asset, 1);
        BookedRow first = row(asset, 0);
        log().append(second);
        log().append(first);
        assertThat(log().rows(AssetId.of(asset))).containsExactly(second, first);
        assertThat(log().rows(AssetId.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void assets_1_3_assets_are_pushed_in_the_order_of_their_first_facts() {
        String one = Fresh.key("b");
        String two = Fresh.key("a");
        String three = Fresh.key("c");
        append(one, acquired());
        append(two, new SplitFrom(AssetId.of(one), 1, 2));
        append(three, acquired());
        append(one, new Transferred(Dimensions.none()));
        assertThat(known(one, two, three)).containsExactly(AssetId.of(one), AssetId.of(two), AssetId.of(three));
    }

    @Test
    void assets_2_1_a_key_is_taken_once_for_an_asset_and_may_name_several() {
        AssetFact fact = append(Fresh.key("asset"), acquired());
        assertThatThrownBy(() -> log().append(fact)).isInstanceOf(DuplicateKeyException.class);
        AssetFact other =
                new AssetFact(fact.key(), AssetId.of(Fresh.key("asset")), DAY, acquired(), Fresh.instant(), ACTOR);
        log().append(other);
        assertThat(log().withKey(fact.key())).containsExactly(fact, other);
    }

    @Test
    void assets_2_2_a_period_of_a_book_is_booked_once() {
        String asset = Fresh.key("asset");
        append(asset, acquired());
        BookedRow first = row(asset, 0);
        log().append(first);
        assertThatThrownBy(() -> log().append(row(asset, 0))).isInstanceOf(DuplicateKeyException.class);
        BookedRow main = new BookedRow(
                first.asset(), BookId.MAIN, first.periodStart(), first.date(), first.amount(), Fresh.instant());
        log().append(main);
        assertThat(log().rows(AssetId.of(asset))).containsExactly(first, main);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void assets_3_1_a_failed_unit_of_work_leaves_nothing() {
        String asset = Fresh.key("asset");
        AssetFact kept = append(asset, acquired());
        AssetFact lost = fact(asset, new Transferred(Dimensions.none()));
        String never = Fresh.key("asset");
        rolledBack(() -> {
            log().append(lost);
            log().append(row(asset, 0));
            append(never, acquired());
        });
        assertThat(log().facts(AssetId.of(asset))).containsExactly(kept);
        assertThat(log().rows(AssetId.of(asset))).isEmpty();
        assertThat(log().withKey(lost.key())).isEmpty();
        assertThat(known(asset, never)).containsExactly(AssetId.of(asset));
        log().append(lost);
        log().append(row(asset, 0));
    }

    private AssetService service() {
        return new AssetService(
                log(),
                (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                Fresh::instant,
                Schedules.by(Methods.standard(), FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR)));
    }

    private AssetId acquireForRace(BookId book) {
        AssetId id = AssetId.of(Fresh.key("asset"));
        Acquired acquired = new Acquired(
                "asset", "asset", yen(1200), Dimensions.none(), SortedMaps.immutable.of(book, BookStart.of(terms())));
        service()
                .acquire(IdempotencyKey.of(Fresh.key("key")), id, DAY, acquired, ACTOR)
                .orElseThrow();
        return id;
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void assets_4_1_runs_at_the_same_moment_book_each_row_once() {
        BookId book = BookId.of(Fresh.key("b").substring(0, 20));
        AssetId id = acquireForRace(book);
        AssetService service = service();
        ImmutableList<AtOnce.Ended<DepreciationRun>> ends = AtOnce.run(
                4, i -> service.depreciate(book, DAY.plusMonths(6), ACTOR).orElseThrow());
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ends.sumOfInt(
                        end -> Objects.requireNonNull(end.value()).booked().size()))
                .isEqualTo(6);
        assertThat(log().rows(id)).hasSize(6);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void assets_4_2_a_run_and_a_disposal_at_the_same_moment_agree() {
        for (int round = 0; round < 5; round++) {
            BookId book = BookId.of(Fresh.key("b").substring(0, 20));
            AssetId id = acquireForRace(book);
            AssetService service = service();
            Disposed sold = new Disposed(DisposalKind.SOLD, yen(1), DisposalTiming.THROUGH_DAY);
            ImmutableList<AtOnce.Ended<Object>> ends = AtOnce.run(
                    2,
                    i -> i == 0
                            ? service.depreciate(book, DAY.plusMonths(12), ACTOR)
                            : service.change(IdempotencyKey.of(Fresh.key("key")), id, DAY.plusMonths(3), sold, ACTOR));
            assertThat(AtOnce.failures(ends)).isEmpty();
            boolean left = log().facts(id).anySatisfy(fact -> fact.change() instanceof Disposed);
            // the run came first and has booked beyond the day of the disposal, or the disposal did and ended it
            assertThat(log().rows(id)).hasSize(left ? 4 : 12);
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void assets_4_3_of_disposals_at_the_same_moment_one_wins() {
        BookId book = BookId.of(Fresh.key("b").substring(0, 20));
        AssetId id = acquireForRace(book);
        AssetService service = service();
        Disposed sold = new Disposed(DisposalKind.SOLD, yen(1), DisposalTiming.LAST_BOOKED);
        ImmutableList<AtOnce.Ended<Outcome<AssetFact>>> ends = AtOnce.run(
                4, i -> service.change(IdempotencyKey.of(Fresh.key("key")), id, DAY.plusMonths(3), sold, ACTOR));
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ends.count(e -> Objects.requireNonNull(e.value()).isAccepted()))
                .isEqualTo(1);
        assertThat(log().facts(id)).hasSize(2);
    }

    @Test
    @Requires(Capability.DURABLE)
    void assets_5_1_assets_survive_a_restart() {
        String asset = Fresh.key("asset");
        AssetFact fact = append(asset, acquired());
        BookedRow row = row(asset, 0);
        log().append(row);
        AssetLog reopened = harness().reopened().assets();
        assertThat(reopened.facts(AssetId.of(asset))).containsExactly(fact);
        assertThat(reopened.rows(AssetId.of(asset))).containsExactly(row);
    }

    @Test
    @Requires(Capability.TENANTS)
    void assets_6_1_tenants_never_see_each_other() {
        String asset = Fresh.key("asset");
        AssetFact fact = append(asset, acquired());
        BookedRow row = row(asset, 0);
        log().append(row);
        AssetLog other = harness().otherTenant().assets();
        assertThat(other.facts(AssetId.of(asset))).isEmpty();
        assertThat(other.rows(AssetId.of(asset))).isEmpty();
        assertThat(other.withKey(fact.key())).isEmpty();
        other.append(fact);
        other.append(row);
        assertThat(log().facts(AssetId.of(asset))).containsExactly(fact);
    }
}
