package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a fixed asset.
 *
 * @param value 1 to 64 characters without control characters
 */
public record AssetId(String value) implements Comparable<AssetId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public AssetId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("AssetId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("AssetId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static AssetId of(String value) {
        return new AssetId(value);
    }

    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
