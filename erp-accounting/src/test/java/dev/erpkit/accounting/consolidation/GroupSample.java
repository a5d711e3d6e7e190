package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A group in USD of a parent and what it holds; amounts in whole dollars or euros. */
final class GroupSample {
    static final DateRange YEAR = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    static final LocalDate START = YEAR.startInclusive();
    static final LocalDate END = YEAR.lastDay();
    static final Chart CHART = Chart.of(
            account("assets", AccountClass.ASSET),
            account("stock", AccountClass.ASSET),
            account("receivable", AccountClass.ASSET),
            account("investment", AccountClass.ASSET),
            account("goodwill", AccountClass.ASSET),
            account("liabilities", AccountClass.LIABILITY),
            account("payable", AccountClass.LIABILITY),
            account("capital", AccountClass.EQUITY),
            account("retained", AccountClass.EQUITY),
            account("cta", AccountClass.EQUITY),
            account("minority", AccountClass.EQUITY),
            account("revenue", AccountClass.INCOME),
            account("dividends", AccountClass.INCOME),
            account("associates", AccountClass.INCOME),
            account("bargain", AccountClass.INCOME),
            account("expense", AccountClass.EXPENSE),
            account("minority-result", AccountClass.EXPENSE),
            account("elimination-difference", AccountClass.EXPENSE));

    private final MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
    private final MutableList<GroupMember> members = Lists.mutable.empty();
    private final MutableList<Holding> holdings = Lists.mutable.empty();
    private final MutableList<MemberBooks> books = Lists.mutable.empty();

    private static Account account(String id, AccountClass accountClass) {
        return Account.of(id, id, accountClass);
    }

    static ConsolidationPolicy.Builder policy() {
        return ConsolidationPolicy.builder("USD")
                .account(GroupRole.TRANSLATION_DIFFERENCE, "cta")
                .account(GroupRole.RETAINED_EARNINGS, "retained")
                .account(GroupRole.GOODWILL, "goodwill")
                .account(GroupRole.BARGAIN_GAIN, "bargain")
                .account(GroupRole.MINORITY_EQUITY, "minority")
                .account(GroupRole.MINORITY_RESULT, "minority-result")
                .account(GroupRole.ASSOCIATE_RESULT, "associates");
    }

    GroupSample rate(String from, RateType type, LocalDate day, String rate) {
        rates.record(ExchangeRate.of(Amounts.currency(from), Amounts.currency("USD"), new BigDecimal(rate), type, day));
        return this;
    }

    MemoryExchangeRates rates() {
        return rates;
    }

    GroupSample member(String id, String currency, ConsolidationMethod method, DatedAmount... amounts) {
        members.add(GroupMember.of(id, currency).by(method));
        books.add(new MemberBooks(MemberId.of(id), AccountMapping.sameCodes(), Lists.immutable.with(amounts)));
        return this;
    }

    GroupSample holding(String holder, String held, String share) {
        holdings.add(Holding.of(holder, held, share, START));
        return this;
    }

    ImmutableList<MemberBooks> books() {
        return books.toImmutable();
    }

    Group group() {
        return Group.of(members.getFirst().id(), members.toImmutable(), holdings.toImmutable())
                .orElseThrow();
    }

    Outcome<Consolidation> outcome(ConsolidationFacts facts, ConsolidationPolicy policy) {
        return Consolidation.of(group(), CHART, YEAR, facts, policy, rates);
    }

    Consolidation figures(ConsolidationFacts facts) {
        return outcome(facts, policy().build()).orElseThrow();
    }

    Consolidation figures() {
        return figures(ConsolidationFacts.of(books()));
    }

    /** What an account has at the end of the year, in whole units. */
    static DatedAmount end(String account, long major) {
        return DatedAmount.of(account, END, 100 * major);
    }

    static DatedAmount on(String account, LocalDate day, long major) {
        return DatedAmount.of(account, day, 100 * major);
    }

    static IntercompanyFact fact(
            String pair, String member, String other, String account, LocalDate day, String currency, long major) {
        return new IntercompanyFact(
                pair,
                MemberId.of(member),
                MemberId.of(other),
                AccountId.of(account),
                day,
                100 * major,
                Amounts.currency(currency),
                100 * major,
                java.util.Optional.empty());
    }
}
