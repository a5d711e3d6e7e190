package dev.erpkit.accounting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.impl.list.Interval;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static Account account(String id, String parent) {
        Account.Builder account = Account.builder().id(id).name(id).accountClass(AccountClass.ASSET);
        if (!parent.isEmpty()) {
            account.parent(parent);
        }
        return account.build();
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }

    @Test
    void a_chart_is_a_forest_in_the_order_of_codes() {
        Chart chart = Chart.of(account("12", "1"), account("1", ""), account("11", "1"), account("111", "11"));
        assertThat(chart.accounts().collect(a -> a.id().value())).containsExactly("1", "11", "111", "12");
        assertThat(chart.children(AccountId.of("1")).collect(a -> a.id().value()))
                .containsExactly("11", "12");
        assertThat(chart.isWithin(AccountId.of("111"), AccountId.of("1"))).isTrue();
        assertThat(chart.isWithin(AccountId.of("1"), AccountId.of("1"))).isTrue();
        assertThat(chart.isWithin(AccountId.of("12"), AccountId.of("11"))).isFalse();
        assertThat(chart.find(AccountId.of("13"))).isEmpty();
    }

    /** Also codes with one hash, as Aa and BB have it. */
    @Test
    void every_account_is_found_however_many_there_are() {
        Chart chart = Chart.of(Interval.oneTo(200)
                .flatCollect(i -> Lists.immutable.with(account("Aa" + i, ""), account("BB" + i, "Aa" + i))));
        for (Account account : chart.accounts()) {
            assertThat(chart.lookup(account.id())).isSameAs(account);
        }
        assertThat(chart.lookup(AccountId.of("Aa201"))).isNull();
        assertThat(Chart.empty().lookup(AccountId.of("Aa1"))).isNull();
    }

    @Test
    void a_code_that_is_taken_twice_is_refused() {
        refused(() -> Chart.of(account("1", ""), account("2", ""), account("1", "2")), "chart.duplicate");
    }

    @Test
    void a_parent_that_is_not_there_is_refused() {
        refused(() -> Chart.of(account("1", "0")), "chart.unknown-parent");
    }

    @Test
    void an_account_that_is_its_own_ancestor_is_refused() {
        refused(() -> Chart.of(account("1", "1")), "chart.cycle");
        refused(() -> Chart.of(account("1", "3"), account("2", "1"), account("3", "2")), "chart.cycle");
        Chart chart = Chart.of(account("1", ""), account("2", "1"));
        refused(() -> chart.with(account("1", "2")), "chart.cycle");
    }

    @Test
    void a_contra_account_stands_on_the_other_side_than_its_class() {
        Account allowance = Account.builder()
                .id("1165")
                .name("Allowance")
                .accountClass(AccountClass.ASSET)
                .normalSide(Side.CREDIT)
                .build();
        assertThat(allowance.normalSide()).isEqualTo(Side.CREDIT);
        assertThat(account("1", "").normalSide()).isEqualTo(Side.DEBIT);
    }

    @Test
    void an_account_is_valid_from_its_first_day_until_before_its_end() {
        LocalDate start = LocalDate.of(2026, 4, 1);
        Account.Builder account = Account.builder().id("1").name("x").accountClass(AccountClass.ASSET);
        Account year = account.validFrom(start).validUntil(start.plusYears(1)).build();
        assertThat(year.validOn(start.minusDays(1))).isFalse();
        assertThat(year.validOn(start)).isTrue();
        assertThat(year.validOn(start.plusYears(1).minusDays(1))).isTrue();
        assertThat(year.validOn(start.plusYears(1))).isFalse();
        refused(() -> account.validUntil(start).build(), "account.validity");
    }

    @Test
    void a_child_has_the_class_of_its_parent() {
        Account income = Account.of("4", "Income", AccountClass.INCOME);
        refused(() -> Chart.of(income, account("41", "4")), "chart.parent-class");
    }

    @Test
    void a_limit_has_its_bounds_in_order_and_a_currency() {
        assertThat(new BalanceLimit("JPY", OptionalLong.of(5), OptionalLong.of(5)).allowsHigh(5))
                .isTrue();
        refused(() -> new BalanceLimit("JPY", OptionalLong.of(5), OptionalLong.of(4)), "limit.range");
        refused(() -> BalanceLimit.notBelow(" ", 0), "currency.code-form");
    }

    /** Units outside ISO 4217 are registered nowhere, so that only the form of their codes can be wrong. */
    @Test
    void a_currency_of_an_account_has_the_form_of_a_code() {
        Account.Builder account = Account.builder().id("1").name("x").accountClass(AccountClass.ASSET);
        assertThat(account.currency("ZZZ").build().currencies()).containsExactly("ZZZ");
        refused(() -> account.currency("a\nb").build(), "currency.code-form");
    }

    @Test
    void no_text_of_an_account_holds_what_no_database_keeps() {
        Account.Builder account = Account.builder().id("1").name("x").accountClass(AccountClass.ASSET);
        refused(() -> AccountId.of("half \ud83d"), "account.form");
        refused(() -> account.name("half \ud83d").build(), "text.not-storable");
        refused(() -> account.name("x").tag("nul \u0000").build(), "text.not-storable");
    }
}
