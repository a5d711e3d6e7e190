package dev.erpkit.crm.campaign;

import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trace.TraceStep;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;
import org.eclipse.collections.api.set.SetIterable;

/**
 * Customers for whom all criteria hold: a pure function of what is known of them. The criteria are conditions as data, so that
 * they can be kept, translated for a database and explained.
 *
 * @param <C> a customer
 * @param name the name of the segment
 * @param facts what is known of a customer, a pure function
 * @param criteria all of which must hold; without any, everybody is in
 */
public record Segment<C>(String name, Function<? super C, Facts> facts, ImmutableList<Criterion> criteria) {
    /** Whether a customer is in. */
    public boolean contains(C customer) {
        Facts known = facts.apply(customer);
        for (Criterion criterion : criteria) {
            if (!criterion.condition().holds(known)) {
                return false;
            }
        }
        return true;
    }

    /** The reasons for which a customer is not in; none for a member. */
    public ImmutableList<String> missing(C customer) {
        Facts known = facts.apply(customer);
        return criteria.reject(criterion -> criterion.condition().holds(known)).collect(Criterion::reason);
    }

    /** What comes of each criterion for a customer, with the values that decide. */
    public TraceStep explain(C customer) {
        Facts known = facts.apply(customer);
        TraceStep whole = TraceStep.of("segment " + name, contains(customer) ? "in" : "out");
        return criteria.injectInto(whole, (so, criterion) -> {
            TraceStep step =
                    TraceStep.of(criterion.reason(), criterion.condition().test(known));
            return so.from(step.from(criterion.condition().explain(known)));
        });
    }

    /** The reasons for which a member is in. */
    public ImmutableList<String> reasons() {
        return criteria.collect(Criterion::reason);
    }

    /**
     * What changes when the segment is evaluated anew.
     *
     * @param customers everybody there is, each once
     * @param id whose facts they are
     * @param members who was in so far
     */
    public Change change(Iterable<C> customers, Function<? super C, PartyId> id, SetIterable<PartyId> members) {
        MutableList<Reasoned> entered = Lists.mutable.empty();
        MutableList<Reasoned> left = Lists.mutable.empty();
        MutableSet<PartyId> stayed = Sets.mutable.empty();
        ImmutableList<String> reasons = reasons();
        for (C customer : customers) {
            PartyId party = id.apply(customer);
            boolean member = members.contains(party);
            if (contains(customer)) {
                if (member) {
                    stayed.add(party);
                } else {
                    entered.add(new Reasoned(party, reasons));
                }
            } else if (member) {
                stayed.add(party);
                left.add(new Reasoned(party, missing(customer)));
            }
        }
        if (stayed.size() < members.size()) {
            members.forEach(party -> {
                if (!stayed.contains(party)) {
                    left.add(new Reasoned(party, Lists.immutable.of(Change.GONE)));
                }
            });
        }
        return new Change(
                entered.sortThisBy(Reasoned::party).toImmutable(),
                left.sortThisBy(Reasoned::party).toImmutable());
    }

    /**
     * Somebody and why.
     *
     * @param party who
     * @param reasons why
     */
    public record Reasoned(PartyId party, ImmutableList<String> reasons) {}

    /**
     * Who came and who went, in the order of the parties.
     *
     * @param entered who is in from now on, with the criteria that hold
     * @param left who is in no more, with the criteria that do not hold, or {@value #GONE}
     */
    public record Change(ImmutableList<Reasoned> entered, ImmutableList<Reasoned> left) {
        /** The reason of those of whom nothing is known any more, such as who was merged or erased. */
        public static final String GONE = "not-known-any-more";

        /** Who is in after the change. */
        public MutableSet<PartyId> applyTo(SetIterable<PartyId> members) {
            MutableSet<PartyId> after = Sets.mutable.withAll(members);
            left.forEach(gone -> after.remove(gone.party()));
            entered.forEach(come -> after.add(come.party()));
            return after;
        }
    }
}
