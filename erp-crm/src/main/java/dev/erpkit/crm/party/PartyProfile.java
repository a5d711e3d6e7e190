package dev.erpkit.crm.party;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** All that is personal about a party; it can be changed and erased. Its text form shows id and kind alone. */
@ErpValue
@Value.Immutable
public sealed interface PartyProfile permits ImmutablePartyProfile {
    /** Whose profile it is. */
    PartyId party();

    /** Person or organisation. */
    PartyKind kind();

    /** The name. */
    @Value.Redacted
    @NotBlank
    @Size(max = 200)
    String name();

    /** How the name is read, such as its kana. */
    @Value.Redacted
    Optional<@Size(max = 200) String> reading();

    /** The name of the organisation of a person, as somebody gave it; a known one is a {@link Relation}. */
    @Value.Redacted
    Optional<@Size(max = 200) String> organisation();

    /** How to reach it, the preferred first. */
    @Value.Redacted
    @Size(max = 100)
    ImmutableList<ContactPoint> contactPoints();

    /** Numbers by which others name it. */
    @Value.Redacted
    @Size(max = 50)
    ImmutableList<Identifier> identifiers();

    /** When it was changed last, to the microsecond; the service sets it. */
    Instant changedAt();

    /** Enforces the declared constraints, and texts that are not blank and have no control characters: {@code party.name-form}. */
    @Value.Check
    default void check() {
        Constraints.check("PartyProfile", this);
        boolean labels = Texts.isLabel(name())
                && reading()
                        .filter(text -> text.isBlank() || !Texts.isLabel(text))
                        .isEmpty()
                && organisation()
                        .filter(text -> text.isBlank() || !Texts.isLabel(text))
                        .isEmpty();
        if (!labels) {
            throw new InvalidValueException(
                    "PartyProfile", "name", "party.name-form", "must not be blank and have no control characters");
        }
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder of a person's profile. */
    static Builder person(String id, String name) {
        Builder builder = new Builder();
        builder.party(PartyId.of(id)).kind(PartyKind.PERSON).name(name);
        return builder;
    }

    /** A builder of an organisation's profile. */
    static Builder organisation(String id, String name) {
        Builder builder = new Builder();
        builder.party(PartyId.of(id)).kind(PartyKind.ORGANISATION).name(name);
        return builder;
    }

    /** Builds a profile. */
    final class Builder extends ImmutablePartyProfile.Builder {
        private final MutableList<ContactPoint> points = Lists.mutable.empty();
        private final MutableList<Identifier> numbers = Lists.mutable.empty();

        Builder() {
            changedAt(Instant.EPOCH);
            contactPoints(points.toImmutable());
            identifiers(numbers.toImmutable());
        }

        /** Adds a contact point to those added before. */
        public Builder add(ContactPoint point) {
            points.add(point);
            contactPoints(points.toImmutable());
            return this;
        }

        /** Adds an identifier to those added before. */
        public Builder add(Identifier identifier) {
            numbers.add(identifier);
            identifiers(numbers.toImmutable());
            return this;
        }
    }
}
