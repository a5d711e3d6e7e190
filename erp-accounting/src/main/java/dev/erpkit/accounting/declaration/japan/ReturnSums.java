package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What all kinds of return share: tax on sales before the input tax is known, and settlement after it is. */
final class ReturnSums {
    private static final long LOCAL_NUMERATOR = 22;
    private static final long LOCAL_DENOMINATOR = 78;

    final SalesFigures sales;
    final ByRate tax;
    final ByRate recoveries;
    final ByRate returns;
    private final MutableList<ReturnFigure> figures = Lists.mutable.empty();

    ReturnSums(SalesFigures sales) {
        this.sales = sales;
        ByRate net = sales.grossSales().map(ConsumptionRate::net);
        add(ReturnItem.TAXABLE_CONSIDERATION, net, step(ReturnItem.TAXABLE_CONSIDERATION, net, sales.grossSales()));
        ByRate base = net.map((rate, yen) -> Yen.cut(yen, 1_000));
        add(ReturnItem.TAXABLE_BASE, base, step(ReturnItem.TAXABLE_BASE, base, net));
        tax = sales.invoicedTax()
                .map(invoiced -> invoiced.map((rate, yen) -> Yen.share(yen, 78, 100)))
                .orElseGet(() -> base.map(ConsumptionRate::nationalOnNet));
        add(
                ReturnItem.TAX_ON_SALES,
                tax,
                step(ReturnItem.TAX_ON_SALES, tax, sales.invoicedTax().orElse(base))
                        .with("method", sales.invoicedTax().isPresent() ? "accumulated" : "by-totals"));
        recoveries = sales.grossRecoveries().map(ConsumptionRate::nationalInGross);
        returns = sales.grossReturns().map(ConsumptionRate::nationalInGross);
    }

    /** The tax on which deemed purchases and special deductions rest: tax on sales, recoveries, less returns. */
    ByRate deductionBase() {
        return tax.plus(recoveries).minus(returns).map((rate, yen) -> Math.max(0, yen));
    }

    ConsumptionTaxReturn settle(String method, ByRate inputTax, TraceStep derivation) {
        add(
                ReturnItem.RECOVERED_BAD_DEBTS,
                recoveries,
                step(ReturnItem.RECOVERED_BAD_DEBTS, recoveries, sales.grossRecoveries()));
        add(
                ReturnItem.INPUT_TAX,
                inputTax,
                ReturnFigure.step(ReturnItem.INPUT_TAX, inputTax).from(derivation));
        add(ReturnItem.RETURNS, returns, step(ReturnItem.RETURNS, returns, sales.grossReturns()));
        ByRate bad = sales.grossBadDebts().map(ConsumptionRate::nationalInGross);
        add(ReturnItem.BAD_DEBTS, bad, step(ReturnItem.BAD_DEBTS, bad, sales.grossBadDebts()));
        ByRate deductions = inputTax.plus(returns).plus(bad);
        add(ReturnItem.DEDUCTIONS, deductions, ReturnFigure.step(ReturnItem.DEDUCTIONS, deductions));
        long difference = Math.subtractExact(tax.plus(recoveries).total(), deductions.total());
        long refund = Math.max(0, -difference);
        long net = Yen.cut(Math.max(0, difference), 100);
        add(
                ReturnItem.REFUND,
                refund,
                ReturnFigure.step(ReturnItem.REFUND, refund).with("difference", difference));
        add(ReturnItem.NET_TAX, net, ReturnFigure.step(ReturnItem.NET_TAX, net).with("difference", difference));
        national(net, refund);
        return new ConsumptionTaxReturn(method, sales.period(), figures());
    }

    private void national(long net, long refund) {
        long interim = sales.interimNational();
        long payable = Math.max(0, net - interim);
        long interimRefund = Math.max(0, interim - net);
        plain(ReturnItem.INTERIM_NATIONAL, interim);
        plain(ReturnItem.PAYABLE_NATIONAL, payable);
        plain(ReturnItem.INTERIM_REFUND_NATIONAL, interimRefund);
        long localRefund = Yen.share(refund, LOCAL_NUMERATOR, LOCAL_DENOMINATOR);
        long localTax = Yen.cut(Yen.share(net, LOCAL_NUMERATOR, LOCAL_DENOMINATOR), 100);
        add(ReturnItem.LOCAL_REFUND, localRefund, local(ReturnItem.LOCAL_REFUND, localRefund, refund));
        add(ReturnItem.LOCAL_TAX, localTax, local(ReturnItem.LOCAL_TAX, localTax, net));
        long interimLocal = sales.interimLocal();
        long payableLocal = Math.max(0, localTax - interimLocal);
        long localInterimRefund = Math.max(0, interimLocal - localTax);
        plain(ReturnItem.INTERIM_LOCAL, interimLocal);
        plain(ReturnItem.PAYABLE_LOCAL, payableLocal);
        plain(ReturnItem.INTERIM_REFUND_LOCAL, localInterimRefund);
        plain(ReturnItem.TOTAL, payable + payableLocal - refund - interimRefund - localRefund - localInterimRefund);
    }

    private static TraceStep local(ReturnItem item, long result, long of) {
        return ReturnFigure.step(item, result).with("of", of).with("share", "22/78");
    }

    private static TraceStep step(ReturnItem item, ByRate result, ByRate from) {
        return ReturnFigure.step(item, result)
                .with("from 6.24%", from.reduced())
                .with("from 7.8%", from.standard());
    }

    private void plain(ReturnItem item, long yen) {
        add(item, yen, ReturnFigure.step(item, yen));
    }

    private void add(ReturnItem item, long yen, TraceStep step) {
        figures.add(new ReturnFigure(item, ByRate.NONE, yen, step));
    }

    private void add(ReturnItem item, ByRate byRate, TraceStep step) {
        figures.add(ReturnFigure.of(item, byRate, step));
    }

    private ImmutableList<ReturnFigure> figures() {
        return figures.toImmutable();
    }
}
