package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.consolidation.IntercompanyDifference.Relation;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Takes out what members have with each other, pair by pair, and reports what does not match. */
final class Intercompany {
    private record PairKey(String pair, MemberId first, MemberId second, Relation relation)
            implements Comparable<PairKey> {
        private static final Comparator<PairKey> ORDER = Comparator.comparing(PairKey::pair)
                .thenComparing(PairKey::first)
                .thenComparing(PairKey::second)
                .thenComparing(PairKey::relation);

        @Override
        public int compareTo(PairKey other) {
            return ORDER.compare(this, other);
        }

        String id() {
            return "intercompany:" + pair + ":" + first + ":" + second + ":"
                    + relation.name().toLowerCase(Locale.ROOT);
        }
    }

    private final GroupScope scope;
    private final ImmutableList<TranslatedMember> summed;
    private final ImmutableList<MemberBooks> books;
    private final MutableList<GroupEntry> entries = Lists.mutable.empty();
    private final MutableList<IntercompanyDifference> differences = Lists.mutable.empty();

    Intercompany(GroupScope scope, ImmutableList<TranslatedMember> summed, ImmutableList<MemberBooks> books) {
        this.scope = scope;
        this.summed = summed;
        this.books = books;
    }

    ImmutableList<GroupEntry> entries() {
        return entries.toImmutable();
    }

    ImmutableList<IntercompanyDifference> differences() {
        return differences.toImmutable();
    }

    Intercompany eliminate(ImmutableList<IntercompanyFact> facts) {
        MutableSortedMap<PairKey, MutableList<IntercompanyFact>> pairs = SortedMaps.mutable.empty();
        for (IntercompanyFact fact : facts) {
            if (share(fact.member()).isPresent() && share(fact.counterparty()).isPresent()) {
                pairs.getIfAbsentPut(key(fact), Lists.mutable::empty).add(fact);
            }
        }
        pairs.forEachKeyValue((key, of) -> eliminate(key, of.toImmutable()));
        return this;
    }

    private PairKey key(IntercompanyFact fact) {
        boolean first = fact.member().compareTo(fact.counterparty()) < 0;
        Relation relation = switch (scope.classOf(target(fact))) {
            case ASSET, LIABILITY -> Relation.BALANCE;
            case INCOME, EXPENSE, EQUITY -> Relation.RESULT;
        };
        return new PairKey(
                fact.pair(),
                first ? fact.member() : fact.counterparty(),
                first ? fact.counterparty() : fact.member(),
                relation);
    }

    private void eliminate(PairKey key, ImmutableList<IntercompanyFact> facts) {
        PairSide first = side(key.first(), key, facts);
        PairSide second = side(key.second(), key, facts);
        long a = first.total();
        long b = second.total();
        if (Math.addExact(a, b) != 0) {
            differences.add(new IntercompanyDifference(
                    key.pair(), key.first(), key.second(), key.relation(), a, b, first.cause(second, facts)));
        }
        boolean whole = scope.policy.elimination() == EliminationPolicy.EACH_SIDE;
        long matched = Long.signum(a) * Long.signum(b) < 0 ? Math.min(Math.abs(a), Math.abs(b)) : 0;
        MutableList<GroupLine> lines = Lists.mutable.empty();
        lines.addAllIterable(first.takeOut(whole ? Math.abs(a) : matched));
        lines.addAllIterable(second.takeOut(whole ? Math.abs(b) : matched));
        if (whole && Math.addExact(a, b) != 0) {
            lines.add(new GroupLine(
                    scope.account(GroupRole.ELIMINATION_DIFFERENCE), Optional.empty(), Math.addExact(a, b)));
        }
        if (lines.notEmpty()) {
            entries.add(new GroupEntry(key.id(), GroupEntry.Kind.INTERCOMPANY, lines.toImmutable()));
        }
    }

    /** What one member has of the pair by account of the group, translated as its ledger is. */
    private PairSide side(MemberId member, PairKey key, ImmutableList<IntercompanyFact> facts) {
        ImmutableList<IntercompanyFact> own = facts.select(f -> f.member().equals(member) && counts(f, key));
        MemberId other = member.equals(key.first()) ? key.second() : key.first();
        MutableSortedMap<AccountId, Rational> exact = SortedMaps.mutable.empty();
        for (IntercompanyFact fact : own) {
            AccountId target = target(fact);
            GroupMember of = scope.group.find(member).orElseThrow();
            RateType type = scope.rateType(target);
            Rational minor = Rational.of(fact.baseMinor())
                    .multiply(scope.rate(of, type, fact.day()).perMinor())
                    .multiply(share(member).orElseThrow())
                    .multiply(share(other).orElseThrow());
            exact.merge(target, minor, Rational::add);
        }
        MutableSortedMap<AccountId, Long> rounded = SortedMaps.mutable.empty();
        exact.forEachKeyValue((account, minor) -> rounded.put(account, scope.round(minor)));
        return new PairSide(member, scope.through(), own, rounded.toImmutable());
    }

    /** Balances are of all days to the end, results of the period. */
    private boolean counts(IntercompanyFact fact, PairKey key) {
        return !fact.day().isAfter(scope.through())
                && (key.relation() == Relation.BALANCE || scope.period.contains(fact.day()));
    }

    private AccountId target(IntercompanyFact fact) {
        return books.detectOptional(b -> b.member().equals(fact.member()))
                .flatMap(b -> b.mapping().find(fact.account(), scope.chart))
                .orElseThrow(() -> new RefusedException(GroupScope.unmapped(fact.member() + "/" + fact.account())));
    }

    /** How much of a member is in the sum; nothing when it is not summed. */
    private Optional<Rational> share(MemberId member) {
        return summed.detectOptional(t -> t.member().id().equals(member)).map(TranslatedMember::share);
    }
}
