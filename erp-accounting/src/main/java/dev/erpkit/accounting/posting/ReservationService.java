package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.accounting.reservation.Resolution.Kind;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;
import org.jspecify.annotations.Nullable;

/**
 * Two-phase entries: reserve now, post in whole or in part later, or release. A reservation is checked like an entry and
 * counts against the limits of its accounts until it is resolved or runs out; it is resolved at most once. Reserving needs
 * no approval, settling does where posting does.
 *
 * <p>Permissions: {@code journal.reserve} to reserve and to release, {@code journal.post} to settle,
 * {@code journal.expire} to end what has run out, with the book as scope.
 * Refusals besides those of posting: {@code reservation.id-reused}, {@code reservation.unknown},
 * {@code reservation.resolved}, {@code reservation.expired}, {@code reservation.exceeded}.
 */
public final class ReservationService {
    private static final String RESERVE = "journal.reserve";
    private static final String EXPIRE = "journal.expire";

    private final PostingService posting;
    private final PostingPorts ports;

    /** Reservations for the entries of a posting service. */
    public ReservationService(PostingService posting) {
        this.posting = posting;
        this.ports = posting.ports();
    }

    /**
     * Reserves what an entry would post.
     *
     * @param entry the entry that may follow; its id is the id of the reservation
     * @param expiresAt from when on the reservation no longer counts; an instant to come
     * @param actor who reserves
     */
    public Outcome<Reservation> reserve(JournalEntry entry, Optional<Instant> expiresAt, Actor actor) {
        Permission permission = new Permission(RESERVE, entry.book().value());
        if (!ports.access().allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        return ports.unitOfWork().execute(() -> {
            Reservation known = ports.reservations().find(entry.id()).orElse(null);
            if (known != null) {
                return same(known, entry, expiresAt)
                        ? Outcome.replayed(known)
                        : Outcome.refused(PostingRefusals.of(
                                        "reservation.id-reused",
                                        "Reservation " + entry.id() + " has other content; take another id")
                                .with("reservation", entry.id()));
            }
            if (expiresAt.isPresent() && !ports.clock().instant().isBefore(expiresAt.get())) {
                return Outcome.refused(PostingRefusals.of(
                                "reservation.expired",
                                "Reservation " + entry.id() + " would run out at " + expiresAt.get()
                                        + ", which is past; choose a later instant")
                        .with("reservation", entry.id()));
            }
            PostingPolicy policy = new PostingPolicy(posting.policy().lockedDates(), ApprovalPolicy.NONE);
            return posting.preview(entry, new PostingCommand(RESERVE, actor, Optional.empty(), policy, true, false))
                    .then(preview -> {
                        Reservation reservation =
                                new Reservation(preview.entry(), expiresAt, preview.recordedAt(), actor);
                        ports.reservations().append(reservation);
                        return Outcome.accepted(reservation);
                    });
        });
    }

    private boolean same(Reservation known, JournalEntry entry, Optional<Instant> expiresAt) {
        boolean movable = posting.policy().lockedDates() == LockedDatePolicy.FIRST_OPEN_DAY;
        return EntryContent.same(known.entry(), entry, movable)
                && known.expiresAt().equals(expiresAt);
    }

    /** Posts all that is reserved under a new id, on the day that was reserved for. */
    public Outcome<PostedEntry> settle(EntryId reservation, EntryId entry, Actor actor) {
        Reservation found = ports.reservations().find(reservation).orElse(null);
        return found == null
                ? Outcome.refused(unknown(reservation))
                : settle(reservation, entry, found.entry().date(), actor);
    }

    /** Posts all that is reserved under a new id, on a day of choice. */
    public Outcome<PostedEntry> settle(EntryId reservation, EntryId entry, LocalDate date, Actor actor) {
        Reservation found = ports.reservations().find(reservation).orElse(null);
        return found == null
                ? Outcome.refused(unknown(reservation))
                : settle(
                        reservation,
                        JournalEntry.builder()
                                .from(found.entry())
                                .id(entry)
                                .date(date)
                                .build(),
                        actor);
    }

    /**
     * Posts part of what is reserved and frees the rest. What the entry changes on an account, in a currency and under its
     * dimensions, must have the sign of what is reserved there and not exceed it.
     */
    public Outcome<PostedEntry> settle(EntryId reservation, JournalEntry entry, Actor actor) {
        return settle(reservation, entry, actor, Optional.empty());
    }

    /** Posts part of what is reserved, approved by somebody else where the policy asks for that. */
    public Outcome<PostedEntry> settle(EntryId reservation, JournalEntry entry, Actor actor, Optional<Actor> approver) {
        PostingCommand command = new PostingCommand(
                "journal.post",
                actor,
                approver.or(posting::approver),
                posting.policy(),
                ports.unitOfWork().active(),
                false);
        return posting.run(command, session -> {
            Resolution ended = ports.reservations().resolutionOf(reservation).orElse(null);
            if (ended != null && ended.entry().equals(Optional.of(entry.id()))) {
                return session.decide(entry, reservation);
            }
            Reservation open = ports.reservations().find(reservation).orElse(null);
            Refusal refusal = open == null ? unknown(reservation) : refusal(open, ended, session.now());
            if (refusal == null && open != null) {
                refusal = exceeded(open.entry(), entry);
            }
            if (refusal != null) {
                return Decision.refused(refusal);
            }
            Decision decision = session.decide(entry, reservation);
            if (decision.known() != null) {
                return Decision.refused(PostingRefusals.idReused(entry.id()));
            }
            if (decision.isFresh()) {
                resolve(reservation, Kind.SETTLED, Optional.of(entry.id()), session.now(), actor);
            }
            return decision;
        });
    }

    /** Gives a reservation up. Doing so again gives the first outcome again. */
    public Outcome<Resolution> release(EntryId reservation, Actor actor) {
        return ports.unitOfWork().execute(() -> {
            Reservation found = ports.reservations().find(reservation).orElse(null);
            if (found == null) {
                return Outcome.refused(unknown(reservation));
            }
            Permission permission = new Permission(RESERVE, found.entry().book().value());
            if (!ports.access().allows(actor, permission)) {
                return Outcome.refused(permission.denied());
            }
            Resolution ended = ports.reservations().resolutionOf(reservation).orElse(null);
            if (ended != null) {
                return ended.kind() == Kind.RELEASED ? Outcome.replayed(ended) : Outcome.refused(resolved(reservation));
            }
            return Outcome.accepted(resolve(reservation, Kind.RELEASED, Optional.empty(), after(found), actor));
        });
    }

    /**
     * Ends every reservation that has run out by now; until then it counts no more, but is not resolved either. Needs
     * {@code journal.expire} in each of their books.
     *
     * @return what was ended, or {@code access.denied}
     */
    public Outcome<ImmutableList<Resolution>> expire(Actor actor) {
        return ports.unitOfWork().execute(() -> {
            Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
            MutableList<Reservation> over = Lists.mutable.empty();
            ports.reservations().forEachOpen(reservation -> {
                if (reservation.expiredAt(now)) {
                    over.add(reservation);
                }
            });
            Permission denied = over.collect(
                            r -> new Permission(EXPIRE, r.entry().book().value()))
                    .detect(permission -> !ports.access().allows(actor, permission));
            return denied != null
                    ? Outcome.refused(denied.denied())
                    : Outcome.accepted(
                            over.collect(r -> resolve(r.id(), Kind.EXPIRED, Optional.empty(), after(r), actor))
                                    .toImmutable());
        });
    }

    /** Now, but never before the reservation itself. */
    private Instant after(Reservation reservation) {
        Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(reservation.recordedAt()) ? reservation.recordedAt() : now;
    }

    private Resolution resolve(EntryId id, Kind kind, Optional<EntryId> entry, Instant now, Actor actor) {
        Resolution resolution = new Resolution(id, kind, entry, now, actor);
        ports.reservations().append(resolution);
        return resolution;
    }

    private static @Nullable Refusal refusal(Reservation reservation, @Nullable Resolution ended, Instant now) {
        if (ended != null) {
            return resolved(reservation.id());
        }
        return reservation.expiredAt(now)
                ? PostingRefusals.of(
                                "reservation.expired",
                                "Reservation " + reservation.id() + " has run out; reserve again")
                        .with("reservation", reservation.id())
                : null;
    }

    private record Part(String account, String currency, Dimensions dimensions) {
        static Part of(JournalLine line) {
            return new Part(line.account().value(), line.currency().getCurrencyCode(), line.dimensions());
        }
    }

    private static @Nullable Refusal exceeded(JournalEntry reserved, JournalEntry entry) {
        MutableObjectLongMap<Part> most = sums(reserved);
        MutableObjectLongMap<Part> used = sums(entry);
        Part over = used.keysView().toSortedListBy(Part::toString).detect(part -> {
            long have = most.get(part);
            long want = used.get(part);
            return want != 0 && (have < 0 ? want > 0 || want < have : want < 0 || want > have);
        });
        return over == null && entry.book().equals(reserved.book())
                ? null
                : PostingRefusals.of(
                                "reservation.exceeded",
                                "Entry " + entry.id() + " posts more than is reserved; post less or reserve again")
                        .with("entry", entry.id())
                        .with("account", over == null ? entry.book() : over.account());
    }

    private static MutableObjectLongMap<Part> sums(JournalEntry entry) {
        MutableObjectLongMap<Part> sums = ObjectLongMaps.mutable.empty();
        entry.lines().forEach(line -> {
            Part part = Part.of(line);
            sums.put(part, BalanceRules.saturated(sums.get(part), line.amountMinor()));
        });
        return sums;
    }

    private static Refusal unknown(EntryId reservation) {
        return PostingRefusals.of("reservation.unknown", "There is no reservation " + reservation + "; reserve first")
                .with("reservation", reservation);
    }

    private static Refusal resolved(EntryId reservation) {
        return PostingRefusals.of(
                        "reservation.resolved", "Reservation " + reservation + " has ended already; reserve again")
                .with("reservation", reservation);
    }
}
