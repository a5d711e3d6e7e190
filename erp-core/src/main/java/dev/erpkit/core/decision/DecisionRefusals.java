package dev.erpkit.core.decision;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import org.eclipse.collections.api.list.ImmutableList;

/** The refusals of decision tables, each with its code and the sentence that says what to do. */
final class DecisionRefusals {
    private static final RefusalCode NO_RULE = RefusalCode.of("decision.no-rule");
    private static final RefusalCode SEVERAL = RefusalCode.of("decision.several-rules");
    private static final RefusalCode CONTRADICTION = RefusalCode.of("decision.contradiction");
    private static final RefusalCode NOT_ALLOWED = RefusalCode.of("decision.not-allowed");
    private static final RefusalCode NOT_NUMERIC = RefusalCode.of("decision.not-numeric");
    private static final RefusalCode GAP = RefusalCode.of("decision.gap");
    private static final RefusalCode OVERLAP = RefusalCode.of("decision.overlap");

    private DecisionRefusals() {}

    static Refusal noRule(DecisionTable table) {
        return Refusal.of(
                        NO_RULE,
                        "No rule of table " + table.id() + " matches; add one, or a value that holds where none does")
                .with("table", table.id());
    }

    static Refusal several(DecisionTable table, ImmutableList<Integer> hits) {
        String rules = numbers(hits);
        return Refusal.of(
                        SEVERAL,
                        "Rules " + rules + " of table " + table.id()
                                + " match at once though only one may; narrow them")
                .with("table", table.id())
                .with("rules", rules);
    }

    static Refusal contradiction(DecisionTable table, ImmutableList<Integer> hits) {
        String rules = numbers(hits);
        return Refusal.of(
                        CONTRADICTION,
                        "Rules " + rules + " of table " + table.id()
                                + " match at once and differ; make them agree or narrow them")
                .with("table", table.id())
                .with("rules", rules);
    }

    static Refusal overlap(DecisionTable table, ImmutableList<Integer> pair, String input) {
        String rules = numbers(pair);
        return Refusal.of(
                        OVERLAP,
                        "Rules " + rules + " of table " + table.id() + " both match " + input
                                + " though only one may; narrow one of them")
                .with("table", table.id())
                .with("rules", rules)
                .with("input", input);
    }

    static Refusal gap(DecisionTable table, String input) {
        return Refusal.of(
                        GAP,
                        "No rule of table " + table.id() + " matches " + input
                                + "; add one, or a value that holds where none does")
                .with("table", table.id())
                .with("input", input);
    }

    /** The value itself is not told: it may be personal. */
    static Refusal notAllowed(DecisionTable table, DecisionInput input) {
        return Refusal.of(
                        NOT_ALLOWED,
                        "The value of " + input.field() + " is none that table " + table.id()
                                + " allows; correct it or allow it")
                .with("table", table.id())
                .with("field", input.field());
    }

    static Refusal notNumeric(DecisionTable table) {
        return Refusal.of(NOT_NUMERIC, "Table " + table.id() + " adds up values that are no numbers; correct its rules")
                .with("table", table.id());
    }

    private static String numbers(ImmutableList<Integer> hits) {
        return hits.collect(hit -> hit + 1).makeString(", ");
    }
}
