/** Charts for Japan, as data: the accounts that small companies' books customarily have. */
@NullMarked
package dev.erpkit.accounting.chart.japan;

import org.jspecify.annotations.NullMarked;
