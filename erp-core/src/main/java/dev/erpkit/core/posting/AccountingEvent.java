package dev.erpkit.core.posting;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.core.value.Violation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** Something that happened in the business and concerns the books, with amounts by role; knows no account. */
@ErpValue
@Value.Immutable
public sealed interface AccountingEvent permits ImmutableAccountingEvent {
    /** The client's key of the event. */
    IdempotencyKey key();

    /** The kind of event that posting rules are written for, such as {@code goods-issued}. */
    @NotBlank
    @Size(max = 64)
    String type();

    /** When it counts in the business. */
    LocalDate effectiveDate();

    /** The document that caused it. */
    SourceDocument source();

    /** When what is owed for it falls due: the open items of its entries bear this day, or that of their amount. */
    Optional<LocalDate> dueDate();

    /** The amounts, by role. */
    @NotEmpty
    ImmutableList<RoleAmount> amounts();

    /** Free text for the entry; may be personal, so it is kept apart from the tamper-evident content and from logs. */
    @Value.Redacted
    Optional<@Size(max = 500) String> narrative();

    /**
     * Enforces the declared constraints, then that the narrative can be stored.
     *
     * @throws InvalidValueException also {@code text.not-storable}
     */
    @Value.Check
    default void check() {
        Constraints.check("AccountingEvent", this);
        if (narrative().isPresent() && !Texts.isStorable(narrative().get())) {
            throw new InvalidValueException("AccountingEvent", Lists.immutable.of(Violation.notStorable("narrative")));
        }
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableAccountingEvent.Builder {
        private final MutableList<RoleAmount> collected = Lists.mutable.empty();

        Builder() {
            amounts(Lists.immutable.empty());
        }

        /**
         * Adds an amount by role to those added before; together they take the place of any that were set at once or copied by
         * {@code from}. To add to those of another event, set them: {@code amounts(other.amounts().newWith(more))}.
         */
        public Builder add(RoleAmount amount) {
            collected.add(amount);
            amounts(collected.toImmutable());
            return this;
        }
    }
}
