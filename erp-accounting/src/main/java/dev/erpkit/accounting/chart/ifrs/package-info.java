/** A chart for statements under IFRS, as data. */
@NullMarked
package dev.erpkit.accounting.chart.ifrs;

import org.jspecify.annotations.NullMarked;
