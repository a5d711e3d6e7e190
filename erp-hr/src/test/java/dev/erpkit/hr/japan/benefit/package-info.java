@NullMarked
package dev.erpkit.hr.japan.benefit;

import org.jspecify.annotations.NullMarked;
