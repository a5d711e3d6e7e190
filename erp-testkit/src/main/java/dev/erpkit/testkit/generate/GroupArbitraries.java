package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.consolidation.AccountMapping;
import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.ConsolidationFacts;
import dev.erpkit.accounting.consolidation.ConsolidationMethod;
import dev.erpkit.accounting.consolidation.ConsolidationPolicy;
import dev.erpkit.accounting.consolidation.DatedAmount;
import dev.erpkit.accounting.consolidation.Group;
import dev.erpkit.accounting.consolidation.GroupMember;
import dev.erpkit.accounting.consolidation.GroupRole;
import dev.erpkit.accounting.consolidation.Holding;
import dev.erpkit.accounting.consolidation.IntercompanyFact;
import dev.erpkit.accounting.consolidation.MemberBooks;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Groups of companies with their books, rates, and what they have with each other. */
public final class GroupArbitraries {
    private static final DateRange YEAR = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    private static final ImmutableList<String> CODES = Lists.immutable.of("USD", "JPY", "KWD");
    private static final ImmutableList<ConsolidationMethod> METHODS =
            Lists.immutable.with(ConsolidationMethod.values());
    private static final Chart CHART = Chart.of(
            account("assets", AccountClass.ASSET),
            account("receivable", AccountClass.ASSET),
            account("payable", AccountClass.LIABILITY),
            account("capital", AccountClass.EQUITY),
            account("retained", AccountClass.EQUITY),
            account("difference", AccountClass.EQUITY),
            account("minority", AccountClass.EQUITY),
            account("revenue", AccountClass.INCOME),
            account("expense", AccountClass.EXPENSE),
            account("others", AccountClass.EXPENSE));

    private GroupArbitraries() {}

    /**
     * All that a consolidation takes.
     *
     * @param group the group; its first member is the parent
     * @param chart the chart of all
     * @param period a year
     * @param facts books and intercompany facts
     * @param policy the policy
     * @param rates rates for every currency
     */
    public record Sample(
            Group group,
            Chart chart,
            DateRange period,
            ConsolidationFacts facts,
            ConsolidationPolicy policy,
            ExchangeRates rates) {
        /** The figures. */
        public Outcome<Consolidation> outcome() {
            return Consolidation.of(group, chart, period, facts, policy, rates);
        }
    }

    /** Groups of one to five companies in up to three currencies, whose rates all differ. */
    public static Arbitrary<Sample> groups() {
        return samples(Arbitraries.integers().between(1, 5), false);
    }

    /** The same with one rate for all types and days of a currency, so that nothing is left over by translation. */
    public static Arbitrary<Sample> groupsAtEqualRates() {
        return samples(Arbitraries.integers().between(1, 5), true);
    }

    /** A company alone, in the currency of its group. */
    public static Arbitrary<Sample> single() {
        return samples(Arbitraries.just(1), false);
    }

    private static Arbitrary<Sample> samples(Arbitrary<Integer> sizes, boolean equalRates) {
        return Combinators.combine(sizes, Arbitraries.longs().withoutEdgeCases())
                .as((size, seed) -> new Maker(new Random(seed)).sample(size, equalRates));
    }

    private static Account account(String id, AccountClass accountClass) {
        return Account.of(id, id, accountClass);
    }

    private record Maker(Random random) {
        Sample sample(int size, boolean equalRates) {
            MutableList<GroupMember> members = Lists.mutable.empty();
            MutableList<Holding> holdings = Lists.mutable.empty();
            MutableList<MemberBooks> books = Lists.mutable.empty();
            for (int i = 0; i < size; i++) {
                String code = i == 0 ? CODES.getFirst() : CODES.get(random.nextInt(CODES.size()));
                ConsolidationMethod method = METHODS.get(random.nextInt(METHODS.size()));
                members.add(GroupMember.of("m" + i, code).by(method));
                books.add(books("m" + i));
                if (i > 0) {
                    hold(holdings, i);
                }
            }
            Group group = Group.of(MemberId.of("m0"), members.toImmutable(), holdings.toImmutable())
                    .orElseThrow();
            ConsolidationFacts facts =
                    ConsolidationFacts.of(books.toImmutable()).intercompany(facts(members.toImmutable()));
            return new Sample(group, CHART, YEAR, facts, policy(), rates(equalRates));
        }

        /** Held by companies before it only, so never in a circle; at most the whole together. */
        private void hold(MutableList<Holding> holdings, int held) {
            int thirds = 3;
            for (int holder = 0; holder < held; holder++) {
                int share = random.nextInt(thirds + 1);
                thirds -= share;
                holdings.add(new Holding(
                        MemberId.of("m" + holder),
                        MemberId.of("m" + held),
                        Rational.of(share, 3),
                        YEAR.startInclusive()));
            }
        }

        private MemberBooks books(String id) {
            MutableList<DatedAmount> amounts = Lists.mutable.empty();
            long left = 0;
            for (String account : new String[] {"capital", "retained", "revenue", "expense", "receivable", "payable"}) {
                for (int n = random.nextInt(3); n > 0; n--) {
                    long minor = random.nextInt(2_000_001) - 1_000_000L;
                    amounts.add(DatedAmount.of(account, day(account), minor));
                    left -= minor;
                }
            }
            amounts.add(DatedAmount.of("assets", YEAR.lastDay(), left));
            return new MemberBooks(MemberId.of(id), AccountMapping.sameCodes(), amounts.toImmutable());
        }

        private LocalDate day(String account) {
            boolean equity = account.equals("capital") || account.equals("retained");
            return YEAR.startInclusive().plusDays(random.nextInt(365)).minusDays(equity ? random.nextInt(365) : 0);
        }

        private ImmutableList<IntercompanyFact> facts(ImmutableList<GroupMember> members) {
            MutableList<IntercompanyFact> facts = Lists.mutable.empty();
            for (int n = members.size() < 2 ? 0 : random.nextInt(6); n > 0; n--) {
                int one = random.nextInt(members.size());
                int other = (one + 1 + random.nextInt(members.size() - 1)) % members.size();
                boolean balance = random.nextBoolean();
                long minor = 1 + random.nextInt(100_000);
                long mirrored = random.nextInt(3) == 0 ? 1 + random.nextInt(100_000) : minor;
                String pair = "p" + random.nextInt(3);
                facts.add(fact(
                        pair,
                        members.get(one),
                        members.get(other),
                        balance ? "receivable" : "revenue",
                        balance ? minor : -minor));
                facts.add(fact(
                        pair,
                        members.get(other),
                        members.get(one),
                        balance ? "payable" : "expense",
                        balance ? -mirrored : mirrored));
            }
            return facts.toImmutable();
        }

        private IntercompanyFact fact(String pair, GroupMember own, GroupMember other, String account, long minor) {
            return new IntercompanyFact(
                    pair,
                    own.id(),
                    other.id(),
                    AccountId.of(account),
                    YEAR.startInclusive().plusDays(random.nextInt(400)),
                    minor,
                    own.currency(),
                    minor,
                    Optional.empty());
        }

        private static ConsolidationPolicy policy() {
            return ConsolidationPolicy.builder("USD")
                    .account(GroupRole.TRANSLATION_DIFFERENCE, "difference")
                    .account(GroupRole.RETAINED_EARNINGS, "retained")
                    .account(GroupRole.MINORITY_EQUITY, "minority")
                    .account(GroupRole.MINORITY_RESULT, "others")
                    .account(GroupRole.ASSOCIATE_RESULT, "revenue")
                    .build();
        }

        private ExchangeRates rates(boolean equal) {
            MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
            for (String code : CODES.drop(1)) {
                BigDecimal one = rate();
                rates.record(rate(code, equal ? one : rate(), RateType.CLOSING, YEAR.lastDay()));
                rates.record(rate(code, equal ? one : rate(), RateType.AVERAGE, YEAR.lastDay()));
                rates.record(rate(code, equal ? one : rate(), RateType.HISTORICAL, LocalDate.of(2024, 1, 1)));
                rates.record(rate(code, equal ? one : rate(), RateType.HISTORICAL, YEAR.startInclusive()));
            }
            return rates;
        }

        private BigDecimal rate() {
            return BigDecimal.valueOf(1 + random.nextInt(5_000_000), 6);
        }

        private static ExchangeRate rate(String code, BigDecimal rate, RateType type, LocalDate day) {
            return ExchangeRate.of(Amounts.currency(code), Amounts.currency("USD"), rate, type, day);
        }
    }
}
