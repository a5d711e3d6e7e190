package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.StockEvent.Bill;
import dev.erpkit.inventory.valuation.StockEvent.Count;
import dev.erpkit.inventory.valuation.StockEvent.CustomerReturn;
import dev.erpkit.inventory.valuation.StockEvent.Issue;
import dev.erpkit.inventory.valuation.StockEvent.Production;
import dev.erpkit.inventory.valuation.StockEvent.QuantityCorrection;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import dev.erpkit.inventory.valuation.StockEvent.Reset;
import dev.erpkit.inventory.valuation.StockEvent.Revaluation;
import dev.erpkit.inventory.valuation.StockEvent.StandardCost;
import dev.erpkit.inventory.valuation.StockEvent.Transfer;
import dev.erpkit.inventory.valuation.StockEvent.VendorReturn;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with a fact by itself. */
final class FactChecks {
    private final ImmutableMap<String, ItemTerms> items;
    private final boolean byLot;
    /** What was looked up last: many facts in a row are about the same. */
    private @Nullable Goods latest;

    private @Nullable String latestItem;

    FactChecks(ImmutableMap<String, ItemTerms> items, ValuationPolicy policy) {
        this.items = items;
        this.byLot = policy.method() == ValuationMethod.SPECIFIC || policy.pool() == PoolRule.ITEM_LOT;
    }

    void check(Receipt receipt) {
        goods(receipt.number(), receipt.goods());
        Optional<Cost> cost = receipt.cost();
        if (cost.isPresent() && isNegative(cost.get())) {
            throw StockRefusals.negativeCost(receipt.number());
        }
        atLeast(receipt.number(), receipt.quantity(), 1);
    }

    void check(Issue issue) {
        goods(issue.number(), issue.goods());
        atLeast(issue.number(), issue.quantity(), 1);
    }

    void check(Transfer transfer) {
        known(transfer.number(), transfer.from().item());
        known(transfer.number(), transfer.to().item());
        lot(transfer.number(), transfer.from());
        lot(transfer.number(), transfer.to());
        atLeast(transfer.number(), transfer.quantity(), 1);
    }

    private void goods(long number, Goods goods) {
        if (!goods.equals(latest)) {
            known(number, goods.item());
            lot(number, goods);
            latest = goods;
        }
    }

    private void lot(long number, Goods goods) {
        if (byLot && goods.lot().isEmpty()) {
            throw StockRefusals.lotMissing(number, goods.item());
        }
    }

    private static void atLeast(long number, Rational quantity, int signum) {
        if (quantity.signum() < signum) {
            throw StockRefusals.quantity(number);
        }
    }

    /** Any other fact. */
    void check(StockEvent event) {
        long number = event.number();
        items(event).forEach(item -> known(number, item));
        goods(event).forEach(goods -> lot(number, goods));
        if (costs(event).anySatisfy(FactChecks::isNegative)) {
            throw StockRefusals.negativeCost(number);
        }
        boolean absolute = event instanceof Count || event instanceof Reset || event instanceof QuantityCorrection;
        for (Rational quantity : quantities(event)) {
            atLeast(number, quantity, absolute ? 0 : 1);
        }
        if (event instanceof Production production && production.conversion().isNegative()) {
            throw StockRefusals.negativeCost(number);
        }
        if (event instanceof Production production
                && production.produced().anySatisfy(o -> o.share().signum() < 0)) {
            throw StockRefusals.quantity(number);
        }
    }

    private static boolean isNegative(Cost cost) {
        return cost instanceof Cost.Each each ? each.minor().signum() < 0 : ((Cost.Total) cost).minor() < 0;
    }

    /** What goods cost by this event; an amount that revalues them may well be negative. */
    private static ImmutableList<Cost> costs(StockEvent event) {
        if (event instanceof Count e) {
            return e.cost().map(each -> Lists.immutable.<Cost>of(each)).orElseGet(Lists.immutable::empty);
        } else if (event instanceof Reset e) {
            return Lists.immutable.of(e.cost());
        } else if (event instanceof StandardCost e) {
            return Lists.immutable.of(e.cost());
        } else if (event instanceof StockEvent.PriceCorrection e) {
            return Lists.immutable.of(e.cost());
        } else if (event instanceof Bill e) {
            return Lists.immutable.of(e.price());
        }
        return Lists.immutable.empty();
    }

    private void known(long number, String item) {
        if (!item.equals(latestItem)) {
            if (!items.containsKey(item)) {
                throw StockRefusals.unknownItem(number, item);
            }
            latestItem = item;
        }
    }

    /** The quantity of a move that has a single one. */
    static Optional<Rational> quantity(StockEvent event) {
        ImmutableList<Rational> quantities = event instanceof StockEvent.Move && !(event instanceof Production)
                ? quantities(event)
                : Lists.immutable.empty();
        return quantities.getFirstOptional();
    }

    private static ImmutableList<Rational> quantities(StockEvent event) {
        if (event instanceof Receipt e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof Issue e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof CustomerReturn e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof VendorReturn e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof Transfer e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof Count e) {
            return Lists.immutable.of(e.counted());
        } else if (event instanceof Reset e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof Production e) {
            return e.consumed()
                    .collect(StockEvent.Part::quantity)
                    .newWithAll(e.produced().collect(StockEvent.Output::quantity));
        } else if (event instanceof QuantityCorrection e) {
            return Lists.immutable.of(e.quantity());
        } else if (event instanceof Bill e) {
            return Lists.immutable.of(e.quantity());
        }
        return Lists.immutable.empty();
    }

    /** The items that a fact names. */
    static ImmutableList<String> items(StockEvent event) {
        if (event instanceof StandardCost change) {
            return Lists.immutable.of(change.item());
        } else if (event instanceof StockEvent.MethodChange change) {
            return Lists.immutable.of(change.item());
        }
        return goods(event).collect(Goods::item);
    }

    private static ImmutableList<Goods> goods(StockEvent event) {
        if (event instanceof Receipt e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof Issue e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof CustomerReturn e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof VendorReturn e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof Transfer e) {
            return Lists.immutable.of(e.from(), e.to());
        } else if (event instanceof Count e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof Reset e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof Revaluation e) {
            return Lists.immutable.of(e.goods());
        } else if (event instanceof Production e) {
            return e.consumed()
                    .collect(StockEvent.Part::goods)
                    .newWithAll(e.produced().collect(StockEvent.Output::goods));
        }
        return Lists.immutable.empty();
    }
}
