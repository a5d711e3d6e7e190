/**
 * What all areas of people share: facts that are appended once, one stream for each person, and the way a command becomes a
 * fact. A correction is another fact; what is true is a fold over a stream.
 *
 * <pre>{@code
 * FactLog<AttendanceChange> log = new MemoryFactLog<>(unitOfWork);
 * log.forEach(person, 0, fact -> sheet.apply(fact));
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.fact;

import org.jspecify.annotations.NullMarked;
