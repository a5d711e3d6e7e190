package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.accounting.declaration.BoxTotal;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.core.calendar.DateRange;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The boxes into which documents put what a general return needs, and how its figures are read from a declaration. A box holds
 * base and tax; what was paid with tax is both together.
 *
 * <ul>
 *   <li>{@code sales-10}, {@code sales-8}: taxable sales; likewise {@code returns-}, {@code bad-debts-}, {@code recoveries-}
 *   <li>{@code sales-exempt}, {@code sales-non-taxable}, {@code exports-non-taxable}: the base alone
 *   <li>{@code purchases-10-taxable}, {@code -common}, {@code -non-taxable}: qualified purchases by use
 *   <li>{@code purchases-10-taxable-80}: from unregistered sellers, with the share that counts, 80, 70, 50 or 30 (after
 *       September 2026 unconfirmed, see {@link dev.erpkit.accounting.tax.japan.UnregisteredSellers});
 *       their tax is the national tax that counts of each purchase, for a return that adds it up
 *   <li>{@code imports-10-taxable}: the national tax paid at the customs
 * </ul>
 */
public final class JapanForm {
    /** The name of the form. */
    public static final String ID = "japan-consumption-tax";

    private static final ImmutableList<Integer> SHARES = Lists.immutable.of(80, 70, 50, 30);

    private JapanForm() {}

    /** The form. */
    public static DeclarationForm form() {
        MutableList<String> boxes = Lists.mutable.of("sales-exempt", "sales-non-taxable", "exports-non-taxable");
        for (ConsumptionRate rate : ConsumptionRate.values()) {
            for (String prefix : new String[] {"sales", "returns", "bad-debts", "recoveries"}) {
                boxes.add(prefix + "-" + rate.percent());
            }
            for (PurchaseUse use : PurchaseUse.values()) {
                boxes.add(box("purchases", rate, use));
                SHARES.forEach(share -> boxes.add(box("purchases", rate, use) + "-" + share));
                boxes.add(box("imports", rate, use));
            }
        }
        return new DeclarationForm(ID, boxes.toImmutable());
    }

    /**
     * Taxes whose documents count in the boxes of the form: the standard and reduced rate, exports and exempt supplies under
     * the codes of {@link ConsumptionTax} for what is sold, and {@link #purchased} for what is bought from registered sellers.
     * Credit notes of sales count as returns (consumption tax act, article 38), those of purchases take back what was bought
     * (article 32). Purchases from unregistered sellers, imports and former rates are the caller's to box.
     */
    public static Taxes taxes() {
        return ReturnTaxes.all();
    }

    /**
     * The code of the tax of {@link #taxes()} on a purchase.
     *
     * @param group {@link ConsumptionTax#STANDARD} or {@link ConsumptionTax#REDUCED}
     */
    public static String purchased(String group, PurchaseUse use) {
        return ReturnTaxes.purchased(group, use);
    }

    /** The box of a purchase. */
    public static String box(Purchase.Kind kind, ConsumptionRate rate, PurchaseUse use, int sharePercent) {
        return switch (kind) {
            case QUALIFIED -> box("purchases", rate, use);
            case TRANSITIONAL -> box("purchases", rate, use) + "-" + sharePercent;
            case IMPORTED -> box("imports", rate, use);
        };
    }

    /** The sales of a period; what was paid in the interim is the caller's to add. */
    public static SalesFigures.Builder sales(ImmutableList<BoxTotal> boxes, DateRange period) {
        SalesFigures.Builder sales = SalesFigures.builder();
        sales.period(period)
                .grossSales(gross(boxes, "sales"))
                .grossReturns(gross(boxes, "returns"))
                .grossBadDebts(gross(boxes, "bad-debts"))
                .grossRecoveries(gross(boxes, "recoveries"));
        return sales;
    }

    /** The tax that invoices of the period show, for a return that adds it up. */
    public static ByRate invoicedTax(ImmutableList<BoxTotal> boxes) {
        return ByRate.NONE.map((rate, none) -> tax(boxes, "sales-" + rate.percent()));
    }

    /** The figures of a general return; methods are the caller's to choose. */
    public static GeneralFigures.Builder general(ImmutableList<BoxTotal> boxes, SalesFigures sales) {
        GeneralFigures.Builder figures = GeneralFigures.builder();
        figures.sales(sales)
                .exemptSales(base(boxes, "sales-exempt"))
                .nonTaxableSales(base(boxes, "sales-non-taxable"))
                .nonTaxableExports(base(boxes, "exports-non-taxable"));
        for (ConsumptionRate rate : ConsumptionRate.values()) {
            for (PurchaseUse use : PurchaseUse.values()) {
                add(figures, boxes, rate, use);
            }
        }
        return figures;
    }

    private static void add(
            GeneralFigures.Builder figures, ImmutableList<BoxTotal> boxes, ConsumptionRate rate, PurchaseUse use) {
        String qualified = box("purchases", rate, use);
        if (paid(boxes, qualified) != 0) {
            figures.add(Purchase.accumulated(rate, use, paid(boxes, qualified), tax(boxes, qualified)));
        }
        for (int share : SHARES) {
            String box = qualified + "-" + share;
            if (paid(boxes, box) != 0) {
                figures.add(Purchase.accumulatedTransitional(rate, use, share, paid(boxes, box), tax(boxes, box)));
            }
        }
        long customs = tax(boxes, box("imports", rate, use));
        if (customs != 0) {
            figures.add(Purchase.imported(rate, use, customs));
        }
    }

    private static String box(String prefix, ConsumptionRate rate, PurchaseUse use) {
        return prefix + "-" + rate.percent() + "-"
                + use.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ByRate gross(ImmutableList<BoxTotal> boxes, String prefix) {
        return ByRate.NONE.map((rate, none) -> paid(boxes, prefix + "-" + rate.percent()));
    }

    private static long paid(ImmutableList<BoxTotal> boxes, String box) {
        return Math.addExact(base(boxes, box), tax(boxes, box));
    }

    private static long base(ImmutableList<BoxTotal> boxes, String box) {
        return boxes.select(total -> total.box().equals(box)).sumOfLong(BoxTotal::baseMinor);
    }

    private static long tax(ImmutableList<BoxTotal> boxes, String box) {
        return boxes.select(total -> total.box().equals(box)).sumOfLong(BoxTotal::taxMinor);
    }
}
