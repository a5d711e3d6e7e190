package dev.erpkit.crm.sales.price;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The price lists of a seller. Of all that hold, a list for the party itself goes before one for a group of customers, and
 * that before one for everybody; in the list, the highest quantity from which a price holds, then the price whose days began
 * last; between lists of one kind, the list whose days began last, then the name.
 *
 * @param lists the lists
 */
public record PriceLists(ImmutableList<PriceList> lists) {
    private static final RefusalCode NO_PRICE = RefusalCode.of("sales.no-price");

    private record Candidate(PriceList list, int scope, PriceEntry entry) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::scope)
                .thenComparing(c -> c.list().validity().startInclusive(), Comparator.reverseOrder())
                .thenComparing(c -> c.list().id())
                .thenComparing(c -> c.entry().from(), Comparator.reverseOrder())
                .thenComparing(c -> c.entry().validity().startInclusive(), Comparator.reverseOrder());
    }

    /** The price that holds; refused with {@code sales.no-price} when none does. */
    public Outcome<PriceAnswer> price(PriceQuestion question) {
        Optional<Candidate> best = lists.flatCollect(list -> candidates(list, question))
                .toSortedList(Candidate.BEST_FIRST)
                .getFirstOptional();
        return best.map(found ->
                        Outcome.accepted(new PriceAnswer(found.list().id(), found.entry(), scopeName(found.scope()))))
                .orElseGet(() -> Outcome.refused(noPrice(question)));
    }

    private static ImmutableList<Candidate> candidates(PriceList list, PriceQuestion question) {
        int scope = scope(list, question);
        return list.entries()
                .select(entry -> scope > 0
                        && entry.item().equals(question.item())
                        && entry.validity().contains(question.day())
                        && entry.from().compareTo(question.quantity()) <= 0)
                .collect(entry -> new Candidate(list, scope, entry));
    }

    /** 1 for the party, 2 for its groups, 3 for everybody, 0 when the list does not hold. */
    private static int scope(PriceList list, PriceQuestion question) {
        if (!list.currency().equals(question.currency()) || !list.validity().contains(question.day())) {
            return 0;
        }
        if (list.party().isPresent()) {
            return list.party().get().equals(question.party()) ? 1 : 0;
        }
        if (list.groups().isEmpty()) {
            return 3;
        }
        return list.groups().anySatisfy(question.groups()::contains) ? 2 : 0;
    }

    private static String scopeName(int scope) {
        return scope == 1 ? "party" : scope == 2 ? "group" : "everybody";
    }

    private static Refusal noPrice(PriceQuestion question) {
        return Refusal.of(
                        NO_PRICE,
                        "There is no price of " + question.item() + " for " + question.quantity() + " in "
                                + question.currency().getCurrencyCode() + " on " + question.day()
                                + "; add it to a price list or state the price")
                .with("item", question.item())
                .with("quantity", question.quantity())
                .with("currency", question.currency().getCurrencyCode())
                .with("date", question.day());
    }
}
