package dev.erpkit.accounting.recurring;

import dev.erpkit.accounting.recurring.RecurringChange.Added;
import dev.erpkit.accounting.recurring.RecurringChange.Generated;
import dev.erpkit.accounting.recurring.RecurringChange.Paused;
import dev.erpkit.accounting.recurring.RecurringChange.Resumed;
import dev.erpkit.accounting.recurring.RecurringChange.Skipped;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What the facts about a template come to.
 *
 * @param template what was added
 * @param generated the place of the last occurrence that was told, 0 before the first
 * @param skipped places that will not come
 * @param pauses the pauses, oldest first
 */
public record RecurringState(
        RecurringTemplate template, int generated, ImmutableSet<Integer> skipped, ImmutableList<Pause> pauses) {
    /**
     * A pause.
     *
     * @param from the first day without occurrences
     * @param until the first day with them again
     */
    public record Pause(LocalDate from, Optional<LocalDate> until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }
    }

    /**
     * An occurrence that is due.
     *
     * @param template of which template
     * @param place which one, from 1
     * @param date its day
     */
    public record Occurrence(RecurringTemplate template, int place, LocalDate date) {
        /** What it tells the books, under a key made of template and place. */
        public AccountingEvent event() {
            return AccountingEvent.builder()
                    .key(IdempotencyKey.of("recurring/" + template.id() + "/" + place))
                    .type(template.eventType())
                    .effectiveDate(date)
                    .source(template.source())
                    .amounts(template.amounts())
                    .build();
        }
    }

    /** The state after adding. */
    public static RecurringState of(RecurringTemplate template) {
        return new RecurringState(template, 0, Sets.immutable.empty(), Lists.immutable.empty());
    }

    /** Whether it is paused and was not resumed. */
    public boolean paused() {
        return pauses.notEmpty() && pauses.getLast().until().isEmpty();
    }

    /** The state after one more fact. */
    public RecurringState with(RecurringChange change) {
        if (change instanceof Generated told) {
            return new RecurringState(template, told.place(), skipped, pauses);
        }
        if (change instanceof Skipped skip) {
            return new RecurringState(template, generated, skipped.newWith(skip.place()), pauses);
        }
        if (change instanceof Paused pause) {
            return new RecurringState(
                    template, generated, skipped, pauses.newWith(new Pause(pause.from(), Optional.empty())));
        }
        if (change instanceof Resumed resumed) {
            Pause last = new Pause(pauses.getLast().from(), Optional.of(resumed.from()));
            return new RecurringState(
                    template,
                    generated,
                    skipped,
                    Lists.immutable.ofAll(pauses.take(pauses.size() - 1)).newWith(last));
        }
        return of(((Added) change).template());
    }

    /** The occurrences that are due through a day and were not told, in their order. */
    public ImmutableList<Occurrence> due(LocalDate through, BusinessCalendar calendar) {
        MutableList<Occurrence> due = Lists.mutable.empty();
        for (int place = generated + 1; ; place++) {
            Optional<LocalDate> nominal = template.rule().nominal(place);
            if (nominal.isEmpty()) {
                return due.toImmutable();
            }
            LocalDate date = template.rule().adjust().adjust(nominal.get(), calendar);
            if (date.isAfter(through)) {
                return due.toImmutable();
            }
            if (!skipped.contains(place) && pauses.noneSatisfy(pause -> pause.covers(nominal.get()))) {
                due.add(new Occurrence(template, place, date));
            }
        }
    }
}
