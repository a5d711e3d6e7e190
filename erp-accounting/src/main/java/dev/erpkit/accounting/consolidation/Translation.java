package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;

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

    /** Where the amounts of an account go, of the period or of one side of its beginning. */
    private record Target(Key key, RateType type, Apart apart, MutableList<CellPart> parts) {
        /** Of what is carried forward and explained by itself. */
        static Target carried(AccountId groupAccount, CellPart part) {
            Key key = new Key(Optional.empty(), groupAccount);
            return new Target(key, RateType.HISTORICAL, new Apart(), Lists.mutable.with(part));
        }
    }

    /** Amounts that are explained together: by how far their rates are from the closing rate. */
    private static final class Apart {
        private long localMinor;
        private final ExactSum translated = new ExactSum();

        void add(long minor, Rational exact) {
            localMinor = Math.addExact(localMinor, minor);
            translated.add(exact);
        }

        Rational fromClosing(Rational closingFactor) {
            return Rational.of(localMinor).multiply(closingFactor).subtract(translated.total());
        }
    }

    private final GroupScope scope;
    private final GroupMember member;
    private final Rational share;
    private final MemberBooks books;
    private final Optional<FrozenMember> before;
    private final PeriodRates rates;
    private final MutableList<Target> targets = Lists.mutable.empty();
    private final MutableMap<AccountId, AccountId> mapped = Maps.mutable.empty();
    private final MutableMap<AccountId, Long> opening = Maps.mutable.empty();
    private final Apart movements = new Apart();
    private final Apart result = new Apart();
    private final Apart others = new Apart();
    private Rational onOpening = Rational.ZERO;

    private Translation(
            GroupScope scope, GroupMember member, Rational share, MemberBooks books, Optional<FrozenMember> before) {
        this.scope = scope;
        this.member = member;
        this.share = share;
        this.books = books;
        this.before = before;
        this.rates = scope.rates(member.currency());
    }

    static TranslatedMember of(
            GroupScope scope, GroupMember member, Rational share, MemberBooks books, Optional<FrozenMember> before) {
        return new Translation(scope, member, share, books, before).translated();
    }

    private TranslatedMember translated() {
        checkBalance();
        mapAccounts();
        add(books.amounts());
        before.ifPresent(this::carry);
        MutableList<MemberCell> cells = cells();
        ExactSum translated = new ExactSum();
        cells.forEach(cell -> translated.add(cell.exact()));
        Rational actual = translated.total().negate();
        difference(cells, actual);
        Rational closing = closing().rate().rate();
        return new TranslatedMember(member, share, cells.toImmutable(), closing, proof(actual));
    }

    /** A cell for each pair of accounts; what goes to one in several runs, such as month by month, is joined in their order. */
    private MutableList<MemberCell> cells() {
        targets.removeIf(target -> target.parts().isEmpty());
        targets.sortThisBy(Target::key);
        MutableList<MemberCell> cells = Lists.mutable.empty();
        for (int i = 0; i < targets.size(); ) {
            Target first = targets.get(i++);
            while (i < targets.size() && targets.get(i).key().compareTo(first.key()) == 0) {
                first.parts().addAll(targets.get(i++).parts());
            }
            cells.add(cell(first.key(), first.parts().toImmutable()));
        }
        return cells;
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

    /** Finds where each account goes; those without a place are refused together. */
    private void mapAccounts() {
        MutableSortedSet<AccountId> missing = SortedSets.mutable.empty();
        AccountId latest = null;
        for (DatedAmount amount : books.amounts()) {
            AccountId account = amount.account();
            if (!account.equals(latest)) {
                latest = account;
                books.mapping()
                        .find(account, scope.chart)
                        .ifPresentOrElse(target -> mapped.put(account, target), () -> missing.add(account));
            }
        }
        if (missing.notEmpty()) {
            String accounts = missing.makeString(member.id() + "/", ", " + member.id() + "/", "");
            throw new RefusedException(GroupScope.unmapped(accounts).with("member", member.id()));
        }
    }

    /** Amounts come by account, so that many in a row go to one place. */
    private void add(ImmutableList<DatedAmount> amounts) {
        AccountId account = null;
        boolean earlier = false;
        Target target = null;
        for (DatedAmount amount : amounts) {
            boolean ahead = amount.day().isBefore(scope.period.startInclusive());
            if (target == null || ahead != earlier || !amount.account().equals(account)) {
                account = amount.account();
                earlier = ahead;
                target = target(account, earlier);
            }
            add(amount, target, earlier);
        }
    }

    private void add(DatedAmount amount, Target target, boolean earlier) {
        if (earlier && before.isPresent() && target.type().equals(RateType.HISTORICAL)) {
            opening.merge(target.key().groupAccount(), amount.minor(), Math::addExact);
            return;
        }
        PeriodRates.Priced priced = rates.of(member, target.type(), amount.day());
        Rational exact = shared(Rational.of(amount.minor()).multiply(priced.perMinor()));
        target.parts().add(new CellPart(amount.day(), amount.minor(), priced.found(), exact));
        target.apart().add(amount.minor(), exact);
    }

    private Rational shared(Rational whole) {
        return share.equals(Rational.ONE) ? whole : whole.multiply(share);
    }

    /** What earlier years earned is equity, whether a close carried it there or not. */
    private Target target(AccountId account, boolean earlier) {
        AccountId own = Objects.requireNonNull(mapped.get(account));
        boolean earned = earlier && !scope.classOf(own).balanceSheet();
        AccountId home = earned ? scope.account(GroupRole.RETAINED_EARNINGS) : own;
        Key key = new Key(Optional.of(account), home);
        Apart apart = switch (scope.classOf(home)) {
            case EQUITY -> movements;
            case INCOME, EXPENSE -> result;
            case ASSET, LIABILITY -> others;
        };
        Target target = new Target(key, scope.rateType(home), apart, Lists.mutable.empty());
        targets.add(target);
        return target;
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
            targets.add(Target.carried(
                    account, new CellPart(day, local, Optional.empty(), Rational.of(known.groupMinor()))));
            Rational moved = closing().rate().rate().subtract(frozen.closingRate());
            onOpening = onOpening.add(shared(rates.translate(local, moved)));
        });
    }

    private MemberCell cell(Key key, ImmutableList<CellPart> of) {
        ExactSum sum = new ExactSum();
        long local = 0;
        for (CellPart part : of) {
            sum.add(part.exact());
            local = Math.addExact(local, part.localMinor());
        }
        Rational exact = sum.total();
        return new MemberCell(
                member.id(),
                key.account(),
                key.groupAccount(),
                MemberCell.Kind.BOOKS,
                of,
                local,
                exact,
                scope.round(exact));
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
                member.id(), Optional.empty(), scope.account(role), kind, Lists.immutable.empty(), 0, exact, minor);
    }

    private TranslationProof proof(Rational actual) {
        Rational closing = shared(closing().perMinor());
        return new TranslationProof(
                before.map(FrozenMember::differenceMinor).orElse(0L),
                onOpening,
                movements.fromClosing(closing),
                result.fromClosing(closing),
                others.fromClosing(closing),
                actual,
                before.map(FrozenMember::cells).orElse(0));
    }

    private PeriodRates.Priced closing() {
        return rates.of(member, RateType.CLOSING, scope.through());
    }
}
