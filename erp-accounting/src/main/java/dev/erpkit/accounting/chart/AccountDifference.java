package dev.erpkit.accounting.chart;

import java.util.Objects;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What tells two accounts with the same code apart, in words. */
final class AccountDifference {
    private record Attribute(String name, Function<Account, Object> value) {}

    private static final ImmutableList<Attribute> ATTRIBUTES = Lists.immutable.of(
            new Attribute("class", Account::accountClass),
            new Attribute("name", Account::name),
            new Attribute("normal side", Account::normalSide),
            new Attribute("parent", Account::parent),
            new Attribute("postable", Account::postable),
            new Attribute("control", Account::control),
            new Attribute("required dimensions", Account::requiredDimensions),
            new Attribute("currencies", Account::currencies),
            new Attribute("first day", Account::validFrom),
            new Attribute("first day without", Account::validUntil),
            new Attribute("limit", Account::limit),
            new Attribute("tags", Account::tags));

    private AccountDifference() {}

    /** The attributes that differ, such as {@code class, tags}; empty when none does. */
    static String between(Account known, Account other) {
        return ATTRIBUTES
                .reject(attribute -> Objects.equals(
                        attribute.value().apply(known), attribute.value().apply(other)))
                .collect(attribute -> attribute.value().apply(known) instanceof Enum<?> value
                        ? attribute.name() + " is " + value + ", not "
                                + attribute.value().apply(other)
                        : attribute.name())
                .makeString(", ");
    }
}
