package dev.erpkit.accounting.declaration;

import dev.erpkit.core.outcome.RefusalCode;

/** Why tax facts and declarations are refused. */
public final class DeclarationRefusals {
    /** The key was used for a record with other content. */
    public static final RefusalCode FACT_KEY_REUSED = RefusalCode.of("tax-fact.key-reused");
    /** No form has the box. */
    public static final RefusalCode UNKNOWN_BOX = RefusalCode.of("tax-fact.unknown-box");

    private DeclarationRefusals() {}
}
