package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** What a replay has found so far, by number of the event. */
final class Effects {
    final SortedMap<Long, Long> costs = new TreeMap<>();
    final SortedMap<Long, Long> inbound = new TreeMap<>();
    final SortedMap<Long, Long> variances = new TreeMap<>();
    final SortedMap<Long, Long> revaluations = new TreeMap<>();
    final MutableList<CostEdge> edges = Lists.mutable.empty();
    final MutableList<TrueUp> trueUps = Lists.mutable.empty();
    final MutableList<Balance> balances = Lists.mutable.empty();
    final MutableList<Flow> flows = Lists.mutable.empty();
    /** How far events that are about several items change the stock of each. */
    final SortedMap<Long, SortedMap<String, Long>> byItem = new TreeMap<>();
    /** What transfers and productions put on what they took, before they brought it in. */
    final SortedMap<Long, Long> extras = new TreeMap<>();
    /** What goods were taken to cost that had not come yet, all of it ever. */
    long guessed;
    /** The day on which takes effect what is being replayed. */
    LocalDate day = LocalDate.MIN;

    void cost(long event, long minor) {
        costs.merge(event, minor, Math::addExact);
    }

    /** What came from outside or was put on goods, what is a variance, and what was taken for granted: all without sign. */
    long volume() {
        long volume = Math.addExact(guessed, sizes(extras.values()));
        for (Map.Entry<Long, Long> came : inbound.entrySet()) {
            // what transfers and productions bring in was there before
            boolean outside = !extras.containsKey(came.getKey());
            volume = outside ? Math.addExact(volume, Math.absExact(came.getValue())) : volume;
        }
        return Math.addExact(volume, Math.addExact(sizes(variances.values()), sizes(revaluations.values())));
    }

    /** The sum without signs. */
    static long sizes(Iterable<Long> minors) {
        long sum = 0;
        for (long minor : minors) {
            sum = Math.addExact(sum, Math.absExact(minor));
        }
        return sum;
    }

    /** Goods that have not come yet are taken to cost so much. */
    void guess(long minor) {
        guessed = Math.addExact(guessed, Math.absExact(minor));
    }

    /** What an event has cost so far. */
    long costOf(long event) {
        return costs.getOrDefault(event, 0L);
    }

    /** From here on it matters of which items an event changes the stock. */
    void split(long event) {
        byItem.computeIfAbsent(event, e -> new TreeMap<>());
    }

    /** An event changes the stock of an item by so much; noted where events are split. */
    void stock(long event, Goods goods, long minor) {
        @Nullable SortedMap<String, Long> items = byItem.get(event);
        if (items != null) {
            items.merge(goods.item(), minor, Math::addExact);
        }
    }

    /** Goods cost so much more that an event took. */
    void cost(long event, Goods goods, long minor) {
        cost(event, minor);
        stock(event, goods, Math.negateExact(minor));
    }

    /** Goods came in with an event, worth so much. */
    void inbound(long event, Goods goods, long minor) {
        inbound(event, minor);
        stock(event, goods, minor);
    }

    /** Goods are worth so much less than what an event brought. */
    void variance(long event, Goods goods, long minor) {
        variance(event, minor);
        stock(event, goods, Math.negateExact(minor));
    }

    void inbound(long event, long minor) {
        inbound.merge(event, minor, Math::addExact);
    }

    void variance(long event, long minor) {
        if (minor != 0) {
            variances.merge(event, minor, Math::addExact);
        }
    }

    void revaluation(long event, long minor) {
        revaluations.merge(event, minor, Math::addExact);
    }

    /** Goods or value come into a layer out of an event. */
    void in(long event, Goods pool, long layer, Rational quantity, long value) {
        flows.add(new Flow(event, pool, layer, quantity, value, true));
    }

    /** Goods or value leave a layer by an event. */
    void out(long event, Goods pool, long layer, Rational quantity, long value) {
        flows.add(new Flow(event, pool, layer, quantity, value, false));
    }

    void edge(long issue, long receipt, Rational quantity, long value) {
        edges.add(new CostEdge(issue, receipt, quantity, value));
    }

    void trueUp(long issue, long receipt, Rational quantity, long amount) {
        if (amount != 0) {
            trueUps.add(new TrueUp(issue, receipt, quantity, amount));
        }
    }
}
