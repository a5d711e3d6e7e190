package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Short ways to write histories down in tests. */
public final class Histories {
    static final CurrencyUnit EURO = Amounts.currency("EUR");
    static final Goods A = Goods.of("A");
    static final Goods B = Goods.of("B");
    static final ImmutableList<ItemTerms> ITEMS = Lists.immutable.of(ItemTerms.of("A"), ItemTerms.of("B"));

    private Histories() {}

    static LocalDateTime day(int day) {
        return LocalDateTime.of(2024, 1, day, 0, 0);
    }

    static Cost.Each each(String price) {
        return Cost.each(new BigDecimal(price), EURO);
    }

    static StockEvent receipt(long number, int day, Goods goods, String quantity, String price) {
        return new StockEvent.Receipt(number, day(day), goods, Rational.parse(quantity), Optional.of(each(price)));
    }

    static StockEvent issue(long number, int day, Goods goods, String quantity) {
        return new StockEvent.Issue(number, day(day), goods, Rational.parse(quantity));
    }

    static StockEvent landed(long number, int day, long minor, Long... receipts) {
        return new StockEvent.LandedCost(
                number, day(day), Lists.immutable.of(receipts), minor, LandedCostBasis.QUANTITY);
    }

    static ValuationLedger value(ValuationPolicy policy, StockEvent... events) {
        return outcome(policy, events).orElseThrow();
    }

    static Outcome<ValuationLedger> outcome(ValuationPolicy policy, StockEvent... events) {
        return Valuation.of(Lists.immutable.of(events), ITEMS, policy, EURO);
    }

    static String refusal(ValuationPolicy policy, StockEvent... events) {
        return outcome(policy, events).refusal().map(r -> r.code().value()).orElse("accepted");
    }
}
