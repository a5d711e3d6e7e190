package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Values goods: a pure function of facts, terms of the items and a policy. Value the same facts under several policies and
 * currencies to keep several books.
 *
 * <p>An issue takes its proportion of what it is taken from, half up, and the last goods take all that is left, so that
 * nothing is worth nothing. Facts may be given in any order: their numbers and times decide. Under FIFO, the moving
 * average and specific cost, receipts, issues and transfers are packed into columns and cost tens of nanoseconds a move; an item
 * of which anything else is told is valued the general way beside them, to the same figures. A valuation walks through all
 * of them; where goods were issued before they came and have gone on to other pools or come back, it walks again until the
 * costs agree. A cost that goes round in a circle of pools is solved in a much smaller unit first, so that it ends at its exact
 * figure rounded to the minor unit; where roundings then go round for ever, the minor unit that is left is a variance of the
 * transfer, production or return, so that value is conserved. Where goods are made of themselves, the history is refused.
 */
public final class Valuation {
    /** Costs that agree before so many walks have not gone round so far that roundings could add up. */
    private static final int TELLS_A_CIRCLE = 4;

    /** Far from what a long holds, so that sums and differences of a few such amounts fit. */
    private static final long MOST = 1L << 60;

    private Valuation() {}

    /**
     * Values a history.
     *
     * <p>Refused with {@code stock.insufficient} naming the issue that lacks goods, where the policy forbids it;
     * {@code stock.duplicate-number}, {@code stock.quantity}, {@code stock.unknown-item}, {@code stock.lot-missing} for a
     * fact that cannot be; {@code stock.unknown-event}, {@code stock.origin-cancelled}, {@code stock.return-before-origin},
     * {@code stock.over-return} for what a fact is about; {@code stock.zero-basis}, {@code stock.nothing-to-revalue},
     * {@code stock.revaluation-below-zero}, {@code stock.revaluation-at-standard} for amounts with no place to go; {@code stock.method-change} where a pool
     * cannot go on under another method; {@code stock.circular-cost} naming goods that are made of themselves;
     * {@code stock.too-large} for amounts of which all together no number of minor units can hold: beyond 2<sup>60</sup>, see
     * {@link ValuationLedger#volume}. Quantities are of any size.
     */
    public static Outcome<ValuationLedger> of(
            Iterable<? extends StockEvent> events,
            Iterable<ItemTerms> items,
            ValuationPolicy policy,
            CurrencyUnit currency) {
        ImmutableMap<String, ItemTerms> terms = Lists.immutable.ofAll(items).toImmutableMap(ItemTerms::item, t -> t);
        try {
            Facts facts = new Facts(events, terms, policy);
            return Outcome.accepted(ledger(facts, found(facts, policy), currency));
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        } catch (ArithmeticException beyond) {
            return Outcome.refused(StockRefusals.tooLarge().refusal());
        }
    }

    /**
     * The ledger of what was found.
     *
     * @throws RefusedException when no number of minor units holds all of it
     */
    static ValuationLedger ledger(Facts facts, Found found, CurrencyUnit currency) {
        if (isTooLarge(facts, found)) {
            throw StockRefusals.tooLarge();
        }
        return new ValuationLedger(facts, found, currency);
    }

    private static boolean isTooLarge(Facts facts, Found found) {
        try {
            return Math.max(found.volume(), Effects.sizes(facts.charges().values())) > MOST;
        } catch (ArithmeticException beyond) {
            return true;
        }
    }

    /** The facts that had been recorded with this number: value them to know what was known then. */
    public static ImmutableList<StockEvent> known(Iterable<? extends StockEvent> events, long through) {
        return Lists.immutable.<StockEvent>ofAll(events).select(event -> event.number() <= through);
    }

    /** The items that facts are about, each once. */
    public static ImmutableList<String> items(Iterable<? extends StockEvent> events) {
        return Lists.immutable
                .<StockEvent>ofAll(events)
                .flatCollect(FactChecks::items)
                .distinct();
    }

    private static Found found(Facts facts, ValuationPolicy policy) {
        return facts.columns().map(columns -> folded(facts, columns, policy)).orElseGet(() -> replayed(facts, policy));
    }

    private static Found folded(Facts facts, MoveColumns columns, ValuationPolicy policy) {
        ColumnFold fold = new ColumnFold(facts, columns, policy, columns.values, null).run(0, facts.order().length);
        Optional<Walked> rest = Optional.empty();
        if (columns.needsReplay()) {
            rest = Optional.of(new Walked(walk(facts, policy, facts.inOrder().select(columns::leaves))));
        }
        return new Folded(facts, policy, columns, fold, rest);
    }

    /** What the general engine finds, which knows every policy and fact. */
    static Walked replayed(Facts facts, ValuationPolicy policy) {
        return new Walked(walk(facts, policy, facts.inOrder()));
    }

    private static Replay walk(Facts facts, ValuationPolicy policy, ImmutableList<StockEvent> order) {
        Settling settling = new Settling(facts, order, policy);
        while (!settling.rests() && settling.walks() < TELLS_A_CIRCLE) {
            settling.walk();
        }
        return settling.rests()
                ? settling.last()
                : GuardDigits.solution(facts, order, policy).map(settling::near).orElseGet(settling::end);
    }
}
