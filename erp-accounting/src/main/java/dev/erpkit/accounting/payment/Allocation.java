package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchTerm;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Which open items of its party a payment settles. */
public sealed interface Allocation {
    /** The oldest first, by the day they are due and then in the order of recording, as far as the payment goes. */
    record OldestFirst() implements Allocation {}

    /**
     * These items, each by an amount or as far as the payment goes.
     *
     * @param terms the items, each once
     * @param allowances what is given up of them besides, such as a cash discount; it counts into the amount of its item
     */
    record Given(ImmutableList<MatchTerm> terms, ImmutableList<Allowance> allowances) implements Allocation {
        /** Checks that there is an item: {@code payment.no-item}. */
        public Given {
            if (terms.isEmpty()) {
                throw new InvalidValueException("Allocation", "terms", "payment.no-item", "must name an item");
            }
        }

        /** One more item, exactly this much of it. */
        public Given and(ItemId item, MonetaryAmount amount) {
            return new Given(terms.newWith(new MatchTerm(item, Optional.of(amount))), allowances);
        }

        /** One more item, as far as the payment goes. */
        public Given and(ItemId item) {
            return new Given(terms.newWith(new MatchTerm(item, Optional.empty())), allowances);
        }

        /** The same with an allowance. */
        public Given allow(Allowance allowance) {
            return new Given(terms, allowances.newWith(allowance));
        }
    }

    /**
     * The items of these documents, oldest first.
     *
     * @param documents the numbers by which people know them
     */
    record ByReference(ImmutableList<String> documents) implements Allocation {
        /** Checks that there is a document: {@code payment.no-item}. */
        public ByReference {
            if (documents.isEmpty()) {
                throw new InvalidValueException("Allocation", "documents", "payment.no-item", "must name a document");
            }
        }
    }

    /** Nothing yet: all of it is an advance, to be applied later. */
    record OnAccount() implements Allocation {}

    /** The oldest first. */
    static Allocation oldestFirst() {
        return new OldestFirst();
    }

    /** One item, as far as the payment goes; more may follow. */
    static Given to(ItemId item) {
        return new Given(Lists.immutable.of(new MatchTerm(item, Optional.empty())), Lists.immutable.empty());
    }

    /** One item, exactly this much of it; more may follow. */
    static Given to(ItemId item, MonetaryAmount amount) {
        return new Given(Lists.immutable.of(new MatchTerm(item, Optional.of(amount))), Lists.immutable.empty());
    }

    /** The items of these documents. */
    static Allocation byReference(String... documents) {
        return new ByReference(Lists.immutable.of(documents));
    }

    /** Nothing yet. */
    static Allocation onAccount() {
        return new OnAccount();
    }

    /** The choice as one stable text, for fingerprints. */
    default String text() {
        if (this instanceof Given given) {
            return "given "
                    + given.terms()
                            .collect(t -> t.item() + " "
                                    + t.amount().map(Amounts::canonical).orElse("open"))
                            .makeString(",")
                    + given.allowances()
                            .collect(a -> " allow " + a.of() + " " + Amounts.canonical(a.amount()) + " " + a.account()
                                    + " " + a.dimensions())
                            .makeString("");
        }
        if (this instanceof ByReference by) {
            return "by-reference " + by.documents().makeString("\u0000");
        }
        return this instanceof OldestFirst ? "oldest-first" : "on-account";
    }
}
