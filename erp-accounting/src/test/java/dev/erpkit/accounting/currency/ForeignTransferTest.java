package dev.erpkit.accounting.currency;

import static dev.erpkit.accounting.openitem.GoldenCase.cents;
import static dev.erpkit.accounting.openitem.ItemBooks.ACCOUNTS;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.GoldenCase;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class ForeignTransferTest {
    private static final RoundingPolicy ROUNDING = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);
    private static final AccountId BANK = AccountId.of("bank");

    private static Outcome<ImmutableList<JournalLine>> transfer(
            ForeignBalance from, long given, long received, ExchangeAccounts accounts) {
        return ForeignTransfer.lines(
                from, Amounts.ofMinor(given, USD), BANK, Amounts.ofMinor(received, EUR), accounts, ROUNDING);
    }

    @Test
    void a_transfer_below_the_carrying_rate_is_a_loss_fx_015() {
        JsonNode c = GoldenCase.read("fx-015-internal-transfer-loss");
        long held = cents(c.at("/given/from/USD"));
        long carried = held * c.at("/given/from/carrying_rate").asLong();

        ImmutableList<JournalLine> lines = transfer(
                        ForeignBalance.of("bank-usd", USD, held, carried),
                        held,
                        cents(c.at("/given/received_base")),
                        ACCOUNTS)
                .orElseThrow();

        assertThat(base(lines, "bank")).isEqualTo(cents(c.at("/expect/postings/0/amount")));
        assertThat(base(lines, "fx-loss")).isEqualTo(cents(c.at("/expect/postings/1/amount")));
        assertThat(base(lines, "bank-usd")).isEqualTo(cents(c.at("/expect/postings/2/amount")));
        assertThat(base(lines, "trading")).isZero();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_transfer_balances_in_each_currency_and_in_base_and_leaves_the_carrying_rate(
            @ForAll @LongRange(min = 1, max = 1_000_000) long held,
            @ForAll @LongRange(min = 1, max = 1_000_000) long carried,
            @ForAll @LongRange(min = 1, max = 1_000_000) long part,
            @ForAll @LongRange(min = 1, max = 1_000_000) long received) {
        long given = 1 + part % held;
        ImmutableList<JournalLine> lines = transfer(
                        ForeignBalance.of("bank-usd", USD, held, carried), given, received, ACCOUNTS)
                .orElseThrow();
        assertThat(lines.sumOfLong(JournalLine::baseMinor)).isZero();
        assertThat(lines.sumByLong(line -> line.amount().getCurrency(), JournalLine::amountMinor))
                .matches(sums -> sums.allSatisfy(sum -> sum == 0));
        assertThat(base(lines, "trading")).isZero();
        long left = carried + base(lines, "bank-usd");
        assertThat(2 * Math.abs(left * held - (held - given) * carried)).isLessThanOrEqualTo(held);
    }

    @Test
    void more_than_is_held_is_refused() {
        ForeignBalance balance = ForeignBalance.of("bank-usd", USD, 100, 80);
        assertThat(transfer(balance, 101, 1, ACCOUNTS).refusal().map(Refusal::code))
                .contains(ForeignTransfer.EXCEEDS_BALANCE);
    }

    @Test
    void without_a_trading_account_it_is_refused() {
        ForeignBalance balance = ForeignBalance.of("bank-usd", USD, 100, 80);
        assertThat(transfer(balance, 100, 80, ExchangeAccounts.of("gain", "loss"))
                        .refusal()
                        .map(Refusal::code))
                .contains(ExchangeLines.NO_TRADING_ACCOUNT);
    }

    private static long base(ImmutableList<JournalLine> lines, String account) {
        return lines.select(line -> line.account().value().equals(account)).sumOfLong(JournalLine::baseMinor);
    }
}
