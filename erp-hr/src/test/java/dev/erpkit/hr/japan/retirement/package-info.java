@NullMarked
package dev.erpkit.hr.japan.retirement;

import org.jspecify.annotations.NullMarked;
