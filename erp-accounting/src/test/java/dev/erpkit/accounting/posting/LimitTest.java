package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.code;
import static dev.erpkit.accounting.posting.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.Stored;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** A limit holds at the end of every day from the effective date on. */
class LimitTest {
    private final Desk desk = new Desk();

    @Test
    void an_account_is_never_overdrawn_and_the_refusal_tells_by_how_much() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();

        Refusal refusal = desk.refusal(entry("out", "cash", "bank", 101));

        assertThat(refusal.code().value()).isEqualTo("balance.limit-exceeded");
        assertThat(refusal.facts().castToSortedMap())
                .containsEntry("account", "bank")
                .containsEntry("limit", "JPY 0")
                .containsEntry("balance", "JPY -1")
                .containsEntry("reserved", "JPY 0");
        assertThat(code(desk.post(entry("out", "cash", "bank", 100)))).isEqualTo("accepted");
    }

    @Test
    void a_credit_limit_bounds_from_above() {
        assertThat(code(desk.post(entry("a", "card", "sales", 501)))).isEqualTo("balance.limit-exceeded");
        assertThat(code(desk.post(entry("b", "card", "sales", 500)))).isEqualTo("accepted");
    }

    @Test
    void money_that_comes_later_cannot_be_spent_now() {
        desk.post(entry("in", DAY.plusDays(10), "bank", "sales", 100)).orElseThrow();

        assertThat(code(desk.post(entry("early", DAY.plusDays(9), "cash", "bank", 1))))
                .isEqualTo("balance.limit-exceeded");
        assertThat(code(desk.post(entry("then", DAY.plusDays(10), "cash", "bank", 1))))
                .isEqualTo("accepted");
    }

    @Test
    void an_entry_dated_back_cannot_overdraw_a_later_day() {
        desk.post(entry("in", DAY, "bank", "sales", 100)).orElseThrow();
        desk.post(entry("out", DAY.plusDays(40), "cash", "bank", 80)).orElseThrow();
        desk.post(entry("in-again", DAY.plusDays(80), "bank", "sales", 500)).orElseThrow();

        assertThat(code(desk.post(entry("back", DAY.plusDays(5), "cash", "bank", 21))))
                .isEqualTo("balance.limit-exceeded");
        assertThat(code(desk.post(entry("back", DAY.plusDays(5), "cash", "bank", 20))))
                .isEqualTo("accepted");
    }

    @Test
    void what_moves_away_from_the_bound_is_never_refused() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();
        AccountStore accounts = desk.books.stores().accounts();
        Stored<Account> bank = accounts.find(AccountId.of("bank")).orElseThrow();
        accounts.replace(
                Account.builder()
                        .from(bank.value())
                        .limit(BalanceLimit.notBelow("JPY", 1_000))
                        .build(),
                bank.version());

        assertThat(code(desk.post(entry("more", "bank", "sales", 1)))).isEqualTo("accepted");
        assertThat(code(desk.post(entry("less", "cash", "bank", 1)))).isEqualTo("balance.limit-exceeded");
    }

    @Test
    void entries_of_one_batch_share_the_limit() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();

        BatchOutcome outcome = desk.books.post(
                Batch.independent(Lists.immutable.of(
                        entry("a", "cash", "bank", 60),
                        entry("b", "cash", "bank", 60),
                        entry("c", "cash", "bank", 40))),
                POSTER);

        assertThat(outcome.outcomes().collect(Desk::code).castToList())
                .containsExactly("accepted", "balance.limit-exceeded", "accepted");
    }

    @Test
    void entries_of_one_unit_of_work_share_the_limit() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();

        String second = desk.books.stores().unitOfWork().execute(() -> {
            desk.post(entry("a", "cash", "bank", 60)).orElseThrow();
            return code(desk.post(entry("b", "cash", "bank", 60)));
        });

        assertThat(second).isEqualTo("balance.limit-exceeded");
        assertThat(desk.balance("bank", DAY)).isEqualTo(40);
    }

    @Test
    void what_a_unit_of_work_rolled_back_was_never_spent() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> desk.books
                        .stores()
                        .unitOfWork()
                        .execute(() -> {
                            desk.post(entry("a", "cash", "bank", 60)).orElseThrow();
                            throw new IllegalStateException("host fails");
                        })))
                .hasMessage("host fails");

        assertThat(code(desk.post(entry("b", "cash", "bank", 60)))).isEqualTo("accepted");
        assertThat(desk.journal().get(1).number().number()).isEqualTo(2);
    }

    @Test
    void a_chart_that_was_rolled_back_decides_nothing() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> desk.books
                        .stores()
                        .unitOfWork()
                        .execute(() -> {
                            AccountStore accounts = desk.books.stores().accounts();
                            Stored<Account> cash =
                                    accounts.find(AccountId.of("cash")).orElseThrow();
                            accounts.replace(
                                    Account.builder()
                                            .from(cash.value())
                                            .postable(false)
                                            .build(),
                                    cash.version());
                            assertThat(code(desk.post(entry("a", "cash", "sales", 1))))
                                    .isEqualTo("account.not-postable");
                            throw new IllegalStateException("host fails");
                        })))
                .hasMessage("host fails");

        assertThat(code(desk.post(entry("a", "cash", "sales", 1)))).isEqualTo("accepted");
    }
}
