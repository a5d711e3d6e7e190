package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.declaration.BoxTotal;
import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.DeclarationFact;
import dev.erpkit.accounting.declaration.DeclarationFact.Change;
import dev.erpkit.accounting.declaration.DeclarationFact.Filed;
import dev.erpkit.accounting.declaration.DeclarationFact.Prepared;
import dev.erpkit.accounting.declaration.LatePolicy;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code DeclarationLog} must do: facts of both kinds come back in their order, each key is used once. */
public abstract class DeclarationLogContract extends PortContract<DeclarationHarness> {
    private static final Actor ACTOR = Actor.of("経理");

    /** For adapters. */
    protected DeclarationLogContract() {}

    private DeclarationLog log() {
        return harness().declarations();
    }

    private static Declaration declaration(String key, int correction, BoxTotal... boxes) {
        Declaration.Builder declaration = Declaration.builder();
        declaration
                .key(IdempotencyKey.of(key))
                .book(BookId.of("book-帳"))
                .form("申告書")
                .period(DateRange.parse("2026-01-01/2026-04-01"))
                .correction(correction)
                .late(correction > 0 ? LatePolicy.AMEND : LatePolicy.NEXT_PERIOD)
                .through(1234567890123L)
                .position(7)
                .boxes(Lists.immutable.of(boxes))
                .hash(Digest.ofText(key));
        return declaration.build();
    }

    private static BoxTotal box(String name, String currency, long minor) {
        return new BoxTotal(name, Amounts.currency(currency), minor, -minor, 3);
    }

    private static Filed filed(String key, Declaration declaration) {
        return new Filed(
                IdempotencyKey.of(key), declaration.key(), declaration.hash(), LocalDate.of(2026, 4, 20), "受付 '\"\\ €");
    }

    private DeclarationFact append(Change change) {
        return inUnitOfWork(() -> {
            DeclarationFact fact = new DeclarationFact(log().size() + 1, change, Fresh.instant(), ACTOR);
            log().append(fact);
            return fact;
        });
    }

    private ImmutableList<DeclarationFact> after(long number) {
        MutableList<DeclarationFact> found = Lists.mutable.empty();
        log().forEach(number, found::add);
        return found.toImmutable();
    }

    @Test
    void declarations_1_1_facts_of_both_kinds_come_back_as_they_were_appended() {
        long before = log().size();
        Declaration full = declaration(
                Fresh.key("full"), 0, box("z", "JPY", Long.MAX_VALUE), box("a", "KWD", 12345), box("a", "USD", -5));
        DeclarationFact one = append(new Prepared(full));
        DeclarationFact two = append(filed(Fresh.key("file"), full));
        DeclarationFact three = append(new Prepared(declaration(Fresh.key("empty"), 2)));
        assertThat(after(before)).containsExactly(one, two, three);
        assertThat(after(two.number())).containsExactly(three);
        assertThat(after(three.number())).isEmpty();
        assertThat(log().size()).isEqualTo(before + 3);
    }

    @Test
    void declarations_2_1_a_key_is_used_once_by_either_kind() {
        Declaration declaration = declaration(Fresh.key("once"), 0, box("a", "JPY", 1));
        append(new Prepared(declaration));
        long before = log().size();
        assertThatThrownBy(() -> append(new Prepared(declaration))).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> append(filed(declaration.key().value(), declaration)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(log().size()).isEqualTo(before);
    }

    @Test
    void declarations_2_2_a_number_that_does_not_follow_is_stale() {
        append(new Prepared(declaration(Fresh.key("first"), 0)));
        long size = log().size();
        for (long number : new long[] {size, size + 2}) {
            DeclarationFact fact = new DeclarationFact(
                    number, new Prepared(declaration(Fresh.key("stale"), 0)), Fresh.instant(), ACTOR);
            assertThatThrownBy(() -> log().append(fact)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().size()).isEqualTo(size);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void declarations_3_1_a_failed_unit_of_work_leaves_nothing() {
        long before = log().size();
        Declaration lost = declaration(Fresh.key("lost"), 0, box("a", "JPY", 1));
        rolledBack(() -> append(new Prepared(lost)));
        assertThat(log().size()).isEqualTo(before);
        assertThat(append(new Prepared(lost)).number()).isEqualTo(before + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void declarations_4_1_of_racers_from_one_size_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            long before = log().size();
            ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(4, i -> {
                log().append(new DeclarationFact(
                        before + 1, new Prepared(declaration(Fresh.key("race"), 0)), Fresh.instant(), ACTOR));
                return i;
            });
            assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
            assertThat(ends.count(end -> end.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void declarations_5_1_facts_survive_a_restart() {
        DeclarationFact fact = append(new Prepared(declaration(Fresh.key("kept"), 0, box("a", "JPY", 1))));
        MutableList<DeclarationFact> again = Lists.mutable.empty();
        harness().reopened().declarations().forEach(fact.number() - 1, again::add);
        assertThat(again).containsExactly(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void declarations_6_1_tenants_never_see_each_other() {
        DeclarationLog other = harness().otherTenant().declarations();
        long theirs = other.size();
        Declaration mine = declaration(Fresh.key("mine"), 0, box("a", "JPY", 1));
        append(new Prepared(mine));
        assertThat(other.size()).isEqualTo(theirs);
        other.append(new DeclarationFact(theirs + 1, new Prepared(mine), Fresh.instant(), ACTOR));
        assertThat(other.size()).isEqualTo(theirs + 1);
    }
}
