package dev.erpkit.accounting.close;

import static dev.erpkit.accounting.close.CloseBooks.IFRS;
import static dev.erpkit.accounting.close.CloseBooks.MARCH_31;
import static dev.erpkit.accounting.close.CloseBooks.ME;
import static dev.erpkit.accounting.close.CloseBooks.Y2025;
import static dev.erpkit.accounting.close.CloseBooks.line;
import static dev.erpkit.accounting.close.CloseBooks.usd;
import static dev.erpkit.accounting.close.CloseBooks.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Invariant 39. */
class YearEndProperties {
    private static final List<String> RESULTS = List.of("sales", "service", "rent", "wages");
    private static final List<Dimensions> COORDINATES = List.of(
            Dimensions.none(),
            Dimensions.of("branch", "tokyo"),
            Dimensions.of("branch", "osaka").with("project", "p1"));

    /** Foreign: 0 yen, 1 dollars with base, 2 base only, 3 dollars only. */
    record Posting(boolean main, int account, int coordinates, int day, long amount, long base, int foreign) {}

    @Provide
    Arbitrary<List<Posting>> postings() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(1, 1_000_000);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 364),
                        Arbitraries.longs().between(-1_000_000, 1_000_000).filter(a -> a != 0),
                        amounts,
                        Arbitraries.integers().between(0, 3))
                .as(Posting::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<ClosePolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(ForeignResult.class),
                        Arbitraries.integers().between(0, 2))
                .as((summary, foreign, axes) -> {
                    ClosePolicy.Builder policy =
                            ClosePolicy.builder().throughIncomeSummary(summary).foreignResult(foreign);
                    return (axes == 0 ? policy : axes == 1 ? policy.keepOnly() : policy.keepOnly("branch")).build();
                });
    }

    private static CloseBooks post(CloseBooks kept, String prefix, List<Posting> postings) {
        for (int i = 0; i < postings.size(); i++) {
            kept.books.post(entry(prefix + i, postings.get(i)), ME).orElseThrow();
        }
        return kept;
    }

    private static JournalEntry entry(String id, Posting p) {
        long base = p.foreign() == 3 ? 0 : Long.signum(p.amount()) * p.base();
        var amount = p.foreign() == 0 ? yen(base) : usd(p.foreign() == 2 ? 0 : p.amount());
        return JournalEntry.builder()
                .id(id)
                .book(p.main() ? BookId.MAIN : IFRS)
                .date(LocalDate.of(2025, 4, 1).plusDays(p.day()))
                .add(line("cash", Dimensions.none(), amount, yen(base)))
                .add(line(RESULTS.get(p.account()), COORDINATES.get(p.coordinates()), amount.negate(), yen(-base)))
                .build();
    }

    private static Map<String, String> only(Map<String, String> balances, Predicate<String> keys) {
        Map<String, String> chosen = new TreeMap<>(balances);
        chosen.keySet().removeIf(keys.negate());
        return chosen;
    }

    private static boolean isResult(String key) {
        return RESULTS.stream().anyMatch(account -> key.contains("|" + account + "|"));
    }

    private static long base(Map<String, String> balances) {
        return balances.values().stream()
                .mapToLong(value -> Long.parseLong(value.substring(value.indexOf('/') + 1)))
                .sum();
    }

    @Property
    void after_a_close_every_result_is_zero_and_retained_earnings_hold_the_net_income(
            @ForAll("postings") List<Posting> postings, @ForAll("policies") ClosePolicy policy) {
        CloseBooks kept = post(new CloseBooks(), "p", postings);
        Map<String, String> before = kept.balances(MARCH_31);
        kept.books.yearEnd().close(BookId.MAIN, Y2025, policy, ME).orElseThrow();
        Map<String, String> after = kept.balances(MARCH_31);
        assertThat(only(after, key -> key.startsWith("main|") && (isResult(key) || key.contains("|summary|"))))
                .isEmpty();
        assertThat(base(only(after, key -> key.startsWith("main|retained|"))))
                .isEqualTo(base(only(before, key -> key.startsWith("main|") && isResult(key))));
        assertThat(only(after, key -> key.startsWith("ifrs|"))).isEqualTo(only(before, key -> key.startsWith("ifrs|")));
        assertThat(only(after, key -> key.contains("|cash|"))).isEqualTo(only(before, key -> key.contains("|cash|")));
        assertThat(kept.balances(MARCH_31.plusYears(1))).isEqualTo(after);
    }

    @Property
    void closing_and_reopening_is_the_identity_and_a_second_close_gives_what_one_close_would(
            @ForAll("postings") List<Posting> first,
            @ForAll("postings") List<Posting> later,
            @ForAll("policies") ClosePolicy policy,
            @ForAll boolean monthLocked) {
        CloseBooks kept = post(new CloseBooks(), "p", first);
        Map<String, String> before = kept.balances(MARCH_31);
        if (monthLocked) {
            kept.books.periods().lock(BookId.MAIN, LockScope.ALL, MARCH_31, ME).orElseThrow();
        }
        kept.books.yearEnd().close(BookId.MAIN, Y2025, policy, ME).orElseThrow();
        kept.books.yearEnd().reopen(BookId.MAIN, "2025", "again", ME).orElseThrow();
        assertThat(kept.balances(MARCH_31)).isEqualTo(before);
        assertThat(kept.balances(MARCH_31.minusDays(1)))
                .isEqualTo(post(new CloseBooks(), "p", first).balances(MARCH_31.minusDays(1)));
        if (monthLocked) {
            kept.books
                    .periods()
                    .unlock(BookId.MAIN, LockScope.ALL, MARCH_31, "again", ME)
                    .orElseThrow();
        }
        post(kept, "q", later);
        kept.books.yearEnd().close(BookId.MAIN, Y2025, policy, ME).orElseThrow();
        CloseBooks once = post(post(new CloseBooks(), "p", first), "q", later);
        once.books.yearEnd().close(BookId.MAIN, Y2025, policy, ME).orElseThrow();
        assertThat(kept.balances(MARCH_31)).isEqualTo(once.balances(MARCH_31));
    }

    @Property
    void entries_of_any_length_limit_carry_the_same_and_balance_each(
            @ForAll("postings") List<Posting> postings, @ForAll("policies") ClosePolicy policy) {
        CloseBooks kept = post(new CloseBooks(), "p", postings);
        YearResult result = YearResult.of(
                kept.stores.journal(),
                kept.books.chart(),
                BookId.MAIN,
                null,
                Y2025.range().endExclusive());
        YearEndEntries close = new YearEndEntries(BookId.MAIN, Y2025, 1, kept.books.chart(), result.balances(), policy);
        var whole = close.entries().orElseThrow();
        var parts = close.entries(5).orElseThrow();
        assertThat(result.unbalanced()).isZero();
        assertThat(parts.allSatisfy(e -> e.lines().size() <= 5)).isTrue();
        assertThat(parts.allSatisfy(e -> e.lines().sumOfLong(l -> l.baseMinor()) == 0))
                .isTrue();
        assertThat(parts.sumOfLong(e -> onRetained(e))).isEqualTo(whole.sumOfLong(e -> onRetained(e)));
    }

    private static long onRetained(JournalEntry entry) {
        return entry.lines().select(l -> l.account().value().equals("retained")).sumOfLong(l -> l.baseMinor());
    }
}
