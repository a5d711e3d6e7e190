package dev.erpkit.accounting.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class StatementImportTest {
    private static final BankLine COFFEE = line(1, "-10.00", "coffee");
    private static final BankLine BUS = line(2, "-3.00", "bus");

    private static BankLine line(int day, String amount, String text) {
        return new BankLine("A1", LocalDate.of(2026, 6, day), Amounts.of(amount, "EUR"), text, Optional.empty());
    }

    private static BankLine referenced(String reference) {
        return new BankLine("A1", COFFEE.date(), COFFEE.amount(), COFFEE.text(), Optional.of(reference));
    }

    private static ImmutableList<BankLine> unite(ImmutableList<BankLine> known, BankLine... file) {
        return StatementImport.unite(known, Lists.immutable.of(file));
    }

    @Test
    void the_same_file_again_adds_nothing_and_twins_stay_two() {
        ImmutableList<BankLine> once = unite(Lists.immutable.empty(), COFFEE, COFFEE);
        assertThat(once).containsExactly(COFFEE, COFFEE);
        assertThat(unite(once, COFFEE, COFFEE)).isEqualTo(once);
        assertThat(unite(once, COFFEE, COFFEE, BUS)).containsExactly(COFFEE, COFFEE, BUS);
        assertThat(unite(once, COFFEE, COFFEE, COFFEE)).hasSize(3);
    }

    @Test
    void amounts_that_differ_only_in_their_zeros_look_alike() {
        assertThat(unite(Lists.immutable.of(COFFEE), line(1, "-10", "coffee"))).hasSize(1);
    }

    @Test
    void the_banks_reference_goes_before_everything_else() {
        ImmutableList<BankLine> known =
                unite(Lists.immutable.empty(), referenced("r1"), referenced("r2"), referenced("r1"));
        assertThat(known).containsExactly(referenced("r1"), referenced("r2"));
        assertThat(unite(known, referenced("r2"), referenced("r3"))).hasSize(3);
        assertThatThrownBy(() -> referenced(" "))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("bank.reference")).isTrue());
    }

    @Test
    void a_statement_adds_up_and_follows_the_one_before() {
        BankStatement first = new BankStatement(
                Amounts.of("41891.00", "EUR"), Lists.immutable.of(line(1, "119", "in")), Amounts.of("42010", "EUR"));
        assertThat(first.difference()).isEqualTo(Amounts.zero(Amounts.currency("EUR")));
        BankStatement wrong =
                new BankStatement(Amounts.of("42010.01", "EUR"), Lists.immutable.of(BUS), Amounts.of("42007", "EUR"));
        assertThat(Amounts.canonical(wrong.difference())).isEqualTo("EUR -0.01");
        assertThat(wrong.follows(first)).isFalse();
        assertThat(new BankStatement(first.closing(), Lists.immutable.empty(), first.closing()).follows(first))
                .isTrue();
    }

    @Test
    void a_statement_is_of_one_currency() {
        assertThatThrownBy(() ->
                        new BankStatement(Amounts.of("0", "USD"), Lists.immutable.of(BUS), Amounts.of("-3", "USD")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("bank.currency")).isTrue());
    }
}
