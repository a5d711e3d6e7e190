package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.bank.Association;
import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankLineId;
import dev.erpkit.accounting.bank.Counterparty;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.LineStep;
import dev.erpkit.accounting.bank.LineStep.Kind;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code StatementLog} and {@code AssociationLog} must do: facts come back whole, numbered without gaps. */
public abstract class StatementLogContract extends PortContract<PaymentHarness> {
    private static final Actor ACTOR = Actor.of("経理");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    /** For adapters. */
    protected StatementLogContract() {}

    private static StoredStatement statement(String account, long number) {
        return new StoredStatement(
                account,
                number,
                IdempotencyKey.of(Fresh.key("file")),
                DAY,
                DAY.plusDays(1),
                Amounts.of("-5.25", "USD"),
                Amounts.of("100", "USD"),
                Digest.ofText("file " + number),
                Fresh.instant(),
                ACTOR);
    }

    private static StoredLine line(String account, long number, long statement) {
        BankLine line = new BankLine(
                account,
                DAY,
                Amounts.of("-5.25", "USD"),
                number % 2 == 0 ? "" : "ﾌﾘｺﾐ ｶ)ﾔﾏﾀﾞ\n" + number,
                number % 2 == 0 ? Optional.of("ref" + number) : Optional.empty(),
                number % 2 == 0 ? Counterparty.NONE : Counterparty.of("JP123", "ﾔﾏﾀﾞ"));
        return new StoredLine(new BankLineId(account, number), statement, line);
    }

    private static LineStep step(BankLineId line, int number, Kind kind, boolean full) {
        return new LineStep(
                line,
                number,
                kind,
                IdempotencyKey.of(Fresh.key("step")),
                DAY.plusDays(number),
                full ? Optional.of("suspense") : Optional.empty(),
                full ? Optional.empty() : Optional.of(PaymentId.of("payment")),
                full ? Lists.immutable.of(EntryId.of("e1"), EntryId.of("e2")) : Lists.immutable.empty(),
                Digest.ofText("step " + number),
                Fresh.instant(),
                ACTOR);
    }

    private static String account() {
        return Fresh.key("account").substring(0, 40);
    }

    private void append(StoredStatement statement, StoredLine... lines) {
        harness().statements().append(statement, Lists.immutable.of(lines));
    }

    private ImmutableList<LineHistory> lines(String account) {
        MutableList<LineHistory> found = Lists.mutable.empty();
        harness().statements().forEachLine(account, found::add);
        return found.toImmutable();
    }

    private ImmutableList<StoredStatement> statements(String account) {
        MutableList<StoredStatement> found = Lists.mutable.empty();
        harness().statements().forEachStatement(account, found::add);
        return found.toImmutable();
    }

    @Test
    void statements_1_1_statements_and_lines_come_back_in_their_order() {
        String account = account();
        StoredStatement first = statement(account, 1);
        StoredStatement second = statement(account, 2);
        append(first, line(account, 1, 1), line(account, 2, 1), line(account, 3, 1));
        append(second);
        assertThat(statements(account)).containsExactly(first, second);
        assertThat(lines(account).collect(LineHistory::stored))
                .containsExactly(line(account, 1, 1), line(account, 2, 1), line(account, 3, 1));
        assertThat(lines(account()).isEmpty()).isTrue();
    }

    @Test
    void statements_1_2_a_line_comes_back_with_its_steps() {
        String account = account();
        append(statement(account, 1), line(account, 1, 1));
        BankLineId id = new BankLineId(account, 1);
        LineStep suspense = step(id, 1, Kind.SUSPENSE, true);
        LineStep cleared = step(id, 2, Kind.CLEARED, false);
        harness().statements().append(suspense);
        harness().statements().append(cleared);
        LineHistory expected = new LineHistory(line(account, 1, 1), Lists.immutable.of(suspense, cleared));
        assertThat(harness().statements().find(id)).contains(expected);
        assertThat(lines(account)).containsExactly(expected);
        assertThat(harness().statements().find(new BankLineId(account, 2))).isEmpty();
    }

    @Test
    void statements_1_3_accounts_with_statements_come_in_the_order_of_their_names() {
        String one = account();
        String other = account();
        append(statement(one, 1));
        append(statement(other, 1), line(other, 1, 1));
        append(statement(other, 2));
        lines(account());
        MutableList<String> found = Lists.mutable.empty();
        harness().statements().forEachAccount(found::add);
        assertThat(found).contains(one, other).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void statements_2_1_taken_keys_and_numbers_are_refused() {
        String account = account();
        StoredStatement first = statement(account, 1);
        append(first, line(account, 1, 1));
        assertThatThrownBy(() -> append(first)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> append(statement(account, 1))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> append(statement(account, 2), line(account, 1, 2)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> append(statement(account, 2), line(account, 3, 2)))
                .isInstanceOf(StaleVersionException.class);
        BankLineId id = new BankLineId(account, 1);
        LineStep step = step(id, 1, Kind.BOOKED, true);
        harness().statements().append(step);
        assertThatThrownBy(() -> harness().statements().append(step(id, 1, Kind.BOOKED, true)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> harness().statements().append(step)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> harness().statements().append(step(new BankLineId(account, 9), 1, Kind.BOOKED, true)))
                .isInstanceOf(NotFoundException.class);
        assertThat(statements(account)).containsExactly(first);
        assertThat(lines(account)).hasSize(1);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void statements_3_1_a_failed_unit_of_work_leaves_nothing_and_takes_no_number() {
        String account = account();
        append(statement(account, 1), line(account, 1, 1));
        rolledBack(() -> {
            append(statement(account, 2), line(account, 2, 2));
            harness().statements().append(step(new BankLineId(account, 1), 1, Kind.SUSPENSE, true));
        });
        assertThat(statements(account)).hasSize(1);
        assertThat(lines(account).getOnly().steps()).isEmpty();
        append(statement(account, 2), line(account, 2, 2));
        assertThat(lines(account)).hasSize(2);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void statements_4_1_of_racers_with_overlapping_files_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            String account = account();
            ImmutableList<AtOnce.Ended<StoredStatement>> ends = AtOnce.run(4, i -> {
                StoredStatement statement = statement(account, 1);
                append(statement, line(account, 1, 1));
                return statement;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.count(e -> e.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
            assertThat(lines(account)).hasSize(1);
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void statements_4_2_a_line_is_booked_once() {
        for (int round = 0; round < 5; round++) {
            String account = account();
            append(statement(account, 1), line(account, 1, 1));
            BankLineId id = new BankLineId(account, 1);
            ImmutableList<AtOnce.Ended<LineStep>> ends = AtOnce.run(4, i -> {
                LineStep step = step(id, 1, Kind.BOOKED, true);
                harness().statements().append(step);
                return step;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.count(e -> e.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void statements_5_1_statements_survive_a_restart() {
        String account = account();
        append(statement(account, 1), line(account, 1, 1));
        assertThat(harness().reopened().statements().find(new BankLineId(account, 1)))
                .contains(LineHistory.of(line(account, 1, 1)));
    }

    @Test
    @Requires(Capability.TENANTS)
    void statements_6_1_tenants_never_see_each_other() {
        String account = account();
        append(statement(account, 1), line(account, 1, 1));
        assertThat(harness().otherTenant().statements().find(new BankLineId(account, 1)))
                .isEmpty();
        harness().otherTenant().statements().append(statement(account, 1), Lists.immutable.empty());
        assertThat(statements(account)).hasSize(1);
    }

    @Test
    void associations_1_1_what_was_learned_comes_back_as_often_as_it_was_learned() {
        Association one = new Association(Fresh.key("name:ﾔﾏﾀﾞ"), PartyId.of("C"));
        Association two = new Association(one.key(), PartyId.of("D"));
        harness().associations().append(one);
        harness().associations().append(two);
        harness().associations().append(one);
        MutableList<Association> found = Lists.mutable.empty();
        harness().associations().forEach(found::add);
        assertThat(found.select(a -> a.key().equals(one.key()))).containsExactly(one, two, one);
    }

    @Test
    @Requires(Capability.TENANTS)
    void associations_2_1_tenants_never_see_each_other() {
        Association mine = new Association(Fresh.key("name"), PartyId.of("C"));
        harness().associations().append(mine);
        MutableList<Association> found = Lists.mutable.empty();
        harness().otherTenant().associations().forEach(found::add);
        assertThat(found).doesNotContain(mine);
    }
}
