@NullMarked
package dev.erpkit.hr.japan.yearend;

import org.jspecify.annotations.NullMarked;
