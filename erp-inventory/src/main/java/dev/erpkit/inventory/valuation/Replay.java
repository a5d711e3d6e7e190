package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.StockEvent.Count;
import dev.erpkit.inventory.valuation.StockEvent.CustomerReturn;
import dev.erpkit.inventory.valuation.StockEvent.Issue;
import dev.erpkit.inventory.valuation.StockEvent.LandedCost;
import dev.erpkit.inventory.valuation.StockEvent.MethodChange;
import dev.erpkit.inventory.valuation.StockEvent.Output;
import dev.erpkit.inventory.valuation.StockEvent.Part;
import dev.erpkit.inventory.valuation.StockEvent.Production;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import dev.erpkit.inventory.valuation.StockEvent.Reset;
import dev.erpkit.inventory.valuation.StockEvent.Revaluation;
import dev.erpkit.inventory.valuation.StockEvent.StandardCost;
import dev.erpkit.inventory.valuation.StockEvent.Transfer;
import dev.erpkit.inventory.valuation.StockEvent.VendorReturn;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * One walk through the facts in the order in which they take effect. What transfers, productions and customer returns bring
 * in is the cost of something that goods coming later may still change; a walk takes what an earlier walk found, and says
 * afterwards what it should have been.
 */
final class Replay {
    private final Facts facts;
    private final ValuationPolicy policy;
    private final Assumptions assumed;
    private final SortedMap<Goods, Pool> pools = new TreeMap<>();
    private final MutableMap<String, Rational> standards = Maps.mutable.empty();
    private final MutableMap<Long, Returned> returned = Maps.mutable.empty();
    private final MutableList<ReturnLink> returns = Lists.mutable.empty();
    private final MutableMap<String, ValuationMethod> methods = Maps.mutable.empty();
    private final Assumptions used = new Assumptions();
    private final AsRecorded late;
    private final Effects effects = new Effects();

    /** How much of an event has come back so far. */
    private record Returned(Rational quantity) {}

    /** A customer return, and which part of the issue it is: from so much to so much of the whole. */
    private record ReturnLink(long event, long issue, Rational from, Rational to, Rational whole) {
        long of(long cost) {
            return Shares.part(cost, to, whole) - Shares.part(cost, from, whole);
        }
    }

    Replay(Facts facts, ImmutableList<StockEvent> order, ValuationPolicy policy, Assumptions assumed) {
        this.facts = facts;
        this.policy = policy;
        this.assumed = assumed;
        this.late = new AsRecorded(this);
        for (StockEvent event : order) {
            effects.day = facts.effective(event).toLocalDate();
            apply(event);
        }
        facts.differences(effects.inbound).forEach((bill, difference) -> {
            effects.inbound(bill, difference);
            effects.variance(bill, difference);
        });
        pools.values().forEach(Pool::finish);
    }

    Effects effects() {
        return effects;
    }

    Facts facts() {
        return facts;
    }

    boolean atStandard() {
        return policy.method() == ValuationMethod.STANDARD;
    }

    SortedMap<Goods, Pool> pools() {
        return pools;
    }

    /** What another walk should take for granted, now that all costs are known. */
    Assumptions derived() {
        Assumptions derived = new Assumptions();
        effects.extras.forEach(
                (event, extra) -> derived.values.put(event, Math.addExact(effects.costOf(event), extra)));
        returns.forEach(link -> derived.values.put(link.event(), link.of(effects.costOf(link.issue()))));
        derived.periods.putAll(used.periods);
        return derived;
    }

    /** Whether this walk took for granted what it found. */
    boolean isSettled(Assumptions derived) {
        return derived.values.equals(used.values) && used.periods.equals(assumed.periods);
    }

    /** Books as variances what this walk brought in otherwise than it should have, no more than so much each. */
    void absorb(Assumptions derived, long most) {
        derived.values.forEach((event, should) -> {
            long difference = Math.subtractExact(should, used.values.getOrDefault(event, 0L));
            if (Math.abs(difference) > most) {
                throw StockRefusals.circular(event);
            }
            effects.inbound(event, difference);
            effects.variance(event, difference);
        });
    }

    private void apply(StockEvent event) {
        if (event instanceof Receipt e) {
            receive(e);
        } else if (event instanceof Issue e) {
            issue(e, e.goods(), quantity(e.number(), e.quantity()));
        } else if (event instanceof CustomerReturn e) {
            comeBack(e);
        } else if (event instanceof VendorReturn e) {
            goBack(e);
        } else if (event instanceof Transfer e) {
            transfer(e);
        } else if (event instanceof Production e) {
            produce(e);
        } else if (event instanceof Count e) {
            count(e);
        } else if (event instanceof Reset e) {
            Pool pool = pool(e.goods());
            long before = pool.value();
            pool.reset(e.number(), quantity(e.number(), e.quantity()), e.cost());
            effects.revaluation(e.number(), Math.subtractExact(pool.value(), before));
            balance(e, pool);
        } else if (event instanceof Revaluation e) {
            revalue(e);
        } else if (event instanceof StandardCost e) {
            changeStandard(e);
        } else if (event instanceof MethodChange e) {
            changeMethod(e);
        } else if (event instanceof LandedCost e) {
            land(e);
        } else if (event instanceof StockEvent.Amendment e) {
            late.apply(e);
        }
    }

    /** The quantity of a move as it stands at this place of the walk. */
    Rational quantity(long event, Rational recordedQuantity) {
        return late.quantity(event).orElseGet(() -> facts.quantity(event, recordedQuantity));
    }

    private void receive(Receipt event) {
        Rational quantity = quantity(event.number(), event.quantity());
        if (quantity.isZero()) {
            effects.variance(event.number(), facts.landed(event.number()));
            effects.inbound(event.number(), facts.landed(event.number()));
            return;
        }
        Pool pool = pool(event.goods());
        long value = facts.goodsValue(event)
                .orElseGet(() -> Shares.round(pool.currentCost().multiply(quantity)));
        bringIn(event, pool, quantity, Math.addExact(value, facts.landed(event.number())), 0);
    }

    void bringIn(StockEvent event, Pool pool, Rational quantity, long value, long covers) {
        pool.receive(event.number(), quantity, value, covers);
        effects.inbound(event.number(), pool.goods, value);
        balance(event, pool);
    }

    void issue(StockEvent event, Goods goods, Rational quantity) {
        Pool pool = pool(goods);
        if (quantity.signum() > 0) {
            checkEnough(event, pool, quantity);
            effects.cost(event.number(), goods, pool.issue(event.number(), quantity));
        } else {
            effects.cost(event.number(), 0);
        }
        balance(event, pool);
    }

    void checkEnough(StockEvent event, Pool pool, Rational quantity) {
        Rational missing = quantity.subtract(pool.quantity());
        if (policy.negative() == NegativeStock.FORBID && missing.signum() > 0) {
            throw StockRefusals.insufficient(event.number(), pool.goods, missing);
        }
    }

    private void comeBack(CustomerReturn event) {
        Rational quantity = quantity(event.number(), event.quantity());
        if (!(origin(event.number(), event.issue()) instanceof Issue issue)) {
            throw StockRefusals.unknownEvent(event.number(), event.issue());
        }
        if (!effects.costs.containsKey(issue.number())) {
            throw StockRefusals.returnBeforeOrigin(event.number(), issue.number());
        }
        Rational whole = quantity(issue.number(), issue.quantity());
        Rational before = take(event.number(), issue.number(), quantity, whole);
        if (quantity.isZero()) {
            return;
        }
        Pool pool = pool(event.goods());
        long value;
        if (policy.customerReturn() == ReturnCost.CURRENT_COST) {
            value = Shares.round(pool.currentCost().multiply(quantity));
        } else {
            ReturnLink link = new ReturnLink(event.number(), issue.number(), before, before.add(quantity), whole);
            returns.add(link);
            value = used(event.number(), link.of(effects.costOf(issue.number())));
        }
        bringIn(event, pool, quantity, value, issue.number());
    }

    StockEvent origin(long event, long of) {
        if (facts.isCancelled(of)) {
            throw StockRefusals.cancelled(event, of);
        }
        return facts.find(of).orElseThrow(() -> StockRefusals.unknownEvent(event, of));
    }

    /** Notes that so much of an event comes back; gives how much had come back before. */
    Rational take(long event, long of, Rational quantity, Rational whole) {
        Rational before =
                returned.getIfAbsentValue(of, new Returned(Rational.ZERO)).quantity();
        if (before.add(quantity).compareTo(whole) > 0) {
            throw StockRefusals.overReturn(event, of, whole.subtract(before));
        }
        returned.put(of, new Returned(before.add(quantity)));
        return before;
    }

    private void goBack(VendorReturn event) {
        Rational quantity = quantity(event.number(), event.quantity());
        if (!(origin(event.number(), event.receipt()) instanceof Receipt receipt)) {
            throw StockRefusals.unknownEvent(event.number(), event.receipt());
        }
        Long value = effects.inbound.get(receipt.number());
        if (value == null) {
            throw StockRefusals.returnBeforeOrigin(event.number(), receipt.number());
        }
        Rational whole = quantity(receipt.number(), receipt.quantity());
        Rational before = take(event.number(), receipt.number(), quantity, whole);
        if (policy.vendorReturn() == ReturnCost.CURRENT_COST || quantity.isZero()) {
            issue(event, event.goods(), quantity);
            return;
        }
        Pool pool = pool(event.goods());
        checkEnough(event, pool, quantity);
        long share = Shares.part(value, before.add(quantity), whole) - Shares.part(value, before, whole);
        effects.cost(event.number(), pool.giveBack(event.number(), receipt.number(), quantity, share));
        balance(event, pool);
    }

    private void transfer(Transfer event) {
        Rational quantity = quantity(event.number(), event.quantity());
        if (policy.poolOf(event.from()).equals(policy.poolOf(event.to())) || quantity.isZero()) {
            return;
        }
        issue(event, event.from(), quantity);
        effects.extras.put(event.number(), 0L);
        long value = used(event.number(), effects.costOf(event.number()));
        bringIn(event, pool(event.to()), quantity, value, 0);
    }

    private void produce(Production event) {
        effects.split(event.number());
        for (Part part : event.consumed()) {
            issue(event, part.goods(), part.quantity());
        }
        effects.cost(event.number(), 0);
        effects.extras.put(event.number(), event.extra());
        long total = used(event.number(), Math.addExact(effects.costOf(event.number()), event.extra()));
        if (event.produced().allSatisfy(output -> output.share().isZero())) {
            throw StockRefusals.zeroBasis(event.number(), "share");
        }
        long[] shares = policy.shares().split(total, event.produced().collect(Output::share));
        for (int i = 0; i < shares.length; i++) {
            Output output = event.produced().get(i);
            bringIn(event, pool(output.goods()), output.quantity(), shares[i], 0);
        }
    }

    private long used(long event, long now) {
        long value = assumed.values.getOrDefault(event, now);
        used.values.put(event, value);
        return value;
    }

    private void count(Count event) {
        Pool pool = pool(event.goods());
        Rational more = quantity(event.number(), event.counted()).subtract(pool.quantity());
        if (more.signum() > 0) {
            Rational unitCost = event.cost().map(Cost.Each::minor).orElse(pool.currentCost());
            bringIn(event, pool, more, Shares.round(unitCost.multiply(more)), 0);
        } else if (more.signum() < 0) {
            issue(event, event.goods(), more.negate());
        }
    }

    private void revalue(Revaluation event) {
        Pool pool = pool(event.goods());
        if (pool.quantity().signum() <= 0) {
            throw StockRefusals.nothingToRevalue(event.number(), pool.goods);
        }
        long amount = event.cost() instanceof Cost.Total total
                ? total.minor()
                : Math.subtractExact(event.cost().of(pool.quantity()), pool.value());
        if (Math.addExact(pool.value(), amount) < 0) {
            throw StockRefusals.belowZero(event.number(), pool.goods);
        }
        pool.revalue(event.number(), amount);
        effects.revaluation(event.number(), amount);
        balance(event, pool);
    }

    private void changeStandard(StandardCost event) {
        standards.put(event.item(), event.cost().minor());
        for (Pool pool : pools.values()) {
            if (pool instanceof StandardPool standard && pool.goods.item().equals(event.item())) {
                standard.standard(event.number(), event.cost().minor());
                balance(event, pool);
            }
        }
    }

    /** Where the pool is short, or goods by the lot, no layer could carry on its value. */
    private void changeMethod(MethodChange event) {
        ValuationMethod before = methods.getOrDefault(event.item(), policy.method());
        if (before == ValuationMethod.SPECIFIC || event.method() == ValuationMethod.SPECIFIC) {
            throw StockRefusals.methodChange(event.number(), event.item());
        }
        methods.put(event.item(), event.method());
        for (Pool old :
                Lists.mutable.ofAll(pools.values()).select(p -> p.goods.item().equals(event.item()))) {
            Goods goods = old.goods;
            Rational quantity = old.quantity();
            long value = old.value();
            if (quantity.signum() < 0) {
                throw StockRefusals.methodChange(event.number(), event.item());
            }
            old.leave(event.number());
            Pool other = open(goods);
            pools.put(goods, other);
            if (quantity.signum() > 0) {
                other.takeOver(event.number(), quantity, value);
            }
            balance(event, other);
        }
    }

    private void land(LandedCost event) {
        long[] shares = facts.shares(event);
        effects.split(event.number());
        effects.inbound(event.number(), event.amount());
        for (int i = 0; i < shares.length; i++) {
            if (origin(event.number(), event.of().get(i)) instanceof Receipt receipt) {
                makeDearer(event, receipt, shares[i], policy.landedCost());
            }
        }
    }

    /** As far as the goods are still there by the rule, the amount goes into stock; the rest is a variance. */
    void makeDearer(StockEvent event, Receipt receipt, long amount, LandedCostRule rule) {
        Rational received = quantity(receipt.number(), receipt.quantity());
        Pool pool = pool(receipt.goods());
        long stays = 0;
        if (effects.inbound.containsKey(receipt.number()) && received.signum() > 0) {
            boolean all = rule != LandedCostRule.REMAINING_AT_EVENT;
            Rational counts = all ? received : pool.remaining(receipt.number(), received);
            stays = counts.isZero()
                    ? 0
                    : pool.capitalise(event.number(), receipt.number(), counts, Shares.part(amount, counts, received));
        }
        effects.variance(event.number(), Math.subtractExact(amount, stays));
        effects.stock(event.number(), receipt.goods(), stays);
        balance(event, pool);
    }

    Pool pool(Goods goods) {
        return pools.computeIfAbsent(policy.poolOf(goods), this::open);
    }

    private Pool open(Goods goods) {
        ItemTerms terms = facts.terms(goods.item());
        ValuationMethod method = methods.getOrDefault(goods.item(), policy.method());
        return switch (method) {
            case STANDARD ->
                new StandardPool(goods, effects, standards.getOrDefault(goods.item(), terms.standardCost()));
            case MOVING_AVERAGE, SPECIFIC -> new AveragePool(goods, effects, terms.firstCost(), policy.negative());
            case PERIODIC_AVERAGE ->
                new PeriodicPool(goods, effects, terms.firstCost(), policy, assumed.periods, used.periods);
            case FIFO, LIFO, HIFO -> new LayeredPool(goods, effects, terms.firstCost(), policy.negative(), method);
        };
    }

    void balance(StockEvent event, Pool pool) {
        effects.balances.add(
                new Balance(event.number(), facts.effective(event), pool.goods, pool.quantity(), pool.value()));
    }
}
