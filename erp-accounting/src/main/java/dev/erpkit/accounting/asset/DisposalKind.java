package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;

/** How an asset leaves. */
public enum DisposalKind {
    /** Against proceeds. */
    SOLD("sold"),
    /** Without any: what it is still worth in the books is lost. */
    SCRAPPED("scrapped");

    private final String text;

    DisposalKind(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code sold}. */
    public String text() {
        return text;
    }

    /**
     * The kind with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static DisposalKind parse(String text) {
        return Names.parse(values(), DisposalKind::text, "DisposalKind", text);
    }
}
