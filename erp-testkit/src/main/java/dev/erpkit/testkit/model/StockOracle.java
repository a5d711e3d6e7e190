package dev.erpkit.testkit.model;

import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What issues of one pool cost, found piece by piece: every unit is a number of its own in a list. Knows receipts and issues of
 * whole quantities at whole prices, price corrections and cancellations, and the methods that take units; obviously right
 * rather than fast.
 */
public final class StockOracle {
    private final ValuationMethod method;
    private final SortedMap<Long, Long> costs = new TreeMap<>();
    private final List<Long> units = new ArrayList<>();
    private final List<Long> waiting = new ArrayList<>();

    private StockOracle(ValuationMethod method) {
        this.method = method;
    }

    /** The cost of each issue that is wholly covered, by its number. */
    public static SortedMap<Long, Long> costs(Iterable<StockEvent> events, ValuationMethod method) {
        StockOracle oracle = new StockOracle(method);
        List<StockEvent> all = new ArrayList<>();
        events.forEach(all::add);
        List<StockEvent> moves = new ArrayList<>(all);
        moves.removeIf(event -> !(event instanceof StockEvent.Move) || isCancelled(all, event.number()));
        moves.sort(Comparator.comparing(StockEvent::at).thenComparingLong(StockEvent::number));
        for (StockEvent move : moves) {
            if (move instanceof StockEvent.Receipt receipt) {
                long price = price(all, receipt);
                for (long i = 0; i < receipt.quantity().longNumerator(); i++) {
                    oracle.come(price);
                }
            } else if (move instanceof StockEvent.Issue issue) {
                oracle.costs.put(issue.number(), 0L);
                for (long i = 0; i < issue.quantity().longNumerator(); i++) {
                    oracle.go(issue.number());
                }
            }
        }
        oracle.waiting.forEach(issue -> oracle.costs.remove(issue));
        return oracle.costs;
    }

    private void come(long price) {
        if (waiting.isEmpty()) {
            units.add(price);
        } else {
            costs.merge(waiting.remove(0), price, Long::sum);
        }
    }

    private void go(long issue) {
        if (units.isEmpty()) {
            waiting.add(issue);
            return;
        }
        int index = switch (method) {
            case FIFO -> 0;
            case LIFO -> units.size() - 1;
            case HIFO -> units.indexOf(units.stream().max(Long::compare).orElseThrow());
            default -> throw new IllegalArgumentException(method.text());
        };
        costs.merge(issue, units.remove(index), Long::sum);
    }

    private static boolean isCancelled(List<StockEvent> all, long number) {
        return all.stream()
                .anyMatch(e -> e instanceof StockEvent.Cancel c && c.of() == number && !isCancelled(all, c.number()));
    }

    private static long price(List<StockEvent> all, StockEvent.Receipt receipt) {
        Cost cost = receipt.cost().orElseThrow();
        for (StockEvent event : all) {
            if (event instanceof StockEvent.PriceCorrection c
                    && c.of() == receipt.number()
                    && !isCancelled(all, c.number())) {
                cost = c.cost();
            }
        }
        return ((Cost.Each) cost).minor().longNumerator();
    }
}
