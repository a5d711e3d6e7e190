/**
 * The service desk: cases whose history is a list of facts, agreements whose clocks run in working time, and what a queue
 * will come to. A deadline is never stored; it follows from the facts, the agreement and the calendar, and carries the
 * hours that it counted. So another agreement, a corrected holiday or a pause need no repair.
 *
 * <pre>{@code
 * ServiceDesk desk = new ServiceDesk(log, outbox, unitOfWork, access, clock);
 * CaseId id = CaseId.of("case-1");
 * desk.record(IdempotencyKey.of("k1"), id, CaseChange.opened(customer, queue, Priority.HIGH), opened, me);
 * desk.record(IdempotencyKey.of("k2"), id, new CaseChange.Paused("waits for the customer"), asked, me);
 * desk.record(IdempotencyKey.of("k3"), id, new CaseChange.Resumed(), answered, me);
 * ServiceCase found = desk.find(id).orElseThrow();
 * ImmutableList<Deadline> deadlines = ServiceClocks.of(found, gold, officeHours, now);
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.service;

import org.jspecify.annotations.NullMarked;
