package dev.erpkit.accounting.declaration.japan;

/**
 * Sales of one class of business.
 *
 * @param businessClass the class
 * @param gross taxable sales with tax
 * @param returns considerations given back, with tax
 */
public record ClassSales(BusinessClass businessClass, ByRate gross, ByRate returns) {
    /** Checks the signs: {@code japan-return.negative}. */
    public ClassSales {
        gross.requireNotNegative("ClassSales", "gross");
        returns.requireNotNegative("ClassSales", "returns");
    }

    /** Sales of which nothing was given back. */
    public static ClassSales of(BusinessClass businessClass, ByRate gross) {
        return new ClassSales(businessClass, gross, ByRate.NONE);
    }
}
