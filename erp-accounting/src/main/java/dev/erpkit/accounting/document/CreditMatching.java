package dev.erpkit.accounting.document;

import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Sets a credit off against what is open of its original, in the unit of work that issues it; what is not open any more stays
 * owed to the party. The match has the id {@code credit:} and the id of the credit.
 *
 * @param service the matching of the same books
 * @param policy its policy
 */
public record CreditMatching(MatchingService service, MatchingPolicy policy) {
    Optional<Refusal> match(
            DocumentId credit,
            ImmutableList<ItemHistory> credited,
            ImmutableList<ItemHistory> original,
            LocalDate day,
            Actor actor) {
        ImmutableList<ItemHistory> open =
                original.select(item -> item.residual().amountMinor() != 0);
        if (open.isEmpty() || credited.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<ItemHistory> items = credited.newWithAll(open);
        LocalDate latest =
                items.collect(item -> item.item().date()).newWith(day).max();
        MatchRequest.Builder request = MatchRequest.builder();
        request.id("credit:" + credit).date(latest);
        items.forEach(item -> request.item(item.item().id()));
        return service.match(request.build(), policy, actor).refusal();
    }
}
