package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** An amount that was invoiced for a service period, and how it is spread; all of it is frozen when it is opened. */
@ErpValue
@Value.Immutable
public sealed interface Deferral permits ImmutableDeferral {
    /** The client's id. */
    DeferralId id();

    /** Income or expense. */
    DeferralKind kind();

    /**
     * What was invoiced for the period, without tax, above zero. A foreign invoice is deferred at the base amount at which
     * it was posted: a deferral is no claim on money, so later rates do not touch it.
     */
    @Value.Redacted
    MonetaryAmount total();

    /** The days of the service. */
    DateRange service();

    /** What the months weigh. */
    SpreadBasis basis();

    /** Where fractions of minor units go. */
    PartRounding rounding();

    /** The document that was invoiced. */
    SourceDocument source();

    /** What posting rules may choose accounts by. */
    @Size(max = 64)
    String qualifier();

    /** Analytic coordinates of what is recognised. */
    Dimensions dimensions();

    /** Whom it concerns. */
    Optional<PartyId> party();

    /** {@link #total()} in minor units. */
    @Value.Derived
    @Value.Auxiliary
    @Value.Redacted
    default long totalMinor() {
        return Amounts.minor(total());
    }

    /**
     * Enforces the declared constraints, that the amount is above zero and that the period has a first and a last day.
     *
     * @throws InvalidValueException also {@code deferral.total}, {@code deferral.service}
     */
    @Value.Check
    default void check() {
        Constraints.check("Deferral", this);
        if (totalMinor() <= 0) {
            throw new InvalidValueException("Deferral", "total", "deferral.total", "must be above zero");
        }
        if (!service().hasStart() || !service().hasEnd() || service().days() > 36_600) {
            throw new InvalidValueException(
                    "Deferral", "service", "deferral.service", "must have a first and a last day within 100 years");
        }
    }

    /** A builder; by days with cumulative rounding unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a deferral. */
    final class Builder extends ImmutableDeferral.Builder {
        Builder() {
            basis(SpreadBasis.DAYS);
            rounding(PartRounding.CUMULATIVE);
            qualifier("");
            dimensions(Dimensions.none());
        }

        /** The client's id. */
        public Builder id(String value) {
            return id(DeferralId.of(value));
        }
    }
}
