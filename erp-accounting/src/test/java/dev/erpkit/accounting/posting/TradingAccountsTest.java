package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.code;
import static dev.erpkit.accounting.posting.Desk.entry;
import static dev.erpkit.accounting.posting.Desk.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalEntry;
import org.junit.jupiter.api.Test;

class TradingAccountsTest {
    private static final AccountId TRADING = AccountId.of("trading");

    @Test
    void a_purchase_of_dollars_balances_in_each_currency() {
        JournalEntry bought = entry("e", line("cash", "100", "USD", 15_000), line("sales", "-15000", "JPY", -15_000));

        JournalEntry balanced = TradingAccounts.balance(bought, TRADING);

        assertThat(balanced.lines().castToList())
                .containsExactly(
                        bought.lines().get(0),
                        bought.lines().get(1),
                        line("trading", "15000", "JPY", 15_000),
                        line("trading", "-100", "USD", -15_000));
        assertThat(code(new Desk().post(balanced))).isEqualTo("accepted");
    }

    @Test
    void what_balances_already_stays_as_it_is() {
        JournalEntry entry = entry("e", line("cash", "1", "USD", 150), line("sales", "-1", "USD", -150));

        assertThat(TradingAccounts.balance(entry, TRADING)).isEqualTo(entry);
    }

    @Test
    void missing_base_amounts_are_not_invented() {
        JournalEntry wrong = entry("e", line("cash", "100", "USD", 15_000), line("sales", "-14999", "JPY", -14_999));

        assertThat(code(new Desk().post(TradingAccounts.balance(wrong, TRADING))))
                .isEqualTo("entry.unbalanced");
    }
}
