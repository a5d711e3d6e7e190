@NullMarked
package dev.erpkit.hr.japan.resident;

import org.jspecify.annotations.NullMarked;
