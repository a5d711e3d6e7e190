package dev.erpkit.accounting.report;

/**
 * A row of a layout.
 *
 * @param id its name within the layout, which totals refer to
 * @param level how far it is indented, from 0
 * @param label what people read
 * @param content what it shows
 */
public record LayoutRow(String id, int level, String label, RowContent content) {}
