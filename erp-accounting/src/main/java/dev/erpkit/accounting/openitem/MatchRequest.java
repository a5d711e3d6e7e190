package dev.erpkit.accounting.openitem;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/**
 * The command to match items. Items without an amount of their own are consumed oldest first, by the day they are due and
 * then in the order of recording, until one side has nothing left.
 *
 * <pre>{@code
 * MatchRequest.builder()
 *     .id("receipt-7").date(LocalDate.of(2026, 5, 29))
 *     .item(ItemId.of("invoice-42", 0))
 *     .item(ItemId.of("bank-113", 1))
 *     .build();
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface MatchRequest permits ImmutableMatchRequest {
    /** The client's id, also the idempotency key. */
    MatchId id();

    /** The effective date; not before the date of any of the items. */
    LocalDate date();

    /** The items, each once. */
    @NotEmpty
    @Size(max = 2_000)
    ImmutableList<MatchTerm> terms();

    /** What is given up of items; it counts into the amount of its item's term. */
    @Size(max = 100)
    ImmutableList<Allowance> allowances();

    /** The rate at which items of two currencies match. */
    Optional<ExchangeRate> rate();

    /** Enforces the declared constraints, and that every item is named once. */
    @Value.Check
    default void check() {
        Constraints.check("MatchRequest", this);
        if (terms().collect(MatchTerm::item).distinct().size() < terms().size()) {
            throw new InvalidValueException("MatchRequest", "terms", "match.item-twice", "must name every item once");
        }
        if (!terms().collect(MatchTerm::item).containsAllIterable(allowances().collect(Allowance::of))) {
            throw new InvalidValueException(
                    "MatchRequest", "allowances", "match.allowance-item", "must be of items that the request names");
        }
    }

    /** The fingerprint of the command under a policy: equal for equal commands, whatever the amounts' number of zeros. */
    default Digest fingerprint(MatchingPolicy policy) {
        StringBuilder text =
                new StringBuilder("match:v1\n").append(id()).append('\n').append(date());
        terms().forEach(term -> text.append("\nitem ")
                .append(term.item())
                .append(' ')
                .append(term.amount().map(Amounts::canonical).orElse("open")));
        allowances()
                .forEach(allowance -> text.append("\nallow ")
                        .append(allowance.of())
                        .append(' ')
                        .append(Amounts.canonical(allowance.amount()))
                        .append(' ')
                        .append(allowance.account())
                        .append(' ')
                        .append(allowance.dimensions()));
        rate().ifPresent(rate -> text.append("\nrate ").append(rate));
        text.append("\npolicy ").append(policy.name());
        return Digest.ofText(text);
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a command. */
    final class Builder extends ImmutableMatchRequest.Builder {
        private final MutableList<MatchTerm> collected = Lists.mutable.empty();
        private final MutableList<Allowance> allowed = Lists.mutable.empty();

        Builder() {
            allowances(Lists.immutable.empty());
        }

        /** The client's id. */
        public Builder id(String key) {
            return id(MatchId.of(key));
        }

        /** One more item, as much of it as the other side allows. */
        public Builder item(ItemId item) {
            return add(new MatchTerm(item, Optional.empty()));
        }

        /** One more item, exactly this much of it. */
        public Builder item(ItemId item, MonetaryAmount amount) {
            return add(new MatchTerm(item, Optional.of(amount)));
        }

        /** One more allowance. */
        public Builder allow(Allowance allowance) {
            allowed.add(allowance);
            return allowances(allowed.toImmutable());
        }

        private Builder add(MatchTerm term) {
            collected.add(term);
            return terms(collected.toImmutable());
        }
    }
}
