package dev.erpkit.core.condition;

/** How a field is compared with a value of the same kind. */
public enum Operator {
    /** The same. */
    EQUAL("="),
    /** Not the same. */
    DIFFERENT("<>"),
    /** Less, earlier or before. */
    LESS("<"),
    /** Less or the same. */
    AT_MOST("<="),
    /** More, later or behind. */
    MORE(">"),
    /** More or the same. */
    AT_LEAST(">=");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** The sign, the same as in SQL. */
    public String text() {
        return text;
    }

    boolean accepts(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case DIFFERENT -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case MORE -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
