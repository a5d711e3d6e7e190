package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationMethod;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.RowRounding;
import dev.erpkit.accounting.asset.Timing;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The methods of Japanese tax law, by their names.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><th>{@code jp-straight-line}</th><td>定額法: cost times the rate of the life; acquired from April 2007</td></tr>
 * <tr><th>{@code jp-declining-200}</th><td>200 % 定率法; acquired from April 2012</td></tr>
 * <tr><th>{@code jp-declining-250}</th><td>250 % 定率法; acquired from April 2007 to March 2012</td></tr>
 * <tr><th>{@code jp-old-straight-line:0.142}</th><td>旧定額法: 90 % of the cost times the given rate down to 5 % of the cost,
 * then five equal years to 1 yen; acquired before April 2007. The host gives the rate of the life</td></tr>
 * <tr><th>{@code jp-old-declining}</th><td>旧定率法: book value times the rate of the life, likewise; or with a rate given, as
 * {@code jp-old-declining:0.206}</td></tr>
 * <tr><th>{@code jp-lump-sum}</th><td>一括償却資産: a third each year, no prorata, whatever becomes of the asset</td></tr>
 * <tr><th>{@code jp-expensed}</th><td>少額減価償却資産: all in the first row</td></tr>
 * </table>
 *
 * <p>The yearly amount of an asset that was not there the whole year is that of its months. {@link RowRounding#EACH_YEAR}
 * with monthly rows splits the amount of the year exactly.
 */
public final class JapaneseMethods {
    static final LocalDate APRIL_2007 = LocalDate.of(2007, 4, 1);
    static final LocalDate APRIL_2012 = LocalDate.of(2012, 4, 1);

    private static final ImmutableMap<String, DepreciationMethod> METHODS = Maps.immutable
            .<String, DepreciationMethod>of("jp-straight-line", new JapaneseStraightLine())
            .newWithKeyValue(
                    "jp-declining-200",
                    new GuaranteedDeclining("jp-declining-200", RateTable.DECLINING_200, APRIL_2012, LocalDate.MAX))
            .newWithKeyValue(
                    "jp-declining-250",
                    new GuaranteedDeclining("jp-declining-250", RateTable.DECLINING_250, APRIL_2007, APRIL_2012))
            .newWithKeyValue("jp-old-declining", new OldMethod(true, 0))
            .newWithKeyValue("jp-lump-sum", new LumpSum())
            .newWithKeyValue("jp-expensed", new Expensed());

    private JapaneseMethods() {}

    /** The method with this name; for {@link dev.erpkit.accounting.asset.Methods#with}. */
    public static Optional<DepreciationMethod> find(String name) {
        DepreciationMethod method = METHODS.get(name);
        return method != null ? Optional.of(method) : OldMethod.parse(name);
    }

    /**
     * Terms as tax law has them: monthly rows of the fiscal calendar, the month of the start whole (of a lump sum the whole
     * fiscal year, wherever in it the start is), memo value of 1 yen, yearly amounts rounded down to the yen.
     *
     * @param years the useful life
     */
    public static DepreciationTerms terms(String method, int years) {
        boolean toZero = method.equals("jp-lump-sum") || method.equals("jp-expensed");
        return DepreciationTerms.builder()
                .method(method)
                .lifeMonths(12 * years)
                .residual(toZero ? BigDecimal.ZERO : BigDecimal.ONE)
                .timing(method.equals("jp-lump-sum") ? Timing.FULL_YEAR : Timing.FULL_MONTH)
                .rowRounding(RowRounding.EACH_YEAR)
                .rounding(RoundingPolicy.toCurrency(RoundingRule.TRUNCATE))
                .build();
    }
}
