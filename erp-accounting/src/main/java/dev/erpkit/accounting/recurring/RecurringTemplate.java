package dev.erpkit.accounting.recurring;

import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** What comes again and again, and when. Another amount from some day on is another template. */
@ErpValue
@Value.Immutable
public sealed interface RecurringTemplate permits ImmutableRecurringTemplate {
    /** The client's id. */
    RecurringId id();

    /** When. */
    CalendarRule rule();

    /** The kind of event that posting rules are written for. */
    @NotBlank
    @Size(max = 64)
    String eventType();

    /** The document that it comes from, such as a contract. */
    SourceDocument source();

    /** The amounts of each occurrence, by role. */
    @NotEmpty
    @Size(max = 100)
    ImmutableList<RoleAmount> amounts();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("RecurringTemplate", this);
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a template. */
    final class Builder extends ImmutableRecurringTemplate.Builder {
        private final MutableList<RoleAmount> collected = Lists.mutable.empty();

        Builder() {
            amounts(Lists.immutable.empty());
        }

        /** The client's id. */
        public Builder id(String value) {
            return id(RecurringId.of(value));
        }

        /** One more amount. */
        public Builder amount(RoleAmount amount) {
            collected.add(amount);
            return amounts(collected.toImmutable());
        }
    }
}
