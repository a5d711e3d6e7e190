package dev.erpkit.crm.sales.order;

import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.sales.DocumentId;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** How an order is delivered and invoiced; agreed with it and kept with it. */
@ErpValue
@Value.Immutable
public sealed interface OrderTerms permits ImmutableOrderTerms {
    /** What may be invoiced, and when. */
    InvoiceBasis basis();

    /** How many percents more than ordered may be delivered, 0 to 100. */
    BigDecimal overDelivery();

    /** How a down payment is taken off later invoices. */
    Recall recall();

    /** How many percents of each invoice the customer keeps back until the end, 0 to 100. */
    BigDecimal retention();

    /** With {@link InvoiceBasis#MILESTONES}, the share of each in percents, all together 100; else none. */
    ImmutableList<BigDecimal> milestones();

    /** The frame contract from which the order calls off. */
    Optional<DocumentId> contract();

    /** Checks the percents and that there are milestones where they count: {@code order.terms}. */
    @Value.Check
    default void check() {
        requirePercent("overDelivery", overDelivery());
        requirePercent("retention", retention());
        BigDecimal sum = milestones().injectInto(BigDecimal.ZERO, BigDecimal::add);
        boolean shares = basis() == InvoiceBasis.MILESTONES
                ? sum.compareTo(BigDecimal.valueOf(100)) == 0
                        && milestones().allSatisfy(share -> share.signum() > 0)
                        && milestones().size() <= 100
                : milestones().isEmpty();
        if (!shares) {
            throw wrong("milestones");
        }
    }

    private static void requirePercent(String path, BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw wrong(path);
        }
    }

    private static InvalidValueException wrong(String path) {
        return new InvalidValueException(
                "OrderTerms",
                path,
                "order.terms",
                "must be percents of 0 to 100, and shares of milestones that sum to 100 where they are the basis");
    }

    /** A canonical text, by which commands are told apart. */
    default String text() {
        return basis().text() + "|" + plain(overDelivery()) + "|" + recall().text() + "|" + plain(retention()) + "|"
                + milestones().collect(OrderTerms::plain).makeString(" ") + "|"
                + contract().map(DocumentId::value).orElse("");
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    /** Invoiced on this basis, without tolerance, retention and contract. */
    static OrderTerms on(InvoiceBasis basis) {
        return builder().basis(basis).build();
    }

    /** A builder; invoiced as delivered, down payments taken off the next invoice, unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds terms. */
    final class Builder extends ImmutableOrderTerms.Builder {
        Builder() {
            basis(InvoiceBasis.DELIVERED);
            overDelivery(BigDecimal.ZERO);
            recall(Recall.NEXT);
            retention(BigDecimal.ZERO);
            milestones(Lists.immutable.empty());
        }
    }
}
