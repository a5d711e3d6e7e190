package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** The figures of a general return: sales of every kind and purchases. */
@ErpValue
@Value.Immutable
public sealed interface GeneralFigures permits ImmutableGeneralFigures {
    /** How input tax is found from purchases: Enforcement Order, article 46. */
    enum PurchaseTax {
        /** From the total of what was paid (割戻し計算, paragraph 3). */
        BY_TOTALS,
        /** By adding up what each invoice shows or each booking holds (積上げ計算, paragraphs 1 and 2). */
        ACCUMULATED
    }

    /** How much counts where not all does: article 30, paragraph 2. */
    enum Proportion {
        /** Tax for taxable sales wholly, common tax in proportion (個別対応方式, item 1). */
        INDIVIDUAL("individual"),
        /** All tax in proportion (一括比例配分方式, item 2). */
        LUMP_SUM("lump-sum");

        private final String text;

        Proportion(String text) {
            this.text = text;
        }

        /** The stable name. */
        public String text() {
            return text;
        }
    }

    /** Taxable sales. */
    SalesFigures sales();

    /** Sales exempt as exports (免税売上額). */
    @PositiveOrZero
    long exemptSales();

    /** Non-taxable sales (非課税売上額), securities at what counts of them. */
    @PositiveOrZero
    long nonTaxableSales();

    /** Exports of non-taxable assets and goods sent to a foreign branch, which count as taxable in the share of taxable sales. */
    @PositiveOrZero
    long nonTaxableExports();

    /** The purchases. */
    ImmutableList<Purchase> purchases();

    /** How input tax is found. */
    PurchaseTax purchaseTax();

    /** How much counts when taxable sales are over 500 million yen a year or below 95 % of all. */
    Proportion proportion();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("GeneralFigures", this);
    }

    /** A builder; no other sales, no purchases, input tax by totals and the individual method unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the figures. */
    final class Builder extends ImmutableGeneralFigures.Builder {
        private final MutableList<Purchase> collected = Lists.mutable.empty();

        Builder() {
            exemptSales(0);
            nonTaxableSales(0);
            nonTaxableExports(0);
            purchases(Lists.immutable.empty());
            purchaseTax(PurchaseTax.BY_TOTALS);
            proportion(Proportion.INDIVIDUAL);
        }

        /** One more kind of purchases. */
        public Builder add(Purchase purchase) {
            collected.add(purchase);
            return purchases(collected.toImmutable());
        }
    }
}
