package dev.erpkit.testkit.contract;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.Voucher;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Facts of stock of every kind, with and without what is optional. */
final class StockSample {
    private static final LocalDateTime AT = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_456_000);
    private static final Location VENDORS = Location.outside("仕入先 № 1", LocationKind.SUPPLIER);
    private static final Location SHELF = Location.of("棚 '1'", "本社");
    private static final Location WORKSHOP = Location.outside("workshop", LocationKind.PRODUCTION);
    private static final Rational THIRD = Rational.of(1, 3);
    private static final Cost.Each EACH = new Cost.Each(Rational.of(7, 9));

    private StockSample() {}

    static ImmutableList<StockFact> everything() {
        Place place = new Place(SHELF, "部品", "ロット", "");
        Move.Builder full = Move.builder();
        full.item("部品")
                .lot("ロット")
                .owner("委託者")
                .source(VENDORS)
                .target(SHELF)
                .at(AT)
                .quantity(THIRD);
        full.cost(EACH)
                .of(1L)
                .expiry(LocalDate.of(2027, 12, 31))
                .reference("納品書 № 42 '\"")
                .narrative("箱が '破れ' ていた");
        return Lists.immutable.of(
                full.build(),
                Move.of("bolt", Rational.of(Long.MAX_VALUE), VENDORS, SHELF, AT)
                        .costing(new Cost.Total(Long.MAX_VALUE / 8)),
                Move.of("bolt", Rational.ONE, SHELF, VENDORS, AT),
                new Assembly(
                        0,
                        AT,
                        WORKSHOP,
                        Lists.immutable.of(new Assembly.Input(place, THIRD), new Assembly.Input(place, Rational.ONE)),
                        Lists.immutable.of(
                                new Assembly.Output(place, THIRD, Rational.of(2, 7)),
                                new Assembly.Output(place, Rational.ONE, Rational.ZERO)),
                        12_345),
                new Assembly(
                        0,
                        AT,
                        WORKSHOP,
                        Lists.immutable.of(new Assembly.Input(place, THIRD)),
                        Lists.immutable.of(
                                new Assembly.Output(place, THIRD, Rational.ONE)
                                        .ofLot("焙煎 № 7", LocalDate.of(2024, 12, 31)),
                                new Assembly.Output(place, Rational.ONE, Rational.ZERO)),
                        new ConversionCost(1L << 58, 77, 0),
                        new Voucher("製造指図 № 7", "二度 '挽き'")),
                new Counted(0, AT, place, Rational.ZERO, Optional.empty()),
                new Counted(0, AT, place, THIRD, Optional.of(EACH)),
                new Noted(new StockEvent.Revaluation(
                        0, AT, Goods.of("bolt").in("本社").lot("L"), new Cost.Total(-5))),
                new Noted(new StockEvent.Revaluation(0, AT, Goods.of("bolt"), EACH)),
                new Noted(new StockEvent.StandardCost(0, AT, "bolt", EACH)),
                new Noted(new StockEvent.MethodChange(0, AT, "bolt", ValuationMethod.MOVING_AVERAGE)),
                new Noted(new StockEvent.QuantityCorrection(0, AT, 1, THIRD)),
                new Noted(new StockEvent.PriceCorrection(0, AT, 1, new Cost.Total(3))),
                new Noted(new StockEvent.Cancel(0, AT, 2), new Voucher("訂正伝票", "入力の誤り")),
                new Noted(new StockEvent.Bill(0, AT, 1, THIRD, EACH)),
                new Noted(new StockEvent.LandedCost(0, AT, Lists.immutable.of(1L, 2L), -7, LandedCostBasis.WEIGHT)));
    }

    static StockRecord record(long first, ImmutableList<StockFact> facts) {
        MutableList<StockFact> numbered = Lists.mutable.empty();
        facts.forEach(fact -> numbered.add(fact.numbered(first + numbered.size())));
        return new StockRecord(
                IdempotencyKey.of(Fresh.key("stock")), Fresh.instant(), Actor.of("倉庫係"), numbered.toImmutable());
    }
}
