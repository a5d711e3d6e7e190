package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Translates the books of one member, after IAS 21.39 to 21.41 and 外貨建取引等会計処理基準 三. */
final class Translation {
    private record Key(Optional<AccountId> account, AccountId groupAccount) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::groupAccount)
                .thenComparing(k -> k.account.map(AccountId::value).orElse(""));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final GroupScope scope;
    private final GroupMember member;
    private final Rational share;
    private final MemberBooks books;
    private final Optional<FrozenMember> before;
    private final MutableMap<Key, MutableList<CellPart>> parts = Maps.mutable.empty();
    private final MutableMap<AccountId, Long> opening = Maps.mutable.empty();
    private Rational onOpening = Rational.ZERO;
    private Rational onMovements = Rational.ZERO;
    private Rational onResult = Rational.ZERO;
    private Rational onOtherRates = Rational.ZERO;

    private Translation(
            GroupScope scope, GroupMember member, Rational share, MemberBooks books, Optional<FrozenMember> before) {
        this.scope = scope;
        this.member = member;
        this.share = share;
        this.books = books;
        this.before = before;
    }

    static TranslatedMember of(
            GroupScope scope, GroupMember member, Rational share, MemberBooks books, Optional<FrozenMember> before) {
        return new Translation(scope, member, share, books, before).translated();
    }

    private TranslatedMember translated() {
        checkBalance();
        checkMapping();
        books.amounts().forEach(this::add);
        before.ifPresent(this::carry);
        MutableList<MemberCell> cells = parts.keyValuesView()
                .toSortedListBy(p -> p.getOne())
                .collect(p -> cell(p.getOne(), p.getTwo().toImmutable()));
        Rational actual = cells.injectInto(Rational.ZERO, (sum, cell) -> sum.subtract(cell.exact()));
        difference(cells, actual);
        Rational closing = closing().rate();
        return new TranslatedMember(member, share, cells.toImmutable(), closing, proof(actual));
    }

    private void checkBalance() {
        long sum = Minors.sum(books.amounts(), DatedAmount::minor);
        if (sum != 0) {
            throw new RefusedException(Refusal.of(
                            ConsolidationRefusals.UNBALANCED,
                            "The balances of member " + member.id() + " leave over " + sum
                                    + " minor units; give assets, liabilities, equity, income and expense in full")
                    .with("member", member.id())
                    .with("unbalanced", sum));
        }
    }

    private void checkMapping() {
        ImmutableList<String> missing = books.amounts()
                .collect(DatedAmount::account)
                .distinct()
                .select(account -> books.mapping().find(account, scope.chart).isEmpty())
                .toSortedList()
                .collect(account -> member.id() + "/" + account)
                .toImmutable();
        if (missing.notEmpty()) {
            throw new RefusedException(GroupScope.unmapped(missing.makeString()).with("member", member.id()));
        }
    }

    private void add(DatedAmount amount) {
        AccountId target = books.mapping().find(amount.account(), scope.chart).orElseThrow();
        boolean earlier = amount.day().isBefore(scope.period.startInclusive());
        boolean result = !scope.classOf(target).balanceSheet();
        // what earlier years earned is equity, whether a close carried it there or not
        AccountId home = earlier && result ? scope.account(GroupRole.RETAINED_EARNINGS) : target;
        RateType type = scope.rateType(home);
        if (earlier && before.isPresent() && type.equals(RateType.HISTORICAL)) {
            opening.merge(home, amount.minor(), Math::addExact);
            return;
        }
        ExchangeRate rate = scope.rate(member, type, amount.day());
        Rational exact = scaled(amount.minor(), rate.rate());
        parts.getIfAbsentPut(new Key(Optional.of(amount.account()), home), Lists.mutable::empty)
                .add(new CellPart(amount.day(), amount.minor(), Optional.of(rate), exact));
        explain(amount, home, rate.rate());
    }

    /** The roll-forward: each amount of equity and result by how far its rate is from the closing rate. */
    private void explain(DatedAmount amount, AccountId home, Rational rate) {
        Rational apart = scaled(amount.minor(), closing().rate().subtract(rate));
        switch (scope.classOf(home)) {
            case EQUITY -> onMovements = onMovements.add(apart);
            case INCOME, EXPENSE -> onResult = onResult.add(apart);
            case ASSET, LIABILITY -> onOtherRates = onOtherRates.add(apart);
        }
    }

    /** Takes the opening equity from the frozen period; what changed since is refused, not translated at some rate. */
    private void carry(FrozenMember frozen) {
        LocalDate day = scope.period.startInclusive().minusDays(1);
        frozen.balances().forEach(b -> opening.getIfAbsentPut(b.account(), 0L));
        opening.forEachKeyValue((account, local) -> {
            FrozenMember.Balance known = frozen.balances()
                    .detectOptional(b -> b.account().equals(account))
                    .orElse(new FrozenMember.Balance(account, 0, 0));
            if (known.localMinor() != local) {
                throw new RefusedException(Refusal.of(
                                ConsolidationRefusals.OPENING_DIFFERS,
                                "Account " + account + " of member " + member.id() + " has " + local
                                        + " minor units before the period, but the period before was frozen with "
                                        + known.localMinor() + "; date the change in an open period")
                        .with("member", member.id())
                        .with("account", account)
                        .with("frozen", known.localMinor())
                        .with("found", local));
            }
            parts.getIfAbsentPut(new Key(Optional.empty(), account), Lists.mutable::empty)
                    .add(new CellPart(day, local, Optional.empty(), Rational.of(known.groupMinor())));
            onOpening = onOpening.add(scaled(local, closing().rate().subtract(frozen.closingRate())));
        });
    }

    private MemberCell cell(Key key, ImmutableList<CellPart> of) {
        Rational exact = of.injectInto(Rational.ZERO, (sum, part) -> sum.add(part.exact()));
        return new MemberCell(
                member.id(), key.account(), key.groupAccount(), MemberCell.Kind.BOOKS, of, exact, scope.round(exact));
    }

    private void difference(MutableList<MemberCell> cells, Rational actual) {
        long rest = Math.negateExact(Minors.sum(cells, MemberCell::minor));
        long difference = scope.round(actual);
        long rounding = Math.subtractExact(rest, difference);
        if (difference != 0) {
            cells.add(left(GroupRole.TRANSLATION_DIFFERENCE, MemberCell.Kind.DIFFERENCE, actual, difference));
        }
        if (rounding != 0) {
            Rational exact = Rational.of(rest).subtract(actual);
            cells.add(left(GroupRole.ROUNDING, MemberCell.Kind.ROUNDING, exact, rounding));
        }
    }

    private MemberCell left(GroupRole role, MemberCell.Kind kind, Rational exact, long minor) {
        return new MemberCell(
                member.id(), Optional.empty(), scope.account(role), kind, Lists.immutable.empty(), exact, minor);
    }

    private TranslationProof proof(Rational actual) {
        return new TranslationProof(
                before.map(FrozenMember::differenceMinor).orElse(0L),
                onOpening,
                onMovements,
                onResult,
                onOtherRates,
                actual,
                before.map(FrozenMember::cells).orElse(0));
    }

    private ExchangeRate closing() {
        return scope.rate(member, RateType.CLOSING, scope.through());
    }

    private Rational scaled(long minor, Rational rate) {
        return scope.translate(member, minor, rate).multiply(share);
    }
}
