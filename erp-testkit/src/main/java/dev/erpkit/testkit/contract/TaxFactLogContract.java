package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code TaxFactLog} must do: facts come back in their order, keys are used once, numbers follow without gaps. */
public abstract class TaxFactLogContract extends PortContract<DeclarationHarness> {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    /** For adapters. */
    protected TaxFactLogContract() {}

    private TaxFactLog log() {
        return harness().taxFacts();
    }

    private static TaxFact fact(long number, String key, String form, LocalDate date, TaxLine line) {
        return new TaxFact(
                number,
                BookId.of("book-帳"),
                IdempotencyKey.of(key),
                new SourceDocument("shop", "売上", key + "/'\"\\ü€😀", 3),
                date,
                form,
                line,
                7,
                Fresh.instant());
    }

    private static TaxLine yen(long base, long tax) {
        return new TaxLine("消費税10", "sales-10", Amounts.currency("JPY"), base, tax);
    }

    private static TaxLine dinar() {
        return new TaxLine("VAT", "box", Amounts.currency("KWD"), -1_234_567, Long.MAX_VALUE / 1_000);
    }

    private TaxFact append(String key, String form, LocalDate date) {
        return inUnitOfWork(() -> {
            TaxFact fact = fact(log().size() + 1, key, form, date, yen(1000, 100));
            log().append(fact.number() - 1, Lists.immutable.of(fact));
            return fact;
        });
    }

    private static ImmutableList<TaxFact> all(TaxFactLog log, TaxFactQuery query) {
        MutableList<TaxFact> found = Lists.mutable.empty();
        log.forEach(query, found::add);
        return found.toImmutable();
    }

    private static TaxFactQuery query(String form) {
        return TaxFactQuery.all(BookId.of("book-帳"), form);
    }

    @Test
    void tax_facts_1_1_facts_of_one_key_come_back_as_they_were_appended() {
        String key = Fresh.key("document");
        String form = Fresh.key("form");
        long before = log().size();
        ImmutableList<TaxFact> facts = Lists.immutable.of(
                fact(before + 1, key, form, DAY, yen(1000, 100)),
                fact(before + 2, key, form, LocalDate.of(1900, 1, 1), dinar()),
                fact(before + 3, key, form, LocalDate.of(9999, 12, 31), yen(0, 0)));
        log().append(before, facts);
        assertThat(log().find(IdempotencyKey.of(key))).containsExactlyElementsOf(facts);
        assertThat(all(log(), query(form))).containsExactlyElementsOf(facts);
        assertThat(log().size()).isEqualTo(before + 3);
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void tax_facts_1_2_a_query_chooses_by_book_form_day_and_number() {
        String form = Fresh.key("form");
        TaxFact one = append(Fresh.key("a"), form, DAY);
        TaxFact two = append(Fresh.key("b"), form, DAY.plusDays(1));
        TaxFact three = append(Fresh.key("c"), form, DAY.minusDays(1));
        append(Fresh.key("d"), Fresh.key("form"), DAY);
        assertThat(all(log(), query(form))).containsExactly(one, two, three);
        assertThat(all(log(), query(form).until(DAY.plusDays(1), Long.MAX_VALUE)))
                .containsExactly(one, three);
        assertThat(all(log(), query(form).until(LocalDate.MAX, two.number()))).containsExactly(one, two);
        assertThat(all(log(), TaxFactQuery.all(BookId.of("other"), form))).isEmpty();
    }

    @Test
    void tax_facts_2_1_a_key_is_used_once() {
        String key = Fresh.key("document");
        TaxFact first = append(key, "form", DAY);
        assertThatThrownBy(() -> append(key, "form", DAY)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(IdempotencyKey.of(key))).containsExactly(first);
    }

    @Test
    void tax_facts_2_2_another_size_than_expected_is_stale_and_changes_nothing() {
        append(Fresh.key("a"), "form", DAY);
        long before = log().size();
        for (long expected : new long[] {before - 1, before + 1}) {
            TaxFact fact = fact(expected + 1, Fresh.key("stale"), "form", DAY, yen(1, 0));
            assertThatThrownBy(() -> log().append(expected, Lists.immutable.of(fact)))
                    .isInstanceOf(StaleVersionException.class);
        }
        String key = Fresh.key("gap");
        assertThatThrownBy(() -> log().append(
                                before,
                                Lists.immutable.of(
                                        fact(before + 1, key, "form", DAY, yen(1, 0)),
                                        fact(before + 3, key, "form", DAY, yen(1, 0)))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(log().size()).isEqualTo(before);
        assertThat(log().find(IdempotencyKey.of(key))).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void tax_facts_3_1_a_failed_unit_of_work_leaves_nothing_and_frees_key_and_number() {
        long before = log().size();
        String key = Fresh.key("lost");
        rolledBack(() -> append(key, "form", DAY));
        assertThat(log().size()).isEqualTo(before);
        assertThat(log().find(IdempotencyKey.of(key))).isEmpty();
        assertThat(append(key, "form", DAY).number()).isEqualTo(before + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void tax_facts_4_1_of_racers_from_one_size_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            long before = log().size();
            ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(4, i -> {
                log().append(before, Lists.immutable.of(fact(before + 1, Fresh.key("race"), "form", DAY, yen(i, 0))));
                return i;
            });
            assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
            assertThat(ends.count(end -> end.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
            assertThat(log().size()).isEqualTo(before + 1);
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void tax_facts_5_1_facts_survive_a_restart() {
        String key = Fresh.key("kept");
        TaxFact fact = append(key, "form", DAY);
        assertThat(harness().reopened().taxFacts().find(IdempotencyKey.of(key))).containsExactly(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void tax_facts_6_1_tenants_never_see_each_other() {
        String key = Fresh.key("mine");
        append(key, "form", DAY);
        TaxFactLog other = harness().otherTenant().taxFacts();
        assertThat(other.find(IdempotencyKey.of(key))).isEmpty();
        long theirs = other.size();
        other.append(theirs, Lists.immutable.of(fact(theirs + 1, key, "form", DAY, yen(1, 0))));
        assertThat(log().find(IdempotencyKey.of(key)).getFirst().line()).isEqualTo(yen(1000, 100));
    }
}
