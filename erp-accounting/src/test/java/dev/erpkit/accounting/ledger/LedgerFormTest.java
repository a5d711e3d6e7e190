package dev.erpkit.accounting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LedgerFormTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final CurrencyUnit JPY = Amounts.currency("JPY");

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }

    private static CheckpointRow row(long debit, long credit, long debitBase, long creditBase) {
        return new CheckpointRow(
                BookId.MAIN,
                AccountId.of("cash"),
                JPY,
                JPY,
                Dimensions.none(),
                false,
                DAY,
                debit,
                credit,
                debitBase,
                creditBase);
    }

    @Test
    void no_sum_of_a_checkpoint_is_negative() {
        row(0, 0, 0, 0);
        refused("checkpoint.negative", () -> row(-1, 0, 0, 0));
        refused("checkpoint.negative", () -> row(0, -1, 0, 0));
        refused("checkpoint.negative", () -> row(0, 0, -1, 0));
        refused("checkpoint.negative", () -> row(0, 0, 0, -1));
    }

    @Test
    void a_period_may_be_empty_but_not_end_before_it_begins() {
        assertThat(LedgerQuery.between(BookId.MAIN, DAY, DAY).through()).isEqualTo(DAY.minusDays(1));
        refused("ledger.period", () -> LedgerQuery.between(BookId.MAIN, DAY, DAY.minusDays(1)));
    }
}
