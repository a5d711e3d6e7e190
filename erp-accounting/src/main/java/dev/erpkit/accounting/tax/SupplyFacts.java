package dev.erpkit.accounting.tax;

import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What is known of a supply and its parties, by name: countries, registrations, groups, whatever the mappings of a host ask
 * for. The names here are those that the packs ask for.
 *
 * @param values the facts
 */
public record SupplyFacts(ImmutableSortedMap<String, String> values) {
    /** The country of the seller, as ISO 3166 code. */
    public static final String SELLER_COUNTRY = "seller-country";

    /** The country that is delivered to or where a service counts, as ISO 3166 code. */
    public static final String BUYER_COUNTRY = "buyer-country";

    /** Whether the buyer is registered for the tax there: {@link #YES} or {@link #NO}. */
    public static final String BUYER_REGISTERED = "buyer-registered";

    /** Whether the buyer showed a certificate of exemption: {@link #YES} or {@link #NO}. */
    public static final String BUYER_EXEMPT = "buyer-exempt";

    /** That it is so. */
    public static final String YES = "yes";

    /** That it is not. */
    public static final String NO = "no";

    private static final SupplyFacts NONE = new SupplyFacts(SortedMaps.immutable.empty());

    /** Nothing known yet. */
    public static SupplyFacts none() {
        return NONE;
    }

    /** One fact more. */
    public SupplyFacts with(String name, String value) {
        return new SupplyFacts(values.newWithKeyValue(name, value));
    }
}
