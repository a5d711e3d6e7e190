/** What a host implements to keep personal data. Proven by {@code PersonStoreContract} of the test kit. */
@NullMarked
package dev.erpkit.hr.employment.port;

import org.jspecify.annotations.NullMarked;
