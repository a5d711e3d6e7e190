@NullMarked
package dev.erpkit.hr.run;

import org.jspecify.annotations.NullMarked;
