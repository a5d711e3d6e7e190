package dev.erpkit.accounting.declaration;

import dev.erpkit.core.outcome.RefusalCode;

/** Why tax facts and declarations are refused. */
public final class DeclarationRefusals {
    /** The key was used for a record with other content. */
    public static final RefusalCode FACT_KEY_REUSED = RefusalCode.of("tax-fact.key-reused");
    /** No form has the box. */
    public static final RefusalCode UNKNOWN_BOX = RefusalCode.of("tax-fact.unknown-box");
    /** No such form is filed. */
    public static final RefusalCode FORM_UNKNOWN = RefusalCode.of("declaration.form-unknown");
    /** The form has lost a box that facts are in. */
    public static final RefusalCode BOX_GONE = RefusalCode.of("declaration.unknown-box");
    /** The period is not over. */
    public static final RefusalCode PERIOD_OPEN = RefusalCode.of("declaration.period-open");
    /** The period has days that were declared. */
    public static final RefusalCode OVERLAP = RefusalCode.of("declaration.overlap");
    /** The period leaves days out between it and the one before. */
    public static final RefusalCode GAP = RefusalCode.of("declaration.gap");
    /** There is nothing to correct because nothing was filed. */
    public static final RefusalCode NOTHING_FILED = RefusalCode.of("declaration.nothing-filed");
    /** There is nothing to correct because no fact was late. */
    public static final RefusalCode NOTHING_TO_CORRECT = RefusalCode.of("declaration.nothing-to-correct");
    /** There is no such declaration. */
    public static final RefusalCode UNKNOWN = RefusalCode.of("declaration.unknown");
    /** The declaration was filed. */
    public static final RefusalCode ALREADY_FILED = RefusalCode.of("declaration.already-filed");
    /** A newer declaration was made up. */
    public static final RefusalCode SUPERSEDED = RefusalCode.of("declaration.superseded");
    /** The declaration has another fingerprint. */
    public static final RefusalCode HASH = RefusalCode.of("declaration.hash");
    /** The key was used for another command. */
    public static final RefusalCode KEY_REUSED = RefusalCode.of("declaration.key-reused");

    private DeclarationRefusals() {}
}
