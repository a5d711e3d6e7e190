package dev.erpkit.accounting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The columns agree with the slow reference at every pair of as-of day and known-at position; invariants 3 to 7. */
final class LedgerIndexProperties {
    @Provide
    Arbitrary<List<PostedEntry>> journals() {
        return Journals.any();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-40, 950).map(Journals.FIRST_DAY::plusDays);
    }

    @Provide
    Arbitrary<LedgerQuery> queries() {
        Arbitrary<List<DimensionFilter>> filters = Arbitraries.of(
                        DimensionFilter.of("centre", "a"),
                        DimensionFilter.of("centre", "b"),
                        DimensionFilter.unassigned("centre"),
                        DimensionFilter.of("project", "p1"),
                        DimensionFilter.unassigned("project"))
                .list()
                .ofMaxSize(2);
        return Arbitraries.of(Journals.BOOKS)
                .flatMap(book -> days().flatMap(a -> days().flatMap(b -> filters.flatMap(
                        f -> Arbitraries.integers().between(0, 3).map(kind -> query(book, a, b, f, kind))))));
    }

    private static LedgerQuery query(BookId book, LocalDate a, LocalDate b, List<DimensionFilter> filters, int kind) {
        LocalDate first = a.isBefore(b) ? a : b;
        LocalDate last = a.isBefore(b) ? b : a;
        LedgerQuery query = kind < 2 ? LedgerQuery.asOf(book, a) : LedgerQuery.between(book, first, last);
        for (DimensionFilter filter : filters) {
            query = query.with(filter);
        }
        return kind % 2 == 0 ? query : query.withoutClosingEntries();
    }

    static LedgerIndex index(List<PostedEntry> entries) {
        LedgerIndex index = new LedgerIndex();
        entries.forEach(index::advance);
        return index;
    }

    @Property
    void balances_and_turnover_equal_the_reference(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("queries") LedgerQuery query) {
        LedgerIndex index = index(journal);
        assertThat(NaiveLedger.text(index.balances(query))).isEqualTo(new NaiveLedger(journal).balances(query));
        assertThat(index.balances(query).castToList())
                .isSortedAccordingTo(
                        (x, y) -> (x.account() + " " + x.currency()).compareTo(y.account() + " " + y.currency()));
    }

    @Property
    void what_was_known_at_a_position_is_the_fold_of_the_prefix_and_never_changes(
            @ForAll("journals") List<PostedEntry> journal,
            @ForAll("queries") LedgerQuery query,
            @ForAll Random random) {
        int known = random.nextInt(journal.size() + 1);
        LedgerIndex index = index(journal.subList(0, known));
        LedgerView view = index.asKnownNow();
        NaiveLedger prefix = new NaiveLedger(journal.subList(0, known));
        for (boolean later : new boolean[] {false, true}) {
            assertThat(NaiveLedger.text(view.balances(query))).isEqualTo(prefix.balances(query));
            for (String account : Journals.ACCOUNTS) {
                AccountId id = AccountId.of(account);
                assertThat(view.base(query.book(), id, query.through()))
                        .isEqualTo(prefix.base(query.book(), id, query.through()));
                assertThat(texts(view.register(id, query))).isEqualTo(prefix.register(id, query));
                assertThat(NaiveLedger.days(view, id, query)).isEqualTo(prefix.days(id, query));
            }
            if (!later) {
                journal.subList(known, journal.size()).forEach(index::advance);
            }
        }
    }

    @Property
    void single_balances_equal_the_reference(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate asOf) {
        LedgerIndex index = index(journal);
        NaiveLedger naive = new NaiveLedger(journal);
        for (BookId book : Journals.BOOKS) {
            for (String account : Journals.ACCOUNTS) {
                AccountId id = AccountId.of(account);
                assertThat(index.base(book, id, asOf)).isEqualTo(naive.base(book, id, asOf));
                for (String currency : Journals.CURRENCIES) {
                    assertThat(index.amount(book, id, Amounts.currency(currency), asOf))
                            .isEqualTo(naive.amount(book, id, currency, asOf));
                }
            }
        }
    }

    @Property
    void a_trial_balance_sums_to_zero_per_currency_and_in_base(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate asOf, @ForAll Random random) {
        LedgerView view = index(journal).asKnownAt(random.nextInt(journal.size() + 1));
        for (BookId book : Journals.BOOKS) {
            TreeMap<String, Long> sums = new TreeMap<>();
            view.balances(LedgerQuery.asOf(book, asOf)).forEach(row -> {
                sums.merge(row.currency().getCurrencyCode(), row.amount().closingMinor(), Math::addExact);
                sums.merge("base", row.base().closingMinor(), Math::addExact);
            });
            assertThat(sums.values()).allMatch(sum -> sum == 0);
        }
    }

    @Property
    void a_later_balance_is_the_earlier_one_and_the_movements_between(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("queries") LedgerQuery query) {
        LedgerIndex index = index(journal);
        for (AccountBalance row : index.balances(query)) {
            assertThat(row.base().openingMinor()
                            + row.base().debitMinor()
                            - row.base().creditMinor())
                    .isEqualTo(row.base().closingMinor());
        }
        for (String account : Journals.ACCOUNTS) {
            List<String> lines = texts(index.register(AccountId.of(account), query));
            long closing = index.balances(query)
                    .select(row -> row.account().value().equals(account))
                    .sumOfLong(row -> row.base().closingMinor());
            List<RegisterLine> register =
                    index.register(AccountId.of(account), query).castToList();
            assertThat(lines).hasSameSizeAs(register);
            if (!register.isEmpty()) {
                assertThat(register.get(register.size() - 1).baseBalanceMinor()).isEqualTo(closing);
            }
        }
    }

    @Property
    void values_of_an_axis_and_what_is_unassigned_add_up_to_the_total(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("queries") LedgerQuery query) {
        LedgerIndex index = index(journal);
        List<AccountBalance> parts = index.balancesBy("project", query)
                .collect(DimensionBalance::balance)
                .castToList();
        TreeMap<String, AccountBalance> joined = new TreeMap<>();
        parts.forEach(part -> joined.merge(part.account() + " " + part.currency(), part, AccountBalance::plus));
        joined.values().removeIf(AccountBalance::isZero);
        assertThat(NaiveLedger.text(joined.values())).isEqualTo(NaiveLedger.text(index.balances(query)));
        index.balancesBy("project", query).forEach(part -> {
            LedgerQuery one = query.with(new DimensionFilter("project", part.value()));
            assertThat(index.balances(one)).contains(part.balance());
        });
    }

    @Property
    void the_order_of_recording_does_not_matter_for_balances(
            @ForAll("journals") List<PostedEntry> journal,
            @ForAll("queries") LedgerQuery query,
            @ForAll Random random) {
        List<PostedEntry> independent = new ArrayList<>(
                journal.stream().filter(p -> p.entry().reverses().isEmpty()).toList());
        List<PostedEntry> shuffled = new ArrayList<>(independent);
        Collections.shuffle(shuffled, random);
        assertThat(index(renumbered(shuffled)).balances(query))
                .isEqualTo(index(renumbered(independent)).balances(query));
    }

    @Property
    void every_line_of_a_period_is_pushed_once_in_the_order_of_recording(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("queries") LedgerQuery query) {
        List<String> pushed = new ArrayList<>();
        index(journal).forEach(query, line -> pushed.add(line.position() + "." + line.number()));
        assertThat(pushed)
                .isEqualTo(new NaiveLedger(journal)
                                .lines(
                                        query,
                                        day -> !day.isAfter(query.through())
                                                && query.from()
                                                        .map(f -> !day.isBefore(f))
                                                        .orElse(true))
                                .stream()
                                .map(f -> f.posted().position() + "." + f.number())
                                .toList());
    }

    private static List<PostedEntry> renumbered(List<PostedEntry> entries) {
        List<PostedEntry> result = new ArrayList<>();
        for (PostedEntry each : entries) {
            result.add(Journals.posted(each.entry(), result.size() + 1, Journals.START));
        }
        return result;
    }

    static List<String> texts(Iterable<RegisterLine> register) {
        List<String> texts = new ArrayList<>();
        register.forEach(r -> texts.add(
                r.line().position() + "." + r.line().number() + " " + r.line().date() + " "
                        + r.line().amountMinor() + " " + r.line().baseMinor()));
        return texts;
    }
}
