package dev.erpkit.inventory.move;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockRole;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Tells the books of deltas: one accounting event for each day and narrative, amounts summed by role and category. */
final class StockTelling {
    private final AccountingEvents events;
    private final CurrencyUnit currency;

    StockTelling(AccountingEvents events, CurrencyUnit currency) {
        this.events = events;
        this.currency = currency;
    }

    private static MutableMap<Long, String> narratives(ImmutableList<StockFact> facts) {
        MutableMap<Long, String> narratives = Maps.mutable.empty();
        facts.reject(fact -> fact.narrative().isEmpty())
                .forEach(fact -> narratives.put(fact.number(), fact.narrative()));
        return narratives;
    }

    /** Tells deltas by day, on each those without a narrative first, the others in the order of their facts. */
    void tell(long sequence, ImmutableList<StockDelta> deltas, ImmutableList<StockFact> facts, Actor actor) {
        MutableMap<Long, String> narratives = narratives(facts);
        SortedMap<LocalDate, Map<String, MutableList<StockDelta>>> days = new TreeMap<>();
        deltas.forEach(delta -> days.computeIfAbsent(delta.posted(), day -> withPlain())
                .computeIfAbsent(narratives.getOrDefault(delta.event(), ""), text -> Lists.mutable.empty())
                .add(delta));
        days.forEach((day, told) -> {
            MutableList<String> seen = Lists.mutable.empty();
            told.forEach((narrative, own) -> {
                String name = sequence + "/" + day + (seen.isEmpty() ? "" : "/" + seen.size());
                tell(name, day, narrative, own, actor);
                seen.add(narrative);
            });
        });
    }

    private static Map<String, MutableList<StockDelta>> withPlain() {
        Map<String, MutableList<StockDelta>> groups = new LinkedHashMap<>();
        groups.put("", Lists.mutable.empty());
        return groups;
    }

    /** What an event of the books has one amount for. */
    private record Line(StockRole role, String category) implements Comparable<Line> {
        RoleAmount amount(long minor, CurrencyUnit currency) {
            long signed = role.isDebit() ? minor : Math.negateExact(minor);
            return RoleAmount.of(role.text(), Amounts.ofMinor(signed, currency)).qualified(category);
        }

        @Override
        public int compareTo(Line other) {
            int byRole = role.compareTo(other.role);
            return byRole != 0 ? byRole : category.compareTo(other.category);
        }
    }

    private void tell(String name, LocalDate day, String narrative, MutableList<StockDelta> deltas, Actor actor) {
        SortedMap<Line, Long> sums = new TreeMap<>();
        deltas.forEach(delta -> sums.merge(new Line(delta.role(), delta.category()), delta.minor(), Math::addExact));
        sums.values().removeIf(minor -> minor == 0);
        if (sums.isEmpty()) {
            return;
        }
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of("stock/" + name))
                .type(StockService.EVENT)
                .effectiveDate(day)
                .source(SourceDocument.of("erpkit", "stock", name));
        if (!narrative.isEmpty()) {
            event.narrative(narrative);
        }
        sums.forEach((line, minor) -> event.add(line.amount(minor, currency)));
        events.record(event.build(), actor).orElseThrow();
    }
}
