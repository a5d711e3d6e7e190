package dev.erpkit.accounting.ratio;

import org.eclipse.collections.api.list.ImmutableList;

/** The definition of a ratio: read by {@link KeyRatios#parse}. */
public final class Ratio {
    private final String id;
    private final String label;
    private final RatioUnit unit;
    private final int decimals;
    private final String text;
    private final Formula formula;

    Ratio(String id, String label, RatioUnit unit, int decimals, String text) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.decimals = decimals;
        this.text = text;
        this.formula = Formula.parse(text);
    }

    /** Its name. */
    public String id() {
        return id;
    }

    /** What people read. */
    public String label() {
        return label;
    }

    /** In what it is told. */
    public RatioUnit unit() {
        return unit;
    }

    /** The decimals it is told with, the middle away from zero. */
    public int decimals() {
        return decimals;
    }

    /** The formula as it was given. */
    public String formula() {
        return text;
    }

    /** The rows it is made of. */
    public ImmutableList<String> inputs() {
        return formula.names();
    }

    Formula parsed() {
        return formula;
    }
}
