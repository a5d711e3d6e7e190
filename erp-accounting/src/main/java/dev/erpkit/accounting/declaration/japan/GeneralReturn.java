package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.accounting.declaration.japan.GeneralFigures.Proportion;
import dev.erpkit.accounting.declaration.japan.GeneralFigures.PurchaseTax;
import dev.erpkit.accounting.declaration.japan.Purchase.Kind;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.trace.TraceStep;
import java.util.function.Predicate;
import org.eclipse.collections.api.list.ImmutableList;

/** The general method (一般課税): schedules 1-3 and 2-3. */
final class GeneralReturn {
    private static final long FULL_DEDUCTION_LIMIT = 500_000_000;

    private final GeneralFigures figures;
    private final ReturnSums sums;
    private final long taxable;
    private final long shareOf;
    private final long shareIn;

    private GeneralReturn(GeneralFigures figures) {
        this.figures = figures;
        this.sums = new ReturnSums(figures.sales());
        ByRate net = figures.sales().grossSales().map(ConsumptionRate::net);
        ByRate back = figures.sales().grossReturns().map(ConsumptionRate::net);
        this.taxable = Math.addExact(net.minus(back).total(), figures.exemptSales());
        this.shareOf = Math.max(0, Math.addExact(taxable, figures.nonTaxableExports()));
        this.shareIn = Math.addExact(shareOf, figures.nonTaxableSales());
    }

    static Outcome<ConsumptionTaxReturn> of(GeneralFigures figures) {
        if (figures.sales().invoicedTax().isPresent() && figures.purchaseTax() == PurchaseTax.BY_TOTALS) {
            return Outcome.refused(Refusal.of(
                    JapanReturnRefusals.METHODS,
                    "Tax on sales is added up from invoices, so input tax must be too; choose accumulated input tax or leave"
                            + " the invoiced tax of the sales out"));
        }
        Purchase unfit = figures.purchases().detect(purchase -> lacks(purchase, figures.purchaseTax()));
        if (unfit != null) {
            return Outcome.refused(Refusal.of(
                            JapanReturnRefusals.METHODS,
                            "Purchases of kind " + unfit.kind() + " lack what input tax " + figures.purchaseTax()
                                    + " is found from; give what was paid, or the tax added up")
                    .with("kind", unfit.kind())
                    .with("method", figures.purchaseTax()));
        }
        return Outcome.accepted(new GeneralReturn(figures).settle());
    }

    private static boolean lacks(Purchase purchase, PurchaseTax method) {
        if (purchase.kind() == Kind.IMPORTED) {
            return false;
        }
        return method == PurchaseTax.BY_TOTALS
                ? purchase.grossYen() == 0 && purchase.accumulatedYen() != 0
                : purchase.accumulatedYen() == 0
                        && purchase.rate().nationalInGross(purchase.grossYen(), purchase.sharePercent()) != 0;
    }

    private ConsumptionTaxReturn settle() {
        ByRate all = tax(purchase -> true);
        TraceStep share = TraceStep.of("課税売上割合 [消費税法30条6項、施行令48条]", shareOf + "/" + shareIn)
                .with("percent, cut off", shareIn == 0 ? 0 : Yen.share(shareOf, 100, shareIn));
        if (deductsAll()) {
            return sums.settle("general", all, step("全額控除 [消費税法30条1項]", all).from(share));
        }
        if (figures.proportion() == Proportion.LUMP_SUM) {
            ByRate part = all.map((rate, yen) -> proportion(yen));
            return sums.settle(
                    "general",
                    part,
                    step("一括比例配分方式 [消費税法30条2項2号]", part).from(share).from(step("課税仕入れ等の税額の合計額", all)));
        }
        ByRate forTaxable = tax(purchase -> purchase.use() == PurchaseUse.TAXABLE);
        ByRate common = tax(purchase -> purchase.use() == PurchaseUse.COMMON);
        ByRate part = forTaxable.plus(common.map((rate, yen) -> proportion(yen)));
        return sums.settle(
                "general",
                part,
                step("個別対応方式 [消費税法30条2項1号]", part)
                        .from(share)
                        .from(step("課税売上げにのみ要するもの", forTaxable))
                        .from(step("共通して要するもの", common)));
    }

    private boolean deductsAll() {
        boolean small = Math.multiplyExact(taxable, 12)
                <= FULL_DEDUCTION_LIMIT * figures.sales().months();
        return small && shareIn > 0 && Math.multiplyExact(shareOf, 100) >= Math.multiplyExact(shareIn, 95);
    }

    private long proportion(long yen) {
        return shareIn == 0 ? 0 : Yen.share(yen, shareOf, shareIn);
    }

    /** The national tax of some purchases; each kind is summed first and cut off once. */
    private ByRate tax(Predicate<Purchase> which) {
        ImmutableList<Purchase> chosen = figures.purchases().select(which::test);
        return ByRate.NONE.map((rate, none) -> {
            ImmutableList<Purchase> atRate = chosen.select(purchase -> purchase.rate() == rate);
            return figures.purchaseTax() == PurchaseTax.BY_TOTALS ? byTotals(rate, atRate) : accumulated(atRate);
        });
    }

    private static long byTotals(ConsumptionRate rate, ImmutableList<Purchase> purchases) {
        long tax = imported(purchases);
        ImmutableList<Purchase> bought = purchases.reject(purchase -> purchase.kind() == Kind.IMPORTED);
        for (Kind kind : Kind.values()) {
            ImmutableList<Purchase> ofKind = bought.select(purchase -> purchase.kind() == kind);
            for (int percent :
                    ofKind.collectInt(Purchase::sharePercent).distinct().toArray()) {
                long gross = ofKind.select(p -> p.sharePercent() == percent).sumOfLong(Purchase::grossYen);
                tax = Math.addExact(tax, rate.nationalInGross(gross, percent));
            }
        }
        return tax;
    }

    private static long accumulated(ImmutableList<Purchase> purchases) {
        long invoiced =
                purchases.select(purchase -> purchase.kind() == Kind.QUALIFIED).sumOfLong(Purchase::accumulatedYen);
        long booked = purchases
                .select(purchase -> purchase.kind() == Kind.TRANSITIONAL)
                .sumOfLong(Purchase::accumulatedYen);
        return Math.addExact(Math.addExact(Yen.share(invoiced, 78, 100), booked), imported(purchases));
    }

    private static long imported(ImmutableList<Purchase> purchases) {
        return purchases.select(purchase -> purchase.kind() == Kind.IMPORTED).sumOfLong(Purchase::accumulatedYen);
    }

    private static TraceStep step(String rule, ByRate result) {
        return TraceStep.of(rule, result.total())
                .with("6.24%", result.reduced())
                .with("7.8%", result.standard());
    }
}
