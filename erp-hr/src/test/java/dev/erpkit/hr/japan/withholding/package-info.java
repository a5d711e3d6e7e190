@NullMarked
package dev.erpkit.hr.japan.withholding;

import org.jspecify.annotations.NullMarked;
