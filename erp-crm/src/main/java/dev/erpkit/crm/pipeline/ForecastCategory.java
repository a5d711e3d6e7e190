package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;

/** How sure a seller is of a deal, besides its stage. */
public enum ForecastCategory {
    /** Does not count. */
    OMITTED("omitted"),
    /** May come. */
    PIPELINE("pipeline"),
    /** Comes if things go well. */
    BEST_CASE("best-case"),
    /** The seller stands in for it. */
    COMMIT("commit"),
    /** Won. */
    CLOSED("closed");

    private final String text;

    ForecastCategory(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code omitted}. */
    public String text() {
        return text;
    }

    /**
     * The forecast category with this stable name.
     *
     * @throws InvalidValueException {@code pipeline.unknown-category}
     */
    public static ForecastCategory parse(String text) {
        for (ForecastCategory value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new InvalidValueException(
                "ForecastCategory",
                "text",
                "pipeline.unknown-category",
                "is not the name of a forecast category: " + text);
    }
}
