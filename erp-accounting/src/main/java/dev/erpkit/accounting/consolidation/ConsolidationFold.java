package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** The steps of one consolidation: check, translate, eliminate, add up. */
final class ConsolidationFold {
    private final GroupScope scope;
    private final ConsolidationFacts facts;

    ConsolidationFold(GroupScope scope, ConsolidationFacts facts) {
        this.scope = scope;
        this.facts = facts;
    }

    Outcome<Consolidation> outcome() {
        try {
            check();
            return Outcome.accepted(figures());
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    private void check() {
        ImmutableList<MemberId> bringing = facts.books().collect(MemberBooks::member);
        MutableList<MemberId> named = Lists.mutable.ofAll(bringing);
        facts.intercompany().forEach(f -> named.withAll(Lists.immutable.of(f.member(), f.counterparty())));
        facts.acquisitions().forEach(a -> named.withAll(Lists.immutable.of(a.holder(), a.held())));
        facts.stockProfits().forEach(p -> named.add(p.seller()));
        named.detectOptional(id -> scope.group.find(id).isEmpty()).ifPresent(id -> refuse(Group.unknown(id)));
        bringing.toBag()
                .selectDuplicates()
                .toSortedList()
                .getFirstOptional()
                .ifPresent(id -> refuse(Refusal.of(
                                ConsolidationRefusals.DUPLICATE_MEMBER,
                                "Member " + id + " brings its books twice; give them once")
                        .with("member", id)));
        facts.before()
                .filter(b -> !b.period().endExclusive().equals(scope.period.startInclusive()))
                .ifPresent(b -> refuse(Refusal.of(
                                ConsolidationRefusals.NOT_NEXT,
                                "The frozen period " + b.period() + " does not end where " + scope.period
                                        + " begins; take periods in their order")
                        .with("frozen", b.period())
                        .with("period", scope.period)));
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    private Consolidation figures() {
        ImmutableList<TranslatedMember> all = scope.group
                .members()
                .select(m -> scope.group.effectiveShare(m.id(), scope.through()).signum() > 0)
                .collect(this::translated);
        ImmutableList<TranslatedMember> summed = all.select(this::isSummed);
        Intercompany intercompany = new Intercompany(scope, summed, facts.books()).eliminate(facts.intercompany());
        CapitalEntries capital = new CapitalEntries(scope, facts.acquisitions());
        summed.reject(this::isParent).forEach(m -> capital.add(m));
        facts.stockProfits().forEach(profit -> capital.add(profit));
        all.reject(this::isSummed).forEach(capital::equityMethod);
        ImmutableList<GroupEntry> entries =
                intercompany.entries().newWithAll(capital.entries()).newWithAll(facts.adjustments());
        return new Consolidation(
                scope.period,
                scope.policy.currency(),
                all,
                entries,
                intercompany.differences(),
                all.reject(this::isParent)
                        .collect(m -> m.member().id())
                        .reject(id ->
                                facts.acquisitions().anySatisfy(a -> a.held().equals(id))),
                rows(summed, entries),
                all.collect(this::frozen));
    }

    private boolean isParent(TranslatedMember member) {
        return member.member().id().equals(scope.group.parent());
    }

    private boolean isSummed(TranslatedMember member) {
        return isParent(member) || member.member().method() != ConsolidationMethod.EQUITY;
    }

    private TranslatedMember translated(GroupMember member) {
        MemberBooks books = facts.books()
                .detectOptional(b -> b.member().equals(member.id()))
                .orElseThrow(() -> new RefusedException(Refusal.of(
                                ConsolidationRefusals.BOOKS_MISSING,
                                "The group has a share in " + member.id() + " on " + scope.through()
                                        + ", but its books are not there; give them too")
                        .with("member", member.id())));
        boolean part = member.method() == ConsolidationMethod.PROPORTIONAL
                && !member.id().equals(scope.group.parent());
        Rational share = part ? scope.group.effectiveShare(member.id(), scope.through()) : Rational.ONE;
        Optional<FrozenMember> before = facts.before()
                .flatMap(b -> b.members().detectOptional(m -> m.member().equals(member.id())));
        return Translation.of(scope, member, share, books, before);
    }

    private ImmutableList<GroupRow> rows(ImmutableList<TranslatedMember> summed, ImmutableList<GroupEntry> entries) {
        MutableMap<AccountId, MutableList<MemberCell>> cells = Maps.mutable.empty();
        MutableMap<AccountId, MutableList<GroupRow.Elimination>> lines = Maps.mutable.empty();
        for (TranslatedMember member : summed) {
            for (MemberCell cell : member.cells()) {
                cells.getIfAbsentPut(cell.groupAccount(), Lists.mutable::empty).add(cell);
            }
        }
        for (GroupEntry entry : entries) {
            for (GroupLine line : entry.lines()) {
                scope.known(line.account());
                lines.getIfAbsentPut(line.account(), Lists.mutable::empty)
                        .add(new GroupRow.Elimination(entry.id(), entry.kind(), line));
            }
        }
        return cells.keysView()
                .toSortedSet()
                .withAll(lines.keysView())
                .toList()
                .collect(account -> row(
                        account,
                        cells.getIfAbsentValue(account, Lists.mutable.empty()).toImmutable(),
                        lines.getIfAbsentValue(account, Lists.mutable.empty()).toImmutable()))
                .toImmutable();
    }

    private static GroupRow row(
            AccountId account, ImmutableList<MemberCell> members, ImmutableList<GroupRow.Elimination> eliminations) {
        long sum = Minors.sum(members, MemberCell::minor);
        for (GroupRow.Elimination each : eliminations) {
            sum = Math.addExact(sum, each.line().minor());
        }
        return new GroupRow(account, members, eliminations, sum);
    }

    /** Equity at historical rates, the result with retained earnings, where the close will carry it. */
    private FrozenMember frozen(TranslatedMember member) {
        MutableSortedMap<AccountId, FrozenMember.Balance> balances = SortedMaps.mutable.empty();
        int books = 0;
        for (MemberCell cell : member.cells()) {
            if (cell.kind() != MemberCell.Kind.BOOKS) {
                continue;
            }
            books++;
            AccountId account = cell.groupAccount();
            AccountClass kind = scope.classOf(account);
            if (!kind.balanceSheet()) {
                add(balances, scope.account(GroupRole.RETAINED_EARNINGS), cell);
            } else if (kind == AccountClass.EQUITY && scope.rateType(account).equals(RateType.HISTORICAL)) {
                add(balances, account, cell);
            }
        }
        return new FrozenMember(
                member.member().id(),
                member.closingRate(),
                Math.addExact(member.differenceMinor(), member.roundingMinor()),
                books,
                Lists.immutable.ofAll(balances.values()));
    }

    private static void add(
            MutableSortedMap<AccountId, FrozenMember.Balance> balances, AccountId account, MemberCell cell) {
        FrozenMember.Balance so = balances.getIfAbsentValue(account, new FrozenMember.Balance(account, 0, 0));
        balances.put(
                account,
                new FrozenMember.Balance(
                        account,
                        Math.addExact(so.localMinor(), cell.localMinor()),
                        Math.addExact(so.groupMinor(), cell.minor())));
    }
}
