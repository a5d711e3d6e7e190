package dev.erpkit.accounting.chart;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.core.value.Violation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;
import org.immutables.value.Value;

/** One account of the chart. */
@ErpValue
@Value.Immutable
public sealed interface Account permits ImmutableAccount {
    /** The code by which lines name it. */
    AccountId id();

    /** The name people read. */
    @NotBlank
    @Size(max = 200)
    String name();

    /** Its class. */
    AccountClass accountClass();

    /** The side on which it usually stands; a contra account stands on the other side than its class. */
    @Value.Default
    default Side normalSide() {
        return accountClass().normalSide();
    }

    /** The account whose total includes this one. */
    Optional<AccountId> parent();

    /** Whether lines may name it; headings only sum up. */
    @Value.Default
    default boolean postable() {
        return true;
    }

    /** What it controls; every line of a control account is an open item with a party. */
    Optional<ControlKind> control();

    /** The axes that every line must have a value on. */
    ImmutableSet<String> requiredDimensions();

    /** The codes of the currencies, or units outside ISO 4217, that lines may have; empty means any. */
    ImmutableSet<String> currencies();

    /** The first day on which lines may name it. */
    Optional<LocalDate> validFrom();

    /** The first day on which lines may no longer name it. */
    Optional<LocalDate> validUntil();

    /** Bounds of its balance. */
    Optional<BalanceLimit> limit();

    /** Marks that layouts and rules choose accounts by, such as {@code cash} or {@code retained-earnings}. */
    ImmutableSet<String> tags();

    /**
     * Enforces the declared constraints, the form of currency codes, and that the validity is not empty.
     *
     * @throws InvalidValueException also {@code text.not-storable} for a name or mark, {@code account.validity}
     */
    @Value.Check
    default void check() {
        Constraints.check("Account", this);
        requireStorable("name", name());
        tags().forEach(mark -> requireStorable("tags", mark));
        currencies().forEach(code -> CurrencyCodes.check("Account", "currencies", code));
        if (validFrom().isPresent()
                && validUntil().isPresent()
                && !validFrom().get().isBefore(validUntil().get())) {
            throw new InvalidValueException("Account", "validUntil", "account.validity", "must be after validFrom");
        }
    }

    private static void requireStorable(String path, String text) {
        if (!Texts.isStorable(text)) {
            throw new InvalidValueException("Account", Lists.immutable.of(Violation.notStorable(path)));
        }
    }

    /** Tells whether lines of this day may name the account. */
    default boolean validOn(LocalDate date) {
        return (validFrom().isEmpty() || !date.isBefore(validFrom().get()))
                && (validUntil().isEmpty() || date.isBefore(validUntil().get()));
    }

    /** A postable account of a class, on the class's normal side. */
    static Account of(String id, String name, AccountClass accountClass) {
        return builder().id(id).name(name).accountClass(accountClass).build();
    }

    /** A builder; the normal side is the class's and lines may name the account unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an account. */
    final class Builder extends ImmutableAccount.Builder {
        private final MutableSet<String> dimensions = Sets.mutable.empty();
        private final MutableSet<String> allowed = Sets.mutable.empty();
        private final MutableSet<String> marks = Sets.mutable.empty();

        Builder() {
            requiredDimensions(Sets.immutable.empty());
            currencies(Sets.immutable.empty());
            tags(Sets.immutable.empty());
        }

        /** The code. */
        public Builder id(String code) {
            return id(AccountId.of(code));
        }

        /** The account whose total includes this one. */
        public Builder parent(String code) {
            return parent(AccountId.of(code));
        }

        /** One more axis that every line must have a value on. */
        public Builder requireDimension(String axis) {
            dimensions.add(axis);
            return requiredDimensions(dimensions.toImmutable());
        }

        /** One more currency that lines may have. */
        public Builder currency(String code) {
            allowed.add(code);
            return currencies(allowed.toImmutable());
        }

        /** One more mark. */
        public Builder tag(String mark) {
            marks.add(mark);
            return tags(marks.toImmutable());
        }
    }
}
