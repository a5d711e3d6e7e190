package dev.erpkit.accounting.recurring;

import static dev.erpkit.accounting.posting.GuardedBooks.CLOCK;
import static dev.erpkit.accounting.posting.GuardedBooks.ME;
import static dev.erpkit.accounting.posting.GuardedBooks.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.accounting.recurring.memory.MemoryRecurringLog;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Templates tell each occurrence exactly once, in order, however they are run. */
class RecurringServiceTest {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of(date -> java.util.Optional.empty());
    private static final RecurringId RENT = RecurringId.of("rent");
    private final GuardedBooks books = new GuardedBooks();
    private final RecurringService recurring = service(AccessPolicy.allowAll());

    private RecurringService service(AccessPolicy access) {
        PostingRule rule = PostingRule.builder()
                .eventType("rent")
                .add(LineRule.debit("rent", "5100"))
                .add(LineRule.credit("rent", "1000"))
                .build();
        return new RecurringService(
                new MemoryRecurringLog(books.work), books.events(rule), books.work, access, CLOCK, CALENDAR);
    }

    private static RecurringTemplate.Builder rent() {
        return RecurringTemplate.builder()
                .id("rent")
                .eventType("rent")
                .rule(CalendarRule.monthly(LocalDate.of(2026, 1, 31), 31))
                .source(SourceDocument.of("office", "lease", "1"))
                .amount(RoleAmount.of("rent", Amounts.of("100", "EUR")));
    }

    private ImmutableList<LocalDate> days() {
        return books.journal().collect(posted -> posted.entry().date());
    }

    private RecurringService.Run run(String through) {
        return recurring.run(LocalDate.parse(through), ME).orElseThrow();
    }

    @Test
    void occurrences_are_told_once_and_caught_up_in_order() {
        recurring.add(rent().build(), ME).orElseThrow();
        assertThat(run("2026-02-27").told()).hasSize(1);
        assertThat(run("2026-04-30").told().collect(o -> o.place())).containsExactly(2, 3, 4);
        assertThat(run("2026-04-30").told()).isEmpty();
        assertThat(days().collect(LocalDate::toString))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30");
        assertThat(books.journal().getFirst().id().value()).isEqualTo("recurring/rent/1@main");
    }

    @Test
    void days_without_business_move_and_rules_end() {
        recurring
                .add(
                        rent().rule(CalendarRule.every(3, LocalDate.of(2026, 1, 20), 15)
                                        .moving(BusinessDayRule.MODIFIED_FOLLOWING)
                                        .times(3))
                                .build(),
                        ME)
                .orElseThrow();
        run("2030-01-01");
        assertThat(days().collect(LocalDate::toString))
                .as("first in February, which has 15 on a Sunday")
                .containsExactly("2026-02-16", "2026-05-15", "2026-08-17");
        assertThat(CalendarRule.monthly(LocalDate.of(2026, 1, 1), 10)
                        .through(LocalDate.of(2026, 2, 10))
                        .nominal(3))
                .isEmpty();
    }

    @Test
    void skipped_and_paused_occurrences_never_come() {
        recurring.add(rent().build(), ME).orElseThrow();
        recurring.skip(RENT, 2, ME).orElseThrow();
        recurring.pause(RENT, LocalDate.of(2026, 4, 1), ME).orElseThrow();
        run("2026-06-30");
        recurring.resume(RENT, LocalDate.of(2026, 6, 30), ME).orElseThrow();
        run("2026-07-31");
        assertThat(days().collect(LocalDate::toString))
                .containsExactly("2026-01-31", "2026-03-31", "2026-06-30", "2026-07-31");
    }

    @Test
    void what_the_books_refuse_holds_up_its_template_only() {
        recurring.add(rent().build(), ME).orElseThrow();
        recurring
                .add(
                        rent().id("other")
                                .rule(CalendarRule.monthly(LocalDate.of(2026, 3, 1), 5))
                                .build(),
                        ME)
                .orElseThrow();
        books.periods
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2026, 1, 31), ME)
                .orElseThrow();
        RecurringService.Run ended = run("2026-03-31");
        assertThat(ended.told().collect(o -> o.template().id().value())).containsExactly("other");
        assertThat(ended.refused().getOnly().reason().code().value()).isEqualTo("period.locked");
        assertThat(recurring.find(RENT).orElseThrow().generated()).isZero();
        books.periods
                .unlock(BookId.MAIN, LockScope.ALL, LocalDate.of(2026, 1, 31), "rent", ME)
                .orElseThrow();
        assertThat(run("2026-03-31").told()).hasSize(3);
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        assertThat(code(recurring.skip(RENT, 1, ME))).isEqualTo("recurring.unknown");
        RecurringState added = recurring.add(rent().build(), ME).orElseThrow();
        assertThat(recurring.add(rent().build(), ME)).isEqualTo(Outcome.replayed(added));
        assertThat(code(recurring.add(rent().eventType("x").build(), ME))).isEqualTo("recurring.id-reused");
        run("2026-01-31");
        assertThat(code(recurring.skip(RENT, 1, ME))).isEqualTo("recurring.told");
        assertThat(code(recurring.resume(RENT, LocalDate.of(2026, 4, 1), ME))).isEqualTo("recurring.not-paused");
        recurring.pause(RENT, LocalDate.of(2026, 4, 1), ME).orElseThrow();
        assertThat(code(recurring.pause(RENT, LocalDate.of(2026, 5, 1), ME))).isEqualTo("recurring.paused");
        assertThat(code(recurring.resume(RENT, LocalDate.of(2026, 3, 1), ME))).isEqualTo("recurring.not-paused");
        assertThat(code(service((actor, permission) -> false).run(LocalDate.of(2026, 4, 1), ME)))
                .isEqualTo("access.denied");
        assertThatThrownBy(() -> CalendarRule.monthly(LocalDate.of(2026, 1, 1), 32))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("recurring.rule")).isTrue());
    }
}
