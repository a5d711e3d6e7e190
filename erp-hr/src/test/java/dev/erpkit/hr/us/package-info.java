@NullMarked
package dev.erpkit.hr.us;

import org.jspecify.annotations.NullMarked;
