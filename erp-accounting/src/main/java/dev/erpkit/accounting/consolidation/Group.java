package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;

/** The companies of a group and who holds what of whom on which day. Immutable. */
public final class Group {
    private final MemberId parent;
    private final ImmutableList<GroupMember> members;
    private final ImmutableList<Holding> holdings;
    private final ImmutableListMultimap<MemberId, Holding> byHeld;

    private Group(MemberId parent, ImmutableList<GroupMember> members, ImmutableList<Holding> holdings) {
        this.parent = parent;
        this.members = members;
        this.holdings = holdings;
        this.byHeld = holdings.groupBy(Holding::held);
    }

    /**
     * A group.
     *
     * @param parent the company on top
     * @param members all companies, the parent too
     * @param holdings facts in any order; of two about one pair from one day the later in the list counts
     * @return the group, or {@code consolidation.duplicate-member}, {@code consolidation.unknown-member}, {@code
     *     consolidation.share} when a share is below 0, or the shares in one company are above 1 together on some day, or
     *     {@code consolidation.circular} when on some day a company holds itself through others
     */
    public static Outcome<Group> of(
            MemberId parent, ImmutableList<GroupMember> members, ImmutableList<Holding> holdings) {
        Group group = new Group(parent, members.toSortedListBy(GroupMember::id).toImmutable(), holdings);
        return group.refusal().<Outcome<Group>>map(Outcome::refused).orElseGet(() -> Outcome.accepted(group));
    }

    /** The company on top. */
    public MemberId parent() {
        return parent;
    }

    /** All companies by id. */
    public ImmutableList<GroupMember> members() {
        return members;
    }

    /** The member of this name. */
    public Optional<GroupMember> find(MemberId id) {
        return members.detectOptional(m -> m.id().equals(id));
    }

    /** What one member holds of another at the end of a day, 0 when nothing. */
    public Rational directShare(MemberId holder, MemberId held, LocalDate day) {
        Holding latest = null;
        for (Holding holding : byHeld.get(held)) {
            boolean counts = holding.holder().equals(holder) && !holding.from().isAfter(day);
            if (counts && (latest == null || !holding.from().isBefore(latest.from()))) {
                latest = holding;
            }
        }
        return latest == null ? Rational.ZERO : latest.share();
    }

    private ImmutableList<MemberId> holders(MemberId held) {
        return byHeld.get(held).collect(Holding::holder).distinct();
    }

    /** What all members together hold of one directly at the end of a day; 1 for the parent. */
    public Rational heldDirectly(MemberId member, LocalDate day) {
        if (member.equals(parent)) {
            return Rational.ONE;
        }
        return holders(member).injectInto(Rational.ZERO, (sum, holder) -> sum.add(directShare(holder, member, day)));
    }

    /**
     * The share of the parent in a member at the end of a day, through all that it holds: 80 % of a company that holds 60 %
     * of another are 48 % of that one. 1 for the parent itself.
     */
    public Rational effectiveShare(MemberId member, LocalDate day) {
        if (member.equals(parent)) {
            return Rational.ONE;
        }
        Rational share = Rational.ZERO;
        for (MemberId holder : holders(member)) {
            Rational direct = directShare(holder, member, day);
            if (!direct.isZero()) {
                share = share.add(direct.multiply(effectiveShare(holder, day)));
            }
        }
        return share;
    }

    private Optional<Refusal> refusal() {
        return duplicate()
                .or(this::unknown)
                .or(() -> holdings.collect(Holding::from)
                        .distinct()
                        .toSortedList()
                        .collect(day -> share(day).or(() -> circular(day)))
                        .detectOptional(Optional::isPresent)
                        .flatMap(found -> found));
    }

    private Optional<Refusal> duplicate() {
        return members.collect(GroupMember::id)
                .toBag()
                .selectDuplicates()
                .toSortedList()
                .getFirstOptional()
                .map(id -> Refusal.of(
                                ConsolidationRefusals.DUPLICATE_MEMBER,
                                "Member " + id + " is there twice; name each company once")
                        .with("member", id));
    }

    private Optional<Refusal> unknown() {
        MutableList<MemberId> named = Lists.mutable.of(parent);
        holdings.forEach(h -> named.withAll(Lists.immutable.of(h.holder(), h.held())));
        return named.detectOptional(id -> find(id).isEmpty()).map(Group::unknown);
    }

    static Refusal unknown(MemberId id) {
        return Refusal.of(
                        ConsolidationRefusals.UNKNOWN_MEMBER,
                        "Company " + id + " is no member of the group; add it to the members first")
                .with("member", id);
    }

    private Optional<Refusal> share(LocalDate day) {
        Optional<Holding> negative =
                holdings.detectOptional(h -> h.share().signum() < 0 && h.from().equals(day));
        if (negative.isPresent()) {
            return Optional.of(share(negative.get().held(), negative.get().share(), day));
        }
        return members.collect(GroupMember::id)
                .reject(parent::equals)
                .detectOptional(id -> heldDirectly(id, day).compareTo(Rational.ONE) > 0)
                .map(id -> share(id, heldDirectly(id, day), day));
    }

    private static Refusal share(MemberId member, Rational share, LocalDate day) {
        return Refusal.of(
                        ConsolidationRefusals.SHARE,
                        "The group would hold " + share + " of " + member + " on " + day
                                + "; shares must be 0 to 1, and at most 1 together")
                .with("member", member)
                .with("share", share)
                .with("day", day);
    }

    /** Who holds the parent is in a circle too, since the parent is on top of all. */
    private Optional<Refusal> circular(LocalDate day) {
        return members.collect(GroupMember::id)
                .detectOptional(id -> holds(id, id, day, members.size()))
                .map(id -> Refusal.of(
                                ConsolidationRefusals.CIRCULAR,
                                "Company " + id + " holds itself through others on " + day
                                        + "; treat the cross-holding as treasury shares and leave it out of the holdings")
                        .with("member", id)
                        .with("day", day));
    }

    private boolean holds(MemberId holder, MemberId sought, LocalDate day, int steps) {
        return steps > 0
                && members.anySatisfy(
                        held -> !directShare(holder, held.id(), day).isZero()
                                && (held.id().equals(sought) || holds(held.id(), sought, day, steps - 1)));
    }
}
