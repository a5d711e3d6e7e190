package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.outcome.RefusalCode;

/** Why a return of consumption tax cannot be made up. */
public final class JapanReturnRefusals {
    /** Tax on sales is added up from invoices but input tax is found from totals. */
    public static final RefusalCode METHODS = RefusalCode.of("japan-return.methods");
    /** The method is not open to this business in this period. */
    public static final RefusalCode INELIGIBLE = RefusalCode.of("japan-return.ineligible");
    /** The sales by class of business are not the sales. */
    public static final RefusalCode CLASSES = RefusalCode.of("japan-return.classes");

    private JapanReturnRefusals() {}
}
