package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;

/**
 * What a bill amounts to in the books, in minor units; a credit note below zero. What is owed is what was accrued, the price
 * difference and the exchange difference, without a remainder.
 *
 * @param owed what is owed to the vendor
 * @param accrued what was received and not billed before, and is billed now, at the prices of the order
 * @param price the difference of the prices, at the rates of the receipts
 * @param exchange the difference of the rates, at the price of the bill; nothing where the rates are the same
 * @param trace how it was found, line by line
 */
public record BillPosting(long owed, long accrued, long price, long exchange, TraceStep trace) {
    /** What a bill amounts to, given the order before it. */
    public static BillPosting of(OrderState before, Billed bill) {
        BillPosting sum = new BillPosting(0, 0, 0, 0, TraceStep.of("purchase.bill", bill.bill()));
        for (BillLine line : bill.lines()) {
            sum = sum.plus(of(before.line(line.line()).orElseThrow(), line, bill.rate()));
        }
        return sum;
    }

    /** What the lines of each category of items amount to, by category. */
    static SortedMap<String, BillPosting> byCategory(OrderState before, Billed bill, UnaryOperator<String> categories) {
        SortedMap<String, BillPosting> postings = new TreeMap<>();
        bill.lines()
                .groupBy(line -> categories.apply(
                        before.line(line.line()).orElseThrow().line().item()))
                .forEachKeyMultiValues((category, lines) -> postings.put(
                        category,
                        of(
                                before,
                                new Billed(
                                        bill.bill(),
                                        bill.order(),
                                        bill.day(),
                                        bill.rate(),
                                        Lists.immutable.ofAll(lines)))));
        return postings;
    }

    private static BillPosting of(LineState before, BillLine bill, Rational rate) {
        LineState after = before.with(bill);
        long owed = before.inBooks(bill.quantity().multiply(bill.price()), rate);
        long accrued = Math.subtractExact(before.notBilledMinor(), after.notBilledMinor());
        long rest = Math.subtractExact(owed, accrued);
        boolean oneRate = before.receipts().allSatisfy(r -> r.fact().rate().equals(rate));
        long price = oneRate
                ? rest
                : Money.round(after.atReceiptRates(
                        before, bill.price().subtract(before.line().price())));
        long exchange = Math.subtractExact(rest, price);
        TraceStep trace = TraceStep.of("purchase.bill-line", owed)
                .with("line", bill.line())
                .with("quantity", bill.quantity())
                .with("billPrice", bill.price())
                .with("orderPrice", before.line().price())
                .with("rate", rate)
                .with("accrued", accrued)
                .with("priceDifference", price)
                .with("exchangeDifference", exchange);
        return new BillPosting(owed, accrued, price, exchange, trace);
    }

    private BillPosting plus(BillPosting line) {
        return new BillPosting(
                Math.addExact(owed, line.owed),
                Math.addExact(accrued, line.accrued),
                Math.addExact(price, line.price),
                Math.addExact(exchange, line.exchange),
                trace.from(line.trace));
    }
}
