package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The events of a stock case, one object each. */
final class StockFacts {
    private final CurrencyUnit currency;

    StockFacts(CurrencyUnit currency) {
        this.currency = currency;
    }

    StockEvent event(Field f) {
        long n = f.at("n").decimal().longValueExact();
        LocalDateTime at = time(f.at("at"));
        return switch (f.at("type").text()) {
            case "RECEIPT" -> new StockEvent.Receipt(n, at, goods(f), quantity(f), StockGiven.cost(f, currency));
            case "ISSUE" -> new StockEvent.Issue(n, at, goods(f), quantity(f));
            case "CUSTOMER_RETURN" -> new StockEvent.CustomerReturn(n, at, goods(f), quantity(f), of(f));
            case "VENDOR_RETURN" -> new StockEvent.VendorReturn(n, at, goods(f), quantity(f), of(f));
            case "TRANSFER" -> new StockEvent.Transfer(n, at, place(f, "from"), place(f, "to"), quantity(f));
            case "PRODUCE" -> production(n, at, f);
            case "STOCKTAKE" ->
                new StockEvent.Count(
                        n,
                        at,
                        goods(f),
                        Rational.of(f.at("count").decimal()),
                        f.find("unit_cost").map(this::each));
            case "RESET" ->
                new StockEvent.Reset(n, at, goods(f), Rational.of(f.at("count").decimal()), each(f.at("unit_cost")));
            case "REVALUE" ->
                new StockEvent.Revaluation(
                        n,
                        at,
                        goods(f),
                        f.has("amount") ? new Cost.Total(minor(f.at("amount"))) : each(f.at("new_unit_cost")));
            case "METHOD_CHANGE" ->
                new StockEvent.MethodChange(
                        n,
                        at,
                        f.at("item").text(),
                        StockGiven.method(f.at(f.has("method") ? "method" : f.has("to") ? "to" : "new")));
            case "STD_PRICE_CHANGE" ->
                new StockEvent.StandardCost(n, at, f.at("item").text(), each(f.at("new")));
            default -> amendment(n, at, f);
        };
    }

    private StockEvent amendment(long n, LocalDateTime at, Field f) {
        return switch (f.at("type").text()) {
            case "QTY_CORRECTION" -> new StockEvent.QuantityCorrection(n, at, of(f), quantity(f));
            case "PRICE_CORRECTION" ->
                new StockEvent.PriceCorrection(
                        n,
                        at,
                        of(f),
                        StockGiven.cost(f, currency).orElseThrow(() -> new UnsupportedCaseException("no price")));
            case "CANCEL" -> new StockEvent.Cancel(n, at, of(f));
            case "BILL" -> new StockEvent.Bill(n, at, of(f), quantity(f), each(f.at("unit_price")));
            case "LANDED_COST" ->
                new StockEvent.LandedCost(
                        n,
                        at,
                        f.at("of").isList()
                                ? f.at("of").elements().collect(e -> e.decimal().longValueExact())
                                : Lists.immutable.of(of(f)),
                        minor(f.at("amount")),
                        StockGiven.named(f.at("basis"), LandedCostBasis::parse));
            default ->
                throw new UnsupportedCaseException("event " + f.at("type").text());
        };
    }

    private StockEvent production(long n, LocalDateTime at, Field f) {
        ImmutableList<Field> outputs = f.at("produce").elements();
        boolean shares = outputs.allSatisfy(o -> o.has("cost_share"));
        return new StockEvent.Production(
                n,
                at,
                f.at("consume").elements().collect(c -> new StockEvent.Part(goods(c), quantity(c))),
                outputs.collect(o -> new StockEvent.Output(
                        goods(o),
                        quantity(o),
                        shares ? Rational.of(o.at("cost_share").decimal()) : quantity(o))),
                f.find("extra_cost").map(this::minor).orElse(0L));
    }

    private static LocalDateTime time(Field field) {
        String text = field.text();
        return text.length() == "2024-01-01".length() ? field.date().atStartOfDay() : LocalDateTime.parse(text);
    }

    private static long of(Field f) {
        return f.at("of").decimal().longValueExact();
    }

    private static Rational quantity(Field f) {
        String text = f.at("qty").text();
        return Rational.parse(text);
    }

    private static Goods goods(Field f) {
        return Goods.of(f.at("item").text())
                .in(f.find("warehouse").map(Field::text).orElse(""))
                .lot(f.find("lot").map(Field::text).orElse(""));
    }

    private static Goods place(Field f, String end) {
        return goods(f).in(f.at(end).text());
    }

    private Cost.Each each(Field price) {
        return Cost.each(price.decimal(), currency);
    }

    private long minor(Field amount) {
        return Amounts.minor(CaseCurrencies.amount(amount.decimal(), currency));
    }

    /** Absent where an object names neither warehouse nor lot. */
    static Optional<String> text(Field f, String name) {
        return f.find(name).map(Field::text);
    }
}
