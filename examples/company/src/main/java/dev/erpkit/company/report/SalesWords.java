package dev.erpkit.company.report;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * How sales says things on the page; all as markup.
 *
 * @param names the names of what has a stable name
 * @param parties customers by id
 * @param items the names of items by id
 */
record SalesWords(Bilingual names, Map<String, String> parties, ImmutableMap<String, String> items) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    String label(String group, String name) {
        return Text.name(names.label(group + "." + name));
    }

    String party(PartyId id) {
        return Text.html(parties.getOrDefault(id.value(), id.value()));
    }

    String item(String id) {
        return Text.name(items.getIfAbsentValue(id, id));
    }

    static String money(MonetaryAmount amount) {
        return amount.getCurrency().getCurrencyCode() + "\u00a0"
                + Text.amount(Amounts.minor(amount), Amounts.digits(amount.getCurrency()));
    }

    /** By the clock on the wall. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** Hours and minutes, such as {@code 12:30}. */
    static String hours(Duration time) {
        Duration size = time.abs();
        return (time.isNegative() ? "△" : "") + size.toHours() + ":" + Text.format("%02d", size.toMinutesPart());
    }
}
