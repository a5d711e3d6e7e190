package dev.erpkit.testkit.model;

import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The locks of one book as a stack, its exceptions as a list and its closed years as another. */
final class ReferencePeriods {
    /**
     * A year that is closed.
     *
     * @param name its name
     * @param endExclusive the first day after it
     */
    record Closed(String name, LocalDate endExclusive) {}

    private final List<LocalDate> locks = new ArrayList<>();
    private final Map<IdempotencyKey, ExceptionGranted> granted = new LinkedHashMap<>();
    private final List<IdempotencyKey> ended = new ArrayList<>();
    private final List<Closed> years = new ArrayList<>();

    /** The day and reason of the unlocking that was the newest change, or null. */
    private @Nullable String unlocked;

    String lock(LocalDate through) {
        if (!locks.isEmpty() && last(locks).equals(through)) {
            return ReferenceBooks.REPLAYED;
        }
        if (!through.isAfter(closedThrough()) || !locks.isEmpty() && !through.isAfter(last(locks))) {
            return "period.already-locked";
        }
        locks.add(through);
        return changed();
    }

    String unlock(LocalDate through, String reason) {
        String command = through + " " + reason;
        if (command.equals(unlocked)) {
            return ReferenceBooks.REPLAYED;
        }
        if (!locks.contains(through)) {
            return "period.not-locked";
        }
        if (!last(locks).equals(through)) {
            return "period.not-newest";
        }
        if (!through.isAfter(closedThrough())) {
            return "period.year-closed";
        }
        locks.remove(locks.size() - 1);
        unlocked = command;
        return ReferenceBooks.ACCEPTED;
    }

    String grant(ExceptionGranted exception, Instant now) {
        ExceptionGranted known = granted.get(exception.key());
        if (known != null) {
            return known.equals(exception) ? ReferenceBooks.REPLAYED : "period.exception-key-reused";
        }
        if (!now.isBefore(exception.expiresAt())) {
            return "period.exception-expired";
        }
        if (!exception.startInclusive().isAfter(closedThrough())) {
            return "period.year-closed";
        }
        granted.put(exception.key(), exception);
        return changed();
    }

    String end(IdempotencyKey key) {
        if (!granted.containsKey(key)) {
            return "period.no-such-exception";
        }
        if (ended.contains(key)) {
            return ReferenceBooks.REPLAYED;
        }
        ended.add(key);
        return changed();
    }

    void close(String name, LocalDate endExclusive) {
        years.add(new Closed(name, endExclusive));
        unlocked = null;
    }

    void reopen() {
        years.remove(years.size() - 1);
        unlocked = null;
    }

    private String changed() {
        unlocked = null;
        return ReferenceBooks.ACCEPTED;
    }

    Optional<Closed> newestClosed() {
        return years.isEmpty() ? Optional.empty() : Optional.of(last(years));
    }

    boolean closed(String year) {
        return years.stream().anyMatch(closed -> closed.name().equals(year));
    }

    boolean open(LocalDate date, Instant now) {
        if (!date.isAfter(closedThrough())) {
            return false;
        }
        return locks.isEmpty()
                || date.isAfter(last(locks))
                || granted.values().stream()
                        .anyMatch(e -> !ended.contains(e.key())
                                && now.isBefore(e.expiresAt())
                                && !date.isBefore(e.startInclusive())
                                && date.isBefore(e.endExclusive()));
    }

    /** The last day on which nobody may post without an exception. */
    LocalDate lockedThrough() {
        LocalDate lock = locks.isEmpty() ? LocalDate.MIN : last(locks);
        return lock.isAfter(closedThrough()) ? lock : closedThrough();
    }

    private LocalDate closedThrough() {
        return years.isEmpty() ? LocalDate.MIN : last(years).endExclusive().minusDays(1);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
