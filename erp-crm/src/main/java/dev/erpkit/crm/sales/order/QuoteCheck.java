package dev.erpkit.crm.sales.order;

import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Whether an order may name a quote: the quotes as an order sees them, asked in the unit of work that places it. */
@FunctionalInterface
public interface QuoteCheck {
    /** Why an order that names a quote may not be placed on a day. */
    Optional<Refusal> refusal(String quote, OrderDraft order, LocalDate day);
}
