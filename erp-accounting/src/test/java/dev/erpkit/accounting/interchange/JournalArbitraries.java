package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Journal items that are sound by construction: every transaction balances, every text reads back. */
final class JournalArbitraries {
    private JournalArbitraries() {}

    static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(-700_000, 2_500_000)
                .map(LocalDate::ofEpochDay)
                .filter(d -> d.getYear() >= 0);
    }

    static Arbitrary<String> commodities() {
        return Arbitraries.of("", "EUR", "$", "€", "円", "ACME 2020", "e2", "x;y", "h", "E", "=@{", "¤¤", "a,b");
    }

    static Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> unscaled = Arbitraries.oneOf(
                Arbitraries.integers().map(BigInteger::valueOf),
                Arbitraries.longs().map(BigInteger::valueOf),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)));
        return Combinators.combine(unscaled, Arbitraries.integers().between(0, 25))
                .as(BigDecimal::new);
    }

    static Arbitrary<PlainAmount> amounts() {
        return Combinators.combine(numbers(), commodities()).as(PlainAmount::new);
    }

    static Arbitrary<String> accounts() {
        Arbitrary<String> part =
                Arbitraries.of("assets", "bank 2", "現金", "a;b", "#x", "f (g)", "é", "1", "x=y", "@", "b [c] d");
        return part.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join(":", parts));
    }

    static Arbitrary<String> lines() {
        return Arbitraries.of("", "note", "trip: north, kind:x", "a | b", "半角 and 全角", "[x]", "date", "; ; ;", "\"q\"");
    }

    static Arbitrary<ImmutableList<String>> comments() {
        return lines().list().ofMaxSize(3).map(Lists.immutable::withAll);
    }

    static Arbitrary<PlainCost> costs() {
        return Combinators.combine(Arbitraries.of(true, false), amounts()).as(PlainCost::new);
    }

    static Arbitrary<PlainAssertion> assertions() {
        return Combinators.combine(
                        amounts(), Arbitraries.of(true, false), Arbitraries.of(true, false), costs().optional())
                .as(PlainAssertion::new);
    }

    private static Arbitrary<PlainPosting> free(Arbitrary<PostingKind> kinds) {
        return Combinators.combine(
                        accounts(),
                        kinds,
                        Arbitraries.of(TransactionStatus.class),
                        amounts(),
                        costs().optional(),
                        assertions().optional(),
                        comments())
                .as((account, kind, status, amount, cost, assertion, comments) -> PlainPosting.builder()
                        .account(account)
                        .kind(kind)
                        .status(status)
                        .amount(amount)
                        .cost(cost)
                        .assertion(assertion)
                        .comments(comments)
                        .build());
    }

    /** Any postings and one without amount for each kind that has to balance. */
    private static Arbitrary<ImmutableList<PlainPosting>> postings() {
        Arbitrary<List<PlainPosting>> some =
                free(Arbitraries.of(PostingKind.class)).list().ofMaxSize(5);
        return Combinators.combine(some, accounts(), accounts()).as((list, one, other) -> {
            PlainPosting real = PlainPosting.balancing(one);
            PlainPosting virtual = PlainPosting.builder()
                    .account(other)
                    .kind(PostingKind.BALANCED_VIRTUAL)
                    .build();
            return Lists.immutable.withAll(list).newWith(real).newWith(virtual);
        });
    }

    static Arbitrary<PlainTransaction> transactions() {
        Arbitrary<String> descriptions =
                Arbitraries.of("", "shop", "Baker | bread", "=x", "a * b", "x (y)", "日本 商店", "#1");
        Arbitrary<Optional<String>> codes =
                Arbitraries.of("", "123", "A (b", "*").optional();
        return Combinators.combine(
                        dates(),
                        dates().optional(),
                        Arbitraries.of(TransactionStatus.class),
                        codes,
                        descriptions,
                        comments(),
                        postings())
                .as((date, second, status, code, description, comments, postings) -> PlainTransaction.builder()
                        .date(date)
                        .secondaryDate(second)
                        .status(status)
                        .code(code)
                        .description(description)
                        .comments(comments)
                        .postings(postings)
                        .build());
    }

    static Arbitrary<JournalItem> items() {
        Arbitrary<JournalItem> declarations =
                Combinators.combine(accounts(), comments()).as(AccountDeclaration::new);
        Arbitrary<JournalItem> commodity = Combinators.combine(
                        commodities(), Arbitraries.integers().between(-1, 9))
                .as((name, d) -> new CommodityDeclaration(name, d < 0 ? OptionalInt.empty() : OptionalInt.of(d)));
        Arbitrary<JournalItem> prices =
                Combinators.combine(dates(), commodities(), amounts()).as(MarketPrice::new);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, transactions().map(t -> (JournalItem) t)),
                net.jqwik.api.Tuple.of(1, declarations),
                net.jqwik.api.Tuple.of(1, commodity),
                net.jqwik.api.Tuple.of(1, prices));
    }
}
