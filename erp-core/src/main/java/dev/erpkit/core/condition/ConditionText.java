package dev.erpkit.core.condition;

import org.eclipse.collections.api.list.ImmutableList;

/** Writes a condition as people read it; a whole inside a whole stands in brackets. */
final class ConditionText implements ConditionTranslator<ConditionText.Said> {
    record Said(String text, boolean whole) {
        String inside() {
            return whole ? "(" + text + ")" : text;
        }
    }

    private static Said plain(String text) {
        return new Said(text, false);
    }

    @Override
    public Said compare(String field, Operator operator, FactValue value) {
        return plain(field + " " + operator.text() + " " + value.text());
    }

    @Override
    public Said oneOf(String field, ImmutableList<FactValue> values) {
        return plain(field + " in " + values.collect(FactValue::text).makeString("(", ", ", ")"));
    }

    @Override
    public Said known(String field) {
        return plain(field + " is known");
    }

    @Override
    public Said all(ImmutableList<Said> parts) {
        return joined(parts, " and ", "always");
    }

    @Override
    public Said any(ImmutableList<Said> parts) {
        return joined(parts, " or ", "never");
    }

    private static Said joined(ImmutableList<Said> parts, String word, String none) {
        return switch (parts.size()) {
            case 0 -> plain(none);
            case 1 -> parts.getFirst();
            default -> new Said(parts.collect(Said::inside).makeString(word), true);
        };
    }

    @Override
    public Said not(Said part) {
        return plain("not " + part.inside());
    }
}
