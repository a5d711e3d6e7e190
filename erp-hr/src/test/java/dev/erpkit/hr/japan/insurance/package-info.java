@NullMarked
package dev.erpkit.hr.japan.insurance;

import org.jspecify.annotations.NullMarked;
