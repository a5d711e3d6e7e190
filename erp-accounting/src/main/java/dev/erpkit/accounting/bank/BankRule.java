package dev.erpkit.accounting.bank;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What lines of a kind are, as data. All conditions must hold; of several rules the first by {@link #order} and then by name
 * decides.
 *
 * <pre>{@code
 * BankRule.builder().name("charges").pattern("CHARGES|FEES").direction(BankRule.Direction.OUT)
 *         .action(new BankRule.Book("bank-charges")).build()
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface BankRule permits ImmutableBankRule {
    /** Which way the money goes. */
    enum Direction {
        /** In. */
        IN,
        /** Out. */
        OUT,
        /** In or out. */
        ANY
    }

    /** What a line that meets the rule is. */
    sealed interface Action {}

    /**
     * It is of a party: that speaks for the party's items.
     *
     * @param party the party
     */
    record OfParty(PartyId party) implements Action {}

    /**
     * It is booked for a purpose without asking.
     *
     * @param purpose the qualifier by which posting rules choose the account
     */
    record Book(String purpose) implements Action {}

    /**
     * Booking it for a purpose is proposed.
     *
     * @param purpose the qualifier by which posting rules choose the account
     */
    record Suggest(String purpose) implements Action {}

    /** The stable name. */
    @NotBlank
    @Size(max = 64)
    String name();

    /** The lower is asked earlier. */
    int order();

    /** Which way the money goes. */
    Direction direction();

    /** The least amount, without sign, in its currency. */
    Optional<MonetaryAmount> least();

    /** The greatest amount, without sign, in its currency. */
    Optional<MonetaryAmount> most();

    /** A regular expression that the text contains, whatever the case. */
    Optional<@Size(max = 500) String> pattern();

    /** A regular expression that the text does not contain, whatever the case. */
    Optional<@Size(max = 500) String> without();

    /** The counterparty's account. */
    Optional<String> counterpartyAccount();

    /** What the counterparty's name contains, in the form of names. */
    Optional<String> counterpartyName();

    /** Our bank account. */
    Optional<String> bankAccount();

    /** What the line is. */
    Action action();

    /** The compiled pattern. */
    @Value.Lazy
    default Optional<Pattern> compiled() {
        return pattern().map(BankRule::compile);
    }

    /** The compiled exception. */
    @Value.Lazy
    default Optional<Pattern> compiledWithout() {
        return without().map(BankRule::compile);
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Enforces the declared constraints and the patterns.
     *
     * @throws InvalidValueException {@code bank.pattern}
     */
    @Value.Check
    default void check() {
        Constraints.check("BankRule", this);
        try {
            pattern().ifPresent(BankRule::compile);
            without().ifPresent(BankRule::compile);
        } catch (PatternSyntaxException e) {
            throw new InvalidValueException("BankRule", "pattern", "bank.pattern", "is no regular expression");
        }
    }

    /** Tells whether a line meets all conditions. */
    default boolean meets(BankLine line, NameForm form) {
        int sign = line.amount().signum();
        return (direction() == Direction.ANY || (direction() == Direction.IN) == (sign > 0))
                && bankAccount().map(line.account()::equals).orElse(true)
                && least().map(least -> !below(line, least)).orElse(true)
                && most().map(most -> !above(line, most)).orElse(true)
                && compiled().map(p -> p.matcher(line.text()).find()).orElse(true)
                && !compiledWithout().map(p -> p.matcher(line.text()).find()).orElse(false)
                && counterpartyAccount()
                        .map(account -> line.counterparty().account().equals(Optional.of(account)))
                        .orElse(true)
                && counterpartyName()
                        .map(name -> line.counterparty()
                                .name()
                                .map(whole -> form.normalise(whole).contains(form.normalise(name)))
                                .orElse(false))
                        .orElse(true);
    }

    private static boolean below(BankLine line, MonetaryAmount least) {
        return !least.getCurrency().equals(line.amount().getCurrency())
                || Amounts.abs(line.amount()).isLessThan(least);
    }

    private static boolean above(BankLine line, MonetaryAmount most) {
        return !most.getCurrency().equals(line.amount().getCurrency())
                || Amounts.abs(line.amount()).isGreaterThan(most);
    }

    /** A builder; order 0 and any direction unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutableBankRule.Builder {
        Builder() {
            order(0);
            direction(Direction.ANY);
        }
    }
}
