package dev.erpkit.accounting.openitem;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/** Which items may match at all, whatever their amounts. */
final class MatchRules {
    private MatchRules() {}

    static Optional<Refusal> check(MatchRequest request, ImmutableList<OpenItem> items, MatchingPolicy policy) {
        if (differ(items, OpenItem::book)) {
            return refusal(MatchRefusals.BOOK_DIFFERS, "The items stand in different books; match within one book");
        }
        if (policy.reach() != MatchReach.ANY_KIND && differ(items, OpenItem::control)) {
            return refusal(
                    MatchRefusals.KIND,
                    "The items stand on control accounts of different kinds; a policy that reaches any kind sets them off");
        }
        if (policy.reach() == MatchReach.ONE_ACCOUNT && differ(items, OpenItem::account)) {
            return refusal(
                    MatchRefusals.ACCOUNT_DIFFERS,
                    "The items stand on different accounts; a policy that reaches one kind transfers between them");
        }
        if (!policy.acrossParties() && differ(items, OpenItem::party)) {
            return refusal(
                    MatchRefusals.PARTY_DIFFERS,
                    "The items concern different parties; a policy across parties transfers between them");
        }
        if (request.allowances().isEmpty() && !differ(items, OpenItem::side)) {
            return refusal(MatchRefusals.SAME_SIDE, "All items stand on the same side; match debits with credits");
        }
        if (policy.crossCurrency() == CrossCurrencyRule.REFUSED && differ(items, OpenItem::currency)) {
            return refusal(
                    MatchRefusals.CURRENCY,
                    "The items are in different currencies; a policy with a rule for that matches them");
        }
        return items.detectOptional(item -> item.date().isAfter(request.date()))
                .map(item -> Refusal.of(
                                MatchRefusals.DATE,
                                "Item " + item.id() + " is of " + item.date() + ", after the match of " + request.date()
                                        + "; match on that day or later")
                        .with("item", item.id())
                        .with("date", item.date()));
    }

    private static boolean differ(ImmutableList<OpenItem> items, Function<OpenItem, Object> what) {
        return items.collect(what::apply).distinct().size() > 1;
    }

    private static Optional<Refusal> refusal(RefusalCode code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
