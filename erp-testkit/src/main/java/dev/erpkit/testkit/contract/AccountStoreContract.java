package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code AccountStore} must do: accounts come back whole, versions guard replacement, the revision grows. */
public abstract class AccountStoreContract extends PortContract<BooksHarness> {
    /** For adapters. */
    protected AccountStoreContract() {}

    private AccountStore accounts() {
        return harness().accounts();
    }

    private static Account plain(String id) {
        return Account.of(id, "Cash", AccountClass.ASSET);
    }

    private static Account full(String id, String parent) {
        return Account.builder()
                .id(id)
                .name("売掛金 ü€ \ud83d\ude00 '\"")
                .accountClass(AccountClass.ASSET)
                .normalSide(Side.CREDIT)
                .parent(parent)
                .postable(false)
                .control(ControlKind.RECEIVABLE)
                .requireDimension("cost-centre")
                .requireDimension("地域")
                .currency("USD")
                .currency("KWD")
                .validFrom(LocalDate.of(1999, 12, 31))
                .validUntil(LocalDate.of(2100, 1, 1))
                .limit(new BalanceLimit("USD", OptionalLong.of(Long.MIN_VALUE), OptionalLong.of(Long.MAX_VALUE)))
                .tag("cash")
                .tag("現金")
                .build();
    }

    @Test
    void accounts_1_1_an_account_comes_back_as_it_was_stored() {
        String parent = Fresh.key("parent");
        accounts().insert(plain(parent));
        Account full = full(Fresh.key("full"), parent);
        accounts().insert(full);
        assertThat(accounts().find(full.id()).orElseThrow().value()).isEqualTo(full);
        Account bare = plain(Fresh.key("bare"));
        accounts().insert(bare);
        assertThat(accounts().find(bare.id()).orElseThrow().value()).isEqualTo(bare);
    }

    @Test
    void accounts_1_2_an_unknown_account_is_not_found() {
        assertThat(accounts().find(AccountId.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void accounts_1_3_limits_with_one_bound_keep_it_apart_from_none() {
        String key = Fresh.key("limit");
        Account below = Account.builder()
                .from(plain(key + "-a"))
                .limit(BalanceLimit.notBelow("JPY", 0))
                .build();
        Account above = Account.builder()
                .from(plain(key + "-b"))
                .limit(BalanceLimit.notAbove("JPY", -1))
                .build();
        accounts().insert(below);
        accounts().insert(above);
        assertThat(accounts().find(below.id()).orElseThrow().value()).isEqualTo(below);
        assertThat(accounts().find(above.id()).orElseThrow().value()).isEqualTo(above);
    }

    @Test
    void accounts_2_1_a_taken_code_is_refused() {
        Account first = plain(Fresh.key("taken"));
        accounts().insert(first);
        Account twin = Account.builder().from(first).name("Other").build();
        assertThatThrownBy(() -> accounts().insert(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(accounts().find(first.id()).orElseThrow().value()).isEqualTo(first);
    }

    @Test
    void accounts_2_2_codes_differ_by_case_and_blank() {
        String key = Fresh.key("code");
        ImmutableList<String> codes =
                Lists.immutable.of(key, key.toUpperCase(Locale.ROOT), key + " ", key + "é", key + "e\u0301");
        codes.forEach(code -> accounts().insert(plain(code)));
        codes.forEach(code -> assertThat(
                        accounts().find(AccountId.of(code)).orElseThrow().value())
                .isEqualTo(plain(code)));
    }

    @Test
    void accounts_3_1_a_replacement_needs_the_stored_version() {
        Account first = plain(Fresh.key("versioned"));
        Stored<Account> stored = accounts().insert(first);
        Account renamed = Account.builder().from(first).name("Renamed").build();
        Stored<Account> replaced = accounts().replace(renamed, stored.version());
        assertThat(replaced.version()).isNotEqualTo(stored.version());
        assertThat(accounts().find(first.id())).contains(replaced);
        assertThatThrownBy(() -> accounts().replace(first, stored.version())).isInstanceOf(StaleVersionException.class);
        assertThat(accounts().find(first.id()).orElseThrow().value()).isEqualTo(renamed);
    }

    @Test
    void accounts_3_2_what_is_not_there_cannot_be_replaced() {
        assertThatThrownBy(() -> accounts().replace(plain(Fresh.key("absent")), 1))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void accounts_4_1_the_revision_grows_with_every_insert_and_replace() {
        long before = accounts().revision();
        Stored<Account> stored = accounts().insert(plain(Fresh.key("revision")));
        long inserted = accounts().revision();
        accounts().replace(stored.value(), stored.version());
        assertThat(inserted).isGreaterThan(before);
        assertThat(accounts().revision()).isGreaterThan(inserted);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void accounts_4_2_a_revision_is_never_given_to_two_contents() {
        Account lost = plain(Fresh.key("lost"));
        long before = accounts().revision();
        rolledBack(() -> accounts().insert(lost));
        assertThat(accounts().find(lost.id())).isEmpty();
        assertThat(accounts().revision()).isGreaterThanOrEqualTo(before);
        Stored<Account> kept = accounts().insert(plain(Fresh.key("kept")));
        rolledBack(() -> accounts()
                .replace(Account.builder().from(kept.value()).name("Lost").build(), kept.version()));
        assertThat(accounts().find(kept.value().id())).contains(kept);
    }

    @Test
    void accounts_5_1_all_accounts_come_in_the_order_of_their_codes() {
        String key = Fresh.key("order");
        Lists.immutable
                .of("b", "a", "10", "9", "A", "あ")
                .forEach(s -> accounts().insert(plain(key + s)));
        MutableList<AccountId> seen = Lists.mutable.empty();
        accounts().forEach(stored -> seen.add(stored.value().id()));
        assertThat(seen).isSorted().contains(AccountId.of(key + "あ")).doesNotHaveDuplicates();
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void accounts_6_1_of_racers_to_replace_one_version_exactly_one_wins() {
        Account first = plain(Fresh.key("race"));
        Stored<Account> stored = accounts().insert(first);
        ImmutableList<AtOnce.Ended<Stored<Account>>> ends = AtOnce.run(
                4,
                i -> accounts()
                        .replace(
                                Account.builder().from(first).name("Racer " + i).build(), stored.version()));
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(ends.count(e -> e.failedWith(StaleVersionException.class))).isEqualTo(3);
        assertThat(accounts().find(first.id()).orElseThrow())
                .isEqualTo(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void accounts_7_1_accounts_survive_a_restart() {
        Stored<Account> stored = accounts().insert(plain(Fresh.key("kept")));
        long revision = accounts().revision();
        assertThat(harness().reopened().accounts().find(stored.value().id())).contains(stored);
        assertThat(harness().reopened().accounts().revision()).isEqualTo(revision);
    }

    @Test
    @Requires(Capability.TENANTS)
    void accounts_8_1_tenants_never_see_each_other() {
        Account mine = plain(Fresh.key("tenant"));
        Stored<Account> stored = accounts().insert(mine);
        AccountStore other = harness().otherTenant().accounts();
        assertThat(other.find(mine.id())).isEmpty();
        assertThatThrownBy(() -> other.replace(mine, stored.version())).isInstanceOf(StaleVersionException.class);
        other.insert(Account.builder().from(mine).name("Theirs").build());
        assertThat(accounts().find(mine.id())).contains(stored);
    }
}
