package dev.erpkit.accounting.chart;

import dev.erpkit.core.outcome.RefusalCode;

/** Why commands on the chart are refused. */
public final class ChartRefusals {
    /** The code is taken by an account with other content. */
    public static final RefusalCode DUPLICATE = RefusalCode.of("chart.duplicate");
    /** The parent is not in the chart. */
    public static final RefusalCode UNKNOWN_PARENT = RefusalCode.of("chart.unknown-parent");
    /** The account would be its own ancestor. */
    public static final RefusalCode CYCLE = RefusalCode.of("chart.cycle");
    /** There is no such account. */
    public static final RefusalCode UNKNOWN = RefusalCode.of("account.unknown");
    /** The account has entries that the change would contradict. */
    public static final RefusalCode IN_USE = RefusalCode.of("account.in-use");
    /** The account is of another class than its parent. */
    public static final RefusalCode PARENT_CLASS = RefusalCode.of("chart.parent-class");
    /** The account of the balance sheet that is to end has a balance. */
    public static final RefusalCode HAS_BALANCE = RefusalCode.of("account.has-balance");
    /** The control account that is to end has open items. */
    public static final RefusalCode HAS_OPEN_ITEMS = RefusalCode.of("account.has-open-items");

    private ChartRefusals() {}
}
