package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.decision.Decision;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Who must approve a quote, as a decision table with the output {@code role}; an empty text is nobody. Its inputs, of which a
 * table uses what it wants:
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>{@code amount}</th><td>the net in major units</td></tr>
 * <tr><th>{@code currency}</th><td>its code</td></tr>
 * <tr><th>{@code discount}</th><td>percents of the list, rounded up at the 9th decimal, so that a limit is never missed</td></tr>
 * <tr><th>{@code margin}</th><td>percents of the net, rounded down at the 9th decimal; absent while a cost is unknown</td></tr>
 * <tr><th>{@code credit}</th><td>{@code "within"} or {@code "beyond"} the credit of the party</td></tr>
 * </table>
 */
final class Approval {
    private static final int DECIMALS = 9;

    private Approval() {}

    static Facts facts(ApprovalFacts of) {
        Facts facts = Facts.of("amount", FactValue.of(Amounts.decimal(of.net())))
                .with("currency", FactValue.of(of.net().getCurrency().getCurrencyCode()))
                .with("discount", FactValue.of(decimal(of.discount(), RoundingMode.CEILING)))
                .with("credit", FactValue.of(of.beyondCredit() ? "beyond" : "within"));
        return of.margin()
                .map(margin -> facts.with("margin", FactValue.of(decimal(margin, RoundingMode.FLOOR))))
                .orElse(facts);
    }

    private static BigDecimal decimal(Rational number, RoundingMode mode) {
        return new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), DECIMALS, mode);
    }

    /** The roles, each once, or what refuses the decision. */
    static Outcome<ImmutableList<String>> roles(DecisionTable table, ApprovalFacts facts) {
        return table.decide(facts(facts)).map(Approval::roles);
    }

    private static ImmutableList<String> roles(Decision decision) {
        return decision.rows()
                .collect(row -> Optional.ofNullable(row.get("role")))
                .collect(role -> role.filter(FactValue.Text.class::isInstance)
                        .map(text -> ((FactValue.Text) text).value())
                        .orElse(""))
                .reject(String::isEmpty)
                .distinct();
    }
}
