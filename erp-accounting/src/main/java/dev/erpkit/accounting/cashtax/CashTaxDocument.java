package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.immutables.value.Value;

/** What an issued document says about its taxes, and which open items show whether it is paid. Never changes. */
@ErpValue
@Value.Immutable
public sealed interface CashTaxDocument permits ImmutableCashTaxDocument {
    /** Whose taxes they are. */
    enum Side {
        /** Taxes owed on sales. */
        SALE,
        /** Taxes deducted on purchases. */
        PURCHASE
    }

    /** The document. */
    SourceDocument source();

    /** The book. */
    BookId book();

    /** Sale or purchase. */
    Side side();

    /** The day of the document. */
    LocalDate date();

    /** The currency of the document and of its items. */
    CurrencyUnit currency();

    /** Its taxes, those owed with the document too. */
    @NotEmpty
    ImmutableList<CashTaxLine> lines();

    /** Its open items. */
    @NotEmpty
    ImmutableList<ItemId> items();

    /** How its taxes are recognised, frozen with the document. */
    CashTaxPolicy policy();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("CashTaxDocument", this);
    }

    /** A builder; a sale in the main book under the standard policy unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a document. */
    final class Builder extends ImmutableCashTaxDocument.Builder {
        private final MutableList<CashTaxLine> collected = Lists.mutable.empty();
        private final MutableList<ItemId> open = Lists.mutable.empty();

        Builder() {
            book(BookId.MAIN);
            side(Side.SALE);
            policy(CashTaxPolicy.standard());
        }

        /** One more tax. */
        public Builder add(CashTaxLine line) {
            collected.add(line);
            return lines(collected.toImmutable());
        }

        /**
         * The taxes of a document, one line for each tax and box; taxes without boxes are left out.
         *
         * @param document the taxes in the currency of the document
         * @param inBook the same in the currency of the book
         * @param onPayment the codes of the taxes that are owed on payment; all others are owed with the document
         */
        public Builder taxes(TaxResult document, TaxResult inBook, ImmutableSet<String> onPayment) {
            currency(document.currency()).date(document.taxPoint());
            ImmutableList<TaxLine> lines = TaxLine.of(document);
            lines.zip(TaxLine.of(inBook)).forEach(pair -> {
                TaxLine own = pair.getOne();
                Exigibility exigibility =
                        onPayment.contains(own.code()) ? Exigibility.ON_PAYMENT : Exigibility.ON_INVOICE;
                add(new CashTaxLine(
                        own.code(),
                        own.box(),
                        exigibility,
                        own.baseMinor(),
                        own.taxMinor(),
                        pair.getTwo().baseMinor(),
                        pair.getTwo().taxMinor()));
            });
            return this;
        }

        /** One more open item. */
        public Builder item(ItemId item) {
            open.add(item);
            return items(open.toImmutable());
        }
    }
}
