package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.CrossCurrencyRule;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.MatchPlan;
import dev.erpkit.accounting.openitem.MatchReach;
import dev.erpkit.accounting.openitem.MatchRefusals;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchTerm;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Decides what a payment settles: a pure function of its open item, the items of its party, the allocation and the policy.
 * How much of an item goes for how much of the payment, exchange differences and all, is the matching engine's.
 *
 * <p>Worked: 99 received for an invoice of 100 under a write-off limit of 2 settles 99 and writes off 1; under a limit of
 * 0.50 one stays open. 101 received settles 100, and the 1 is written off, kept, paid back or refused by the policy.
 */
public final class Allocating {
    /** A match has at most 2,000 items; what is older than these goes first anyway. */
    private static final int MOST_ITEMS = 1_000;

    private static final Comparator<ItemHistory> OLDEST_FIRST = Comparator.comparing(
                    (ItemHistory h) -> h.item().due())
            .thenComparing(h -> h.item().position())
            .thenComparing(h -> h.item().id());

    private final MatchId id;
    private final LocalDate day;
    private final ItemHistory own;
    private final PaymentPolicy policy;
    private final Function<MatchRequest, Outcome<MatchPlan>> matching;

    /**
     * The decision about one payment.
     *
     * @param id the id of the match to be made
     * @param day its effective date
     * @param own the open item of the payment
     * @param matching the matching engine over the same items: what a request comes to
     */
    public Allocating(
            MatchId id,
            LocalDate day,
            ItemHistory own,
            PaymentPolicy policy,
            Function<MatchRequest, Outcome<MatchPlan>> matching) {
        this.id = id;
        this.day = day;
        this.own = own;
        this.policy = policy;
        this.matching = matching;
    }

    /**
     * What the payment settles of these items.
     *
     * @param items the items of the party, or those that the allocation names
     * @return the plan, or {@code payment.nothing-left}, {@code payment.reference-unknown},
     *     {@code payment.over-allocated}, {@code payment.overpaid}, {@code payment.underpaid}, {@code match.item-unknown},
     *     or what the matching engine refuses
     */
    public Outcome<AllocationPlan> decide(Allocation allocation, ImmutableList<ItemHistory> items) {
        long open = Math.abs(own.residual().amountMinor());
        if (open == 0) {
            return Outcome.refused(Refusal.of(
                            PaymentRefusals.NOTHING_LEFT,
                            "Nothing is left of item " + own.item().id() + "; take another payment")
                    .with("item", own.item().id()));
        }
        if (allocation instanceof Allocation.OnAccount) {
            return Outcome.accepted(planned(Optional.empty(), Optional.empty(), Lists.immutable.empty(), open, 0));
        }
        ImmutableList<Allowance> allowances =
                allocation instanceof Allocation.Given given ? given.allowances() : Lists.immutable.empty();
        return terms(allocation, items, open)
                .then(terms -> within(terms, allowances, open))
                .then(terms -> settle(terms, allowances, items, open));
    }

    private Outcome<ImmutableList<MatchTerm>> terms(
            Allocation allocation, ImmutableList<ItemHistory> items, long open) {
        if (allocation instanceof Allocation.Given given) {
            Optional<MatchTerm> unknown = given.terms()
                    .detectOptional(term -> find(items, term.item()).isEmpty());
            return unknown.isPresent()
                    ? Outcome.refused(Refusal.of(
                                    MatchRefusals.ITEM_UNKNOWN,
                                    "There is no open item " + unknown.get().item() + "; name one of the party's")
                            .with("item", unknown.get().item()))
                    // what was settled meanwhile is no mistake: the payment is then too much
                    : Outcome.accepted(given.terms()
                            .select(term -> term.amount().isPresent()
                                    || find(items, term.item())
                                            .orElseThrow()
                                            .residual()
                                            .open()));
        }
        ImmutableList<ItemHistory> payable = items.select(this::reachable).toImmutableSortedList(OLDEST_FIRST);
        if (allocation instanceof Allocation.ByReference by) {
            Optional<String> unknown =
                    by.documents().detectOptional(document -> items.noneSatisfy(item -> known(item.item(), document)));
            if (unknown.isPresent()) {
                return Outcome.refused(Refusal.of(
                                PaymentRefusals.REFERENCE_UNKNOWN,
                                "The party has no item of document " + unknown.get() + "; correct the reference")
                        .with("document", unknown.get()));
            }
            payable = payable.select(item -> by.documents().anySatisfy(document -> known(item.item(), document)));
        }
        return Outcome.accepted(
                asFarAs(open, payable).collect(h -> new MatchTerm(h.item().id(), Optional.empty())));
    }

    private static Optional<ItemHistory> find(ImmutableList<ItemHistory> items, ItemId id) {
        return items.detectOptional(h -> h.item().id().equals(id));
    }

    private static boolean known(OpenItem item, String document) {
        return item.document().equals(Optional.of(document));
    }

    /** Whether an item is one that the policy may settle with the payment. */
    private boolean reachable(ItemHistory history) {
        OpenItem item = history.item();
        OpenItem mine = own.item();
        MatchReach reach = policy.matching().reach();
        return item.side() != mine.side()
                && item.book().equals(mine.book())
                && (policy.matching().acrossParties() || item.party().equals(mine.party()))
                && (reach == MatchReach.ANY_KIND || item.control() == mine.control())
                && (reach != MatchReach.ONE_ACCOUNT || item.account().equals(mine.account()))
                // what is in transit, or an advance, is settled only by who names it
                && (item.control() != ControlKind.CLEARING || item.account().equals(mine.account()))
                && (policy.matching().crossCurrency() != CrossCurrencyRule.REFUSED
                        || item.currency().equals(mine.currency()))
                && !item.date().isAfter(day)
                && history.residual(day).amountMinor() != 0
                && history.residual().amountMinor() != 0;
    }

    /** The first items that together take the whole payment; how much foreign ones take is not known yet. */
    private ImmutableList<ItemHistory> asFarAs(long open, ImmutableList<ItemHistory> items) {
        MutableList<ItemHistory> taken = Lists.mutable.empty();
        long left = open;
        for (ItemHistory item : items) {
            if (left <= 0 || taken.size() == MOST_ITEMS) {
                break;
            }
            taken.add(item);
            if (item.item().currency().equals(own.item().currency())) {
                left -= Math.abs(item.residual().amountMinor());
            }
        }
        return taken.toImmutable();
    }

    /** Amounts in the payment's currency that are given, less what is allowed of them, do not exceed the payment. */
    private Outcome<ImmutableList<MatchTerm>> within(
            ImmutableList<MatchTerm> terms, ImmutableList<Allowance> allowances, long open) {
        long asked = 0;
        for (MatchTerm term : terms) {
            if (term.amount().isPresent()
                    && term.amount().get().getCurrency().equals(own.item().currency())) {
                asked = Math.addExact(asked, Amounts.minor(term.amount().get()));
                for (Allowance allowance : allowances.select(a -> a.of().equals(term.item()))) {
                    asked = Math.subtractExact(asked, Amounts.minor(allowance.amount()));
                }
            }
        }
        return asked <= open
                ? Outcome.accepted(terms)
                : Outcome.refused(Refusal.of(
                                PaymentRefusals.OVER_ALLOCATED,
                                "The payment has " + open + " minor units left, not " + asked
                                        + "; allocate that much or less")
                        .with("open", open)
                        .with("asked", asked));
    }

    private Outcome<AllocationPlan> settle(
            ImmutableList<MatchTerm> terms,
            ImmutableList<Allowance> allowances,
            ImmutableList<ItemHistory> items,
            long open) {
        if (terms.isEmpty()) {
            return overpaid(open)
                    .then(after -> after.isEmpty()
                            ? Outcome.accepted(rest(Optional.empty(), Optional.empty(), after, open))
                            : matched(terms, after));
        }
        return matching.apply(request(terms, allowances)).then(first -> {
            Outcome<ImmutableList<Allowance>> more = overpaid(
                            open - consumed(first, own.item().id()))
                    .then(over -> underpaid(terms, items, first).map(over::newWithAll));
            return more.then(written -> written.isEmpty()
                    ? Outcome.accepted(rest(Optional.of(request(terms, allowances)), Optional.of(first), written, open))
                    : matched(terms, allowances.newWithAll(written)));
        });
    }

    private Outcome<AllocationPlan> matched(ImmutableList<MatchTerm> terms, ImmutableList<Allowance> allowances) {
        MatchRequest request = request(terms, allowances);
        long open = Math.abs(own.residual().amountMinor());
        return matching.apply(request).map(plan -> rest(Optional.of(request), Optional.of(plan), allowances, open));
    }

    private MatchRequest request(ImmutableList<MatchTerm> terms, ImmutableList<Allowance> allowances) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(day);
        request.item(own.item().id());
        for (MatchTerm term : terms) {
            if (term.amount().isPresent()) {
                request.item(term.item(), term.amount().get());
            } else {
                request.item(term.item());
            }
        }
        allowances.forEach(request::allow);
        return request.build();
    }

    private static long consumed(MatchPlan plan, ItemId item) {
        MatchPart part = plan.parts().detect(p -> p.item().equals(item));
        return part == null ? 0 : Math.abs(part.amountMinor());
    }

    /** What is written off of the payment itself. */
    private Outcome<ImmutableList<Allowance>> overpaid(long left) {
        if (left > 0 && policy.overpayment() == OverpaymentPolicy.REFUSE) {
            return Outcome.refused(Refusal.of(
                            PaymentRefusals.OVERPAID,
                            "The payment exceeds what is open by " + left
                                    + " minor units; allocate it otherwise or take a policy that keeps the rest")
                    .with("left", left));
        }
        return Outcome.accepted(
                left > 0 && policy.overpayment() == OverpaymentPolicy.WRITE_OFF
                        ? writeOff(own, left, Math.abs(own.item().amountMinor()))
                        : Lists.immutable.empty());
    }

    /** What is written off of the items that the payment leaves open in part. */
    private Outcome<ImmutableList<Allowance>> underpaid(
            ImmutableList<MatchTerm> terms, ImmutableList<ItemHistory> items, MatchPlan plan) {
        MutableList<Allowance> written = Lists.mutable.empty();
        for (MatchTerm term : terms.reject(t -> t.amount().isPresent())) {
            ItemHistory item = find(items, term.item()).orElseThrow();
            long taken = consumed(plan, term.item());
            long left = Math.abs(item.residual().amountMinor()) - taken;
            if (left > 0 && policy.underpayment() == UnderpaymentPolicy.REFUSE) {
                return Outcome.refused(Refusal.of(
                                PaymentRefusals.UNDERPAID,
                                "Item " + term.item() + " would keep " + left
                                        + " minor units open; pay in full or take a policy that allows parts")
                        .with("item", term.item())
                        .with("left", left));
            }
            if (left > 0 && taken > 0 && policy.underpayment() == UnderpaymentPolicy.WRITE_OFF) {
                written.addAllIterable(writeOff(item, left, Math.abs(item.item().amountMinor())));
            }
        }
        return Outcome.accepted(written.toImmutable());
    }

    private ImmutableList<Allowance> writeOff(ItemHistory of, long left, long whole) {
        OpenItem item = of.item();
        return policy.writeOff(item.currency())
                .filter(limit -> limit.allows(left, whole))
                .map(limit -> Lists.immutable.of(new Allowance(
                        item.id(), Amounts.ofMinor(left, item.currency()), account(item, limit), Dimensions.none())))
                .orElseGet(Lists.immutable::empty);
    }

    /** A claim given up is a loss, a debt given up a gain. */
    private static AccountId account(OpenItem item, WriteOff limit) {
        return item.amountMinor() > 0 ? limit.loss() : limit.gain();
    }

    private AllocationPlan rest(
            Optional<MatchRequest> request, Optional<MatchPlan> plan, ImmutableList<Allowance> written, long open) {
        long left = open - plan.map(p -> consumed(p, own.item().id())).orElse(0L);
        boolean refund = policy.overpayment() == OverpaymentPolicy.REFUND;
        return planned(request, plan, written, refund ? 0 : left, refund ? left : 0);
    }

    private AllocationPlan planned(
            Optional<MatchRequest> request,
            Optional<MatchPlan> plan,
            ImmutableList<Allowance> written,
            long onAccount,
            long refund) {
        TraceStep step = TraceStep.of(
                        "payment.allocation",
                        Amounts.canonical(Amounts.ofMinor(onAccount, own.item().currency())))
                .with("payment", own.item().id())
                .with("policy", policy.name())
                .with("refund", refund);
        for (Allowance allowance : written) {
            step = step.from(TraceStep.of("payment.write-off", Amounts.canonical(allowance.amount()))
                    .with("item", allowance.of())
                    .with("account", allowance.account()));
        }
        TraceStep whole = plan.map(MatchPlan::trace).map(step::from).orElse(step);
        return new AllocationPlan(request, plan, written, onAccount, refund, whole);
    }
}
