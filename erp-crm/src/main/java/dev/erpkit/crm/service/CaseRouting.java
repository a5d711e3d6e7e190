package dev.erpkit.crm.service;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.decision.Decision;
import dev.erpkit.core.decision.DecisionOutput;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Where a new case waits, how urgent it is and what is promised, as a decision table over what is known of it. Its outputs are
 * {@code queue}, {@code priority} and {@code agreement}; an empty agreement promises nothing. Look for its gaps with
 * {@link DecisionTable#checked} before.
 */
public final class CaseRouting {
    private static final ImmutableList<String> OUTPUTS = Lists.immutable.of("agreement", "priority", "queue");

    private final DecisionTable table;

    /**
     * By a table.
     *
     * @throws InvalidValueException {@code case.routing} unless its policy gives one row of these three outputs, texts all
     */
    public CaseRouting(DecisionTable table) {
        boolean sound = table.hitPolicy().isSingle()
                && table.outputs().collect(DecisionOutput::name).toSortedList().equals(OUTPUTS)
                && table.rules().flatCollect(rule -> rule.values()).allSatisfy(FactValue.Text.class::isInstance);
        if (!sound) {
            throw new InvalidValueException(
                    "CaseRouting",
                    "table",
                    "case.routing",
                    "must give one row of the texts " + OUTPUTS.makeString(", "));
        }
        this.table = table;
    }

    /**
     * How a case is opened.
     *
     * @param opening what is recorded
     * @param decision the rules that matched and the facts that led there
     */
    public record Routed(CaseChange.Opened opening, Decision decision) {}

    /** How a case of which something is known is opened; refused as {@link DecisionTable#decide}. */
    public Outcome<Routed> route(PartyId customer, Facts facts) {
        return table.decide(facts)
                .map(decision -> new Routed(
                        new CaseChange.Opened(
                                customer,
                                QueueId.of(text(decision, "queue")),
                                Priority.parse(text(decision, "priority")),
                                Optional.of(text(decision, "agreement"))
                                        .filter(id -> !id.isEmpty())
                                        .map(AgreementId::of)),
                        decision));
    }

    private static String text(Decision decision, String output) {
        return ((FactValue.Text) decision.value(output).orElseThrow()).value();
    }
}
