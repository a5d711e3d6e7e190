package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange;
import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** The columns of one change of periods; those that its kind does not have stay empty. */
final class PeriodColumns {
    static final String NAMES =
            "kind, scope, from_date, to_date, exception_key, grantee, expires_at, reason, fiscal_year, generation";

    private final String kind;
    private @Nullable String scope;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable String exceptionKey;
    private @Nullable String grantee;
    private @Nullable Instant expiresAt;
    private @Nullable String reason;
    private @Nullable String fiscalYear;
    private @Nullable Long generation;

    private PeriodColumns(String kind) {
        this.kind = kind;
    }

    static PeriodColumns of(PeriodChange change) {
        if (change instanceof Locked c) {
            return new PeriodColumns("LOCKED").scope(c.scope()).range(null, c.through());
        } else if (change instanceof Unlocked c) {
            return new PeriodColumns("UNLOCKED")
                    .scope(c.scope())
                    .range(null, c.through())
                    .reason(c.reason());
        } else if (change instanceof ExceptionGranted c) {
            return new PeriodColumns("EXCEPTION_GRANTED")
                    .exception(c)
                    .scope(c.scope())
                    .range(c.startInclusive(), c.endExclusive())
                    .reason(c.reason());
        } else if (change instanceof ExceptionEnded c) {
            return new PeriodColumns("EXCEPTION_ENDED").key(c.key());
        } else if (change instanceof YearClosed c) {
            return new PeriodColumns("YEAR_CLOSED")
                    .year(c.year(), c.generation())
                    .range(c.startInclusive(), c.endExclusive());
        } else if (change instanceof YearReopened c) {
            return new PeriodColumns("YEAR_REOPENED")
                    .year(c.year(), c.generation())
                    .reason(c.reason());
        }
        throw new IllegalStateException("Unknown change of periods: " + change.getClass());
    }

    private PeriodColumns scope(LockScope value) {
        scope = value.value();
        return this;
    }

    private PeriodColumns range(@Nullable LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    private PeriodColumns exception(ExceptionGranted granted) {
        grantee = granted.grantee().map(Actor::id).orElse(null);
        expiresAt = granted.expiresAt();
        return key(granted.key());
    }

    private PeriodColumns key(IdempotencyKey value) {
        exceptionKey = value.value();
        return this;
    }

    private PeriodColumns reason(String value) {
        reason = value;
        return this;
    }

    private PeriodColumns year(String name, int close) {
        fiscalYear = name;
        generation = (long) close;
        return this;
    }

    /** Binds them in the order of {@link #NAMES}. */
    void bind(Row row) throws SQLException {
        row.text(kind).text(scope).day(from).day(to).text(exceptionKey).text(grantee);
        row.instant(expiresAt).text(reason).text(fiscalYear).number(generation);
    }

    /** The entries of a closed or reopened year, which stand in rows of their own. */
    static ImmutableList<EntryId> entries(PeriodChange change) {
        if (change instanceof YearClosed closed) {
            return closed.entries();
        }
        return change instanceof YearReopened reopened ? reopened.reversals() : Lists.immutable.empty();
    }

    /** The change that a row holds, with its entries. */
    static PeriodChange change(ResultSet row, ImmutableList<EntryId> entries) throws SQLException {
        String kind = row.getString("kind");
        LocalDate from = row.getObject("from_date", LocalDate.class);
        LocalDate to = row.getObject("to_date", LocalDate.class);
        String reason = row.getString("reason");
        String year = row.getString("fiscal_year");
        return switch (kind) {
            case "LOCKED" -> new Locked(LockScope.of(row.getString("scope")), to);
            case "UNLOCKED" -> new Unlocked(LockScope.of(row.getString("scope")), to, reason);
            case "EXCEPTION_GRANTED" ->
                new ExceptionGranted(
                        IdempotencyKey.of(row.getString("exception_key")),
                        LockScope.of(row.getString("scope")),
                        from,
                        to,
                        Row.text(row, "grantee").map(Actor::of),
                        Row.instant(row, "expires_at"),
                        reason);
            case "EXCEPTION_ENDED" -> new ExceptionEnded(IdempotencyKey.of(row.getString("exception_key")));
            case "YEAR_CLOSED" -> new YearClosed(year, from, to, row.getInt("generation"), entries);
            case "YEAR_REOPENED" -> new YearReopened(year, row.getInt("generation"), entries, reason);
            default -> throw new SQLException("A period fact of an unknown kind: " + kind, "22000");
        };
    }
}
