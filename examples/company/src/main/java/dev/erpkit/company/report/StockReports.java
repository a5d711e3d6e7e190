package dev.erpkit.company.report;

import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.goods.Replenishment;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.analysis.AgedStock;
import dev.erpkit.inventory.analysis.StockAgeing;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.purchase.LineState;
import dev.erpkit.inventory.purchase.OrderState;
import dev.erpkit.inventory.replenishment.OrderProposal;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.CostNode;
import dev.erpkit.inventory.valuation.CostSource;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is to be told of goods when the year is over.
 *
 * @param day the last day
 * @param ledger what goods are worth, and why
 * @param facts what was recorded about them, in the order of their numbers
 * @param orders what became of orders
 */
public record StockReports(
        LocalDate day, ValuationLedger ledger, ImmutableList<StockFact> facts, ImmutableList<OrderState> orders) {
    /** The last day of each bucket of age but the last. */
    static final ImmutableList<Integer> AGES = Lists.immutable.of(15, 30, 60);

    /**
     * What is to be ordered of a ware.
     *
     * @param ware the ware
     * @param onHand what there is
     * @param onOrder what is still to come
     * @param proposal what to order, and why
     */
    public record Proposal(Ware ware, Rational onHand, Rational onOrder, OrderProposal proposal) {}

    /** The reports of a day on which nothing more happens. */
    public static StockReports of(GoodsServices goods, LocalDate day) {
        return new StockReports(
                day,
                goods.stock().value(Long.MAX_VALUE),
                goods.stock().facts(),
                goods.purchases().state().orders());
    }

    /** What there is of a ware, and what it is worth, after each fact in the order in which facts took effect. */
    ImmutableList<Balance> card(Ware ware) {
        return ledger.history().select(balance -> balance.pool().equals(Goods.of(ware.item())));
    }

    /** A fact by its number. */
    StockFact fact(long number) {
        return facts.get((int) number - 1);
    }

    /** The document behind a fact, or what kind of fact it is. */
    String document(long number) {
        StockFact fact = fact(number);
        if (fact instanceof Move || fact instanceof Assembly) {
            return fact.reference();
        }
        return fact instanceof Counted ? "棚卸 Count" : "諸掛・請求 Charge or bill";
    }

    /** The item that a fact is about, where it is one. */
    Optional<String> item(long number) {
        if (number == 0) {
            return Optional.empty();
        }
        StockFact fact = fact(number);
        if (fact instanceof Move move) {
            return Optional.of(move.item());
        }
        return fact instanceof Assembly made
                ? Optional.of(made.produced().getFirst().place().item())
                : Optional.empty();
    }

    /** What is left of what came in, with the day on which it did. */
    ImmutableList<AgedStock> aged(Ware ware) {
        return ledger.layers(Goods.of(ware.item()))
                .collect(layer -> new AgedStock(
                        ware.item(), fact(layer.receipt()).at().toLocalDate(), layer.quantity(), layer.value()));
    }

    /** How old all of it is. */
    StockAgeing ageing() {
        return StockAgeing.of(Lists.immutable.with(Ware.values()).flatCollect(this::aged), day, AGES);
    }

    /** How fast each ware went. */
    public ImmutableList<WareTurnover> turnover() {
        return WareTurnover.of(facts, ledger, day);
    }

    /** What is to be ordered now, by the rule of each ware. */
    public ImmutableList<Proposal> proposals() {
        return Lists.immutable.withAll(Replenishment.bought()).collect(ware -> {
            Rational onHand = ledger.quantity(ware.item());
            Rational onOrder = orders.flatCollect(OrderState::lines)
                    .select(line -> line.line().item().equals(ware.item()))
                    .collect(LineState::open)
                    .injectInto(Rational.ZERO, Rational::add);
            return new Proposal(ware, onHand, onOrder, Replenishment.propose(ware, onHand.add(onOrder)));
        });
    }

    /** The cost of the last gift sets that were sold, which leads through the workshop to deliveries, bills and freight. */
    CostNode trace() {
        long issue = facts.selectInstancesOf(Move.class)
                .select(move -> move.item().equals(Ware.GIFT_SET.item())
                        && !move.target().isOurs()
                        && ledger.explain(move.number())
                                .map(StockReports::isCharged)
                                .orElse(false))
                .getLast()
                .number();
        return ledger.explain(issue).orElseThrow();
    }

    private static boolean isCharged(CostNode node) {
        return node.source() == CostSource.LANDED_COST || node.parts().anySatisfy(StockReports::isCharged);
    }
}
