package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * Investments against equity, goodwill, minority interest, profit in stock, and the equity method: IFRS 10 B86 and B94, IFRS
 * 3.32, IAS 21.47, IAS 28.10; 連結財務諸表に関する会計基準 23 to 27, 36 to 38; 持分法に関する会計基準 11.
 */
final class CapitalEntries {
    private final GroupScope scope;
    private final ImmutableList<Acquisition> acquisitions;
    private final MutableList<GroupEntry> entries = Lists.mutable.empty();

    CapitalEntries(GroupScope scope, ImmutableList<Acquisition> acquisitions) {
        this.scope = scope;
        this.acquisitions = acquisitions.reject(a -> a.day().isAfter(scope.through()));
    }

    ImmutableList<GroupEntry> entries() {
        return entries.toImmutable();
    }

    /** What is left of the equity of a summed member after the investment: goodwill, and the part of others. */
    void add(TranslatedMember translated) {
        acquisitions
                .select(a -> a.held().equals(translated.member().id()))
                .forEachWithIndex((acquisition, i) -> investment(translated, acquisition, i + 1));
        if (translated.member().method() == ConsolidationMethod.FULL) {
            minority(translated);
        }
    }

    private void investment(TranslatedMember translated, Acquisition bought, int number) {
        MemberId held = bought.held();
        MutableList<GroupLine> lines = Lists.mutable.empty();
        for (GroupLine equity : bought.equity()) {
            long part = scope.round(Rational.of(equity.minor()).multiply(bought.share()));
            lines.add(GroupLine.of(equity.account(), held, Math.negateExact(part)));
        }
        lines.add(GroupLine.of(bought.investment(), bought.holder(), Math.negateExact(bought.costMinor())));
        long goodwill = Math.negateExact(sum(lines));
        if (bought.minorityFairValue().isPresent()) {
            Rational others = Rational.ONE.subtract(bought.share());
            long ownPart = scope.round(Rational.of(bought.equityMinor()).multiply(others));
            long more = Math.addExact(bought.minorityFairValue().getAsLong(), ownPart);
            lines.add(GroupLine.of(scope.account(GroupRole.MINORITY_EQUITY), held, Math.negateExact(more)));
            goodwill = Math.addExact(goodwill, more);
        }
        if (goodwill > 0) {
            lines.add(GroupLine.of(scope.account(GroupRole.GOODWILL), held, goodwill));
        } else if (goodwill < 0) {
            boolean now = scope.period.contains(bought.day());
            GroupRole role = now ? GroupRole.BARGAIN_GAIN : GroupRole.RETAINED_EARNINGS;
            lines.add(GroupLine.of(scope.account(role), held, goodwill));
        }
        String id = held + ":" + bought.holder() + ":" + number;
        put("investment:" + id, GroupEntry.Kind.INVESTMENT, lines);
        if (goodwill > 0) {
            goodwillAtClosingRate(translated, bought, goodwill, id);
        }
    }

    /** Goodwill is an asset of the foreign company: IAS 21.47. */
    private void goodwillAtClosingRate(TranslatedMember translated, Acquisition bought, long goodwill, String id) {
        if (translated.member().currency().equals(scope.policy.currency())) {
            return;
        }
        Rational then = scope.rate(translated.member(), RateType.HISTORICAL, bought.day())
                .rate()
                .rate();
        Rational now = translated.closingRate();
        long change =
                scope.round(Rational.of(goodwill).multiply(now.divide(then).subtract(Rational.ONE)));
        MemberId held = bought.held();
        put(
                "goodwill:" + id,
                GroupEntry.Kind.GOODWILL_TRANSLATION,
                Lists.mutable.of(
                        GroupLine.of(scope.account(GroupRole.GOODWILL), held, change),
                        GroupLine.of(scope.account(GroupRole.TRANSLATION_DIFFERENCE), held, Math.negateExact(change))));
    }

    /** Others have their direct part of what was bought, and their part through all tiers of what came since. */
    private void minority(TranslatedMember translated) {
        MemberId id = translated.member().id();
        Rational direct = Rational.ONE.subtract(scope.group.heldDirectly(id, scope.through()));
        Rational effective = Rational.ONE.subtract(scope.group.effectiveShare(id, scope.through()));
        if (direct.isZero() && effective.isZero()) {
            return;
        }
        MutableSortedMap<AccountId, Rational> bought = boughtEquity(id);
        MutableSortedMap<AccountId, Long> now = balances(translated, AccountClass.EQUITY);
        bought.keysView().forEach(account -> now.getIfAbsentPut(account, 0L));
        MutableList<GroupLine> lines = Lists.mutable.empty();
        now.forEachKeyValue((account, minor) -> {
            Rational then = bought.getIfAbsentValue(account, Rational.ZERO);
            Rational since = Rational.of(minor).subtract(then);
            long part = scope.round(then.multiply(direct).add(since.multiply(effective)));
            lines.add(GroupLine.of(account, id, Math.negateExact(part)));
        });
        lines.add(GroupLine.of(scope.account(GroupRole.MINORITY_EQUITY), id, Math.negateExact(sum(lines))));
        put("minority-equity:" + id, GroupEntry.Kind.MINORITY, lines);
        minorityResult("minority-result:" + id, id, resultOf(translated), effective);
    }

    /** Shows the part of others in a result, debit positive: out of the result of the parent's owners, into their equity. */
    private void minorityResult(String id, MemberId member, long resultMinor, Rational part) {
        long minor = scope.round(Rational.of(resultMinor).multiply(part));
        if (minor != 0) {
            put(
                    id,
                    GroupEntry.Kind.MINORITY,
                    Lists.mutable.of(
                            GroupLine.of(scope.account(GroupRole.MINORITY_RESULT), member, Math.negateExact(minor)),
                            GroupLine.of(scope.account(GroupRole.MINORITY_EQUITY), member, minor)));
        }
    }

    /** Equity when it was bought, all of it; of several purchases the mean by shares. */
    private MutableSortedMap<AccountId, Rational> boughtEquity(MemberId id) {
        MutableSortedMap<AccountId, Rational> bought = SortedMaps.mutable.empty();
        ImmutableList<Acquisition> of = acquisitions.select(a -> a.held().equals(id));
        Rational shares = of.injectInto(Rational.ZERO, (sum, a) -> sum.add(a.share()));
        of.forEach(a -> a.equity()
                .forEach(line -> bought.merge(
                        line.account(),
                        Rational.of(line.minor()).multiply(a.share()).divide(shares),
                        Rational::add)));
        return bought;
    }

    private MutableSortedMap<AccountId, Long> balances(TranslatedMember translated, AccountClass accountClass) {
        MutableSortedMap<AccountId, Long> sums = SortedMaps.mutable.empty();
        for (MemberCell cell : translated.cells()) {
            if (scope.classOf(cell.groupAccount()) == accountClass) {
                sums.merge(cell.groupAccount(), cell.minor(), Math::addExact);
            }
        }
        return sums;
    }

    private long resultOf(TranslatedMember translated) {
        return Minors.sum(
                translated.cells(), cell -> scope.classOf(cell.groupAccount()).balanceSheet() ? 0 : cell.minor());
    }

    /** Profit that has not left the group: out of stock and result now, out of what was earned before at the beginning. */
    void add(StockProfit profit) {
        MemberId seller = profit.seller();
        long change = Math.subtractExact(profit.closingMinor(), profit.openingMinor());
        String id = seller + ":" + profit.stock();
        put(
                "stock-profit:" + id,
                GroupEntry.Kind.STOCK_PROFIT,
                Lists.mutable.of(
                        GroupLine.of(profit.stock(), seller, Math.negateExact(profit.closingMinor())),
                        GroupLine.of(profit.cost(), seller, change),
                        GroupLine.of(retained(profit.openingMinor(), profit.stock()), seller, profit.openingMinor())));
        Rational others = Rational.ONE.subtract(scope.group.effectiveShare(seller, scope.through()));
        minorityResult("stock-profit-minority:" + id, seller, change, others);
        long before = scope.round(Rational.of(profit.openingMinor()).multiply(others));
        if (before != 0) {
            put(
                    "stock-profit-minority-before:" + id,
                    GroupEntry.Kind.MINORITY,
                    Lists.mutable.of(
                            GroupLine.of(scope.account(GroupRole.MINORITY_EQUITY), seller, before),
                            GroupLine.of(
                                    scope.account(GroupRole.RETAINED_EARNINGS), seller, Math.negateExact(before))));
        }
    }

    /** No account is needed for nothing. */
    private AccountId retained(long minor, AccountId otherwise) {
        return minor == 0 ? otherwise : scope.account(GroupRole.RETAINED_EARNINGS);
    }

    /** The investment in an associate follows the share in what its equity became since it was bought. */
    void equityMethod(TranslatedMember associate) {
        MemberId id = associate.member().id();
        Rational share = scope.group.effectiveShare(id, scope.through());
        Optional<Acquisition> bought = acquisitions.detectOptional(a -> a.held().equals(id));
        if (share.isZero() || bought.isEmpty()) {
            return;
        }
        MutableSortedMap<AccountId, Rational> then = boughtEquity(id);
        MutableSortedMap<AccountId, Long> now = balances(associate, AccountClass.EQUITY);
        then.keysView().forEach(account -> now.getIfAbsentPut(account, 0L));
        AccountId difference = scope.policy.accounts().get(GroupRole.TRANSLATION_DIFFERENCE);
        MutableList<GroupLine> lines = Lists.mutable.empty();
        now.forEachKeyValue((account, minor) -> {
            Rational since = Rational.of(minor).subtract(then.getIfAbsentValue(account, Rational.ZERO));
            long part = scope.round(since.multiply(share));
            if (part != 0) {
                AccountId to = account.equals(difference) ? account : scope.account(GroupRole.RETAINED_EARNINGS);
                lines.add(GroupLine.of(to, id, part));
            }
        });
        long result = scope.round(Rational.of(resultOf(associate)).multiply(share));
        if (result != 0) {
            lines.add(GroupLine.of(scope.account(GroupRole.ASSOCIATE_RESULT), id, result));
        }
        lines.add(GroupLine.of(bought.get().investment(), bought.get().holder(), Math.negateExact(sum(lines))));
        put("equity-method:" + id, GroupEntry.Kind.EQUITY_METHOD, lines);
    }

    private void put(String id, GroupEntry.Kind kind, MutableList<GroupLine> lines) {
        ImmutableList<GroupLine> moved = lines.reject(line -> line.minor() == 0).toImmutable();
        if (moved.notEmpty()) {
            entries.add(new GroupEntry(id, kind, moved));
        }
    }

    private static long sum(MutableList<GroupLine> lines) {
        return Minors.sum(lines, GroupLine::minor);
    }
}
