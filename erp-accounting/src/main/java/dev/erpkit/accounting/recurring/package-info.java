/**
 * Recurring entries: a template with a calendar rule and amounts by role gives one event for each occurrence, exactly once,
 * whenever and however often it is run.
 *
 * <pre>{@code
 * RecurringTemplate rent = RecurringTemplate.builder()
 *         .id("rent")
 *         .eventType("rent")
 *         .source(SourceDocument.of("office", "lease", "1"))
 *         .rule(CalendarRule.monthly(LocalDate.of(2026, 4, 1), 31).moving(BusinessDayRule.PRECEDING))
 *         .amount(RoleAmount.of("rent", Amounts.of("1500", "EUR")))
 *         .build();
 * recurring.add(rent, me).orElseThrow();
 * recurring.run(LocalDate.of(2026, 6, 30), me).orElseThrow(); // April, May and June, in their order
 * }</pre>
 *
 * <p>The key of an occurrence is made of template and place, so that posting it twice is a replay.
 */
@NullMarked
package dev.erpkit.accounting.recurring;

import org.jspecify.annotations.NullMarked;
