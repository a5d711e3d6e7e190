package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.posting.PostingSession.Decision;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.accounting.reservation.Resolution.Kind;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
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
 * counts against the limits of its accounts until it is resolved or runs out; it is resolved at most once.
 *
 * <p>Refusals besides those of posting: {@code reservation.id-reused}, {@code reservation.unknown},
 * {@code reservation.resolved}, {@code reservation.expired}, {@code reservation.exceeded}.
 */
public final class ReservationService {
    private final PostingService posting;
    private final PostingPorts ports;

    /** Reservations for the entries of a posting service. */
    public ReservationService(PostingService posting) {
        this.posting = posting;
        this.ports = posting.ports();
    }

    /** Reserves what an entry would post; the id of the entry is the id of the reservation. */
    public Outcome<Reservation> reserve(JournalEntry entry, Optional<Instant> expiresAt, Actor actor) {
        return ports.unitOfWork().execute(() -> {
            Optional<Reservation> known = ports.reservations().find(entry.id());
            if (known.isPresent()) {
                return EntryContent.same(known.get().entry(), entry)
                                && known.get().expiresAt().equals(expiresAt)
                        ? Outcome.replayed(known.get())
                        : Outcome.refused(PostingRefusals.of(
                                        "reservation.id-reused",
                                        "Reservation " + entry.id() + " has other content; take another id")
                                .with("reservation", entry.id()));
            }
            Outcome<PostedEntry> possible = posting.preview(entry, actor);
            return possible.then(preview -> {
                Reservation reservation = new Reservation(preview.entry(), expiresAt, preview.recordedAt(), actor);
                ports.reservations().append(reservation);
                return Outcome.accepted(reservation);
            });
        });
    }

    /** Posts all that is reserved, under a new id. */
    public Outcome<PostedEntry> settle(EntryId reservation, EntryId entry, Actor actor) {
        Optional<Reservation> found = ports.reservations().find(reservation);
        return found.isEmpty()
                ? Outcome.refused(unknown(reservation))
                : settle(
                        reservation,
                        JournalEntry.builder().from(found.get().entry()).id(entry).build(),
                        actor);
    }

    /**
     * Posts part of what is reserved and frees the rest. No line of the entry may exceed what is reserved for its account,
     * currency and dimensions on its side.
     */
    public Outcome<PostedEntry> settle(EntryId reservation, JournalEntry entry, Actor actor) {
        return posting.postDecided(
                session -> {
                    Optional<Resolution> ended = ports.reservations().resolutionOf(reservation);
                    if (ended.isPresent() && ended.get().entry().equals(Optional.of(entry.id()))) {
                        return session.decide(entry, Optional.of(reservation));
                    }
                    Reservation open = ports.reservations().find(reservation).orElse(null);
                    Refusal refusal = open == null ? unknown(reservation) : open(open, session.now());
                    if (refusal == null && open != null) {
                        refusal = exceeded(open.entry(), entry);
                    }
                    if (refusal != null) {
                        return new Decision(null, null, refusal);
                    }
                    Decision decision = session.decide(entry, Optional.of(reservation));
                    if (decision.entry() != null) {
                        resolve(reservation, Kind.SETTLED, Optional.of(entry.id()), session.now(), actor);
                    }
                    return decision;
                },
                actor,
                Optional.empty());
    }

    /** Gives a reservation up. Doing so again gives the first outcome again. */
    public Outcome<Resolution> release(EntryId reservation, Actor actor) {
        return ports.unitOfWork().execute(() -> {
            Reservation found = ports.reservations().find(reservation).orElse(null);
            if (found == null) {
                return Outcome.refused(unknown(reservation));
            }
            Optional<Resolution> ended = ports.reservations().resolutionOf(reservation);
            if (ended.isPresent()) {
                return ended.get().kind() == Kind.RELEASED
                        ? Outcome.replayed(ended.get())
                        : Outcome.refused(resolved(reservation));
            }
            return Outcome.accepted(resolve(reservation, Kind.RELEASED, Optional.empty(), now(), actor));
        });
    }

    /** Ends every reservation that has run out by now. */
    public ImmutableList<Resolution> expire(Actor actor) {
        return ports.unitOfWork().execute(() -> {
            Instant now = now();
            MutableList<EntryId> over = Lists.mutable.empty();
            ports.reservations().forEachOpen(r -> {
                if (r.expiredAt(now)) {
                    over.add(r.id());
                }
            });
            return over.collect(id -> resolve(id, Kind.EXPIRED, Optional.empty(), now, actor))
                    .toImmutable();
        });
    }

    private Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Resolution resolve(EntryId id, Kind kind, Optional<EntryId> entry, Instant now, Actor actor) {
        ReservationLog log = ports.reservations();
        Resolution resolution = new Resolution(id, kind, entry, now, actor);
        log.append(resolution);
        return resolution;
    }

    private @Nullable Refusal open(Reservation reservation, Instant now) {
        if (ports.reservations().resolutionOf(reservation.id()).isPresent()) {
            return resolved(reservation.id());
        }
        return reservation.expiredAt(now)
                ? PostingRefusals.of("reservation.expired", "Reservation " + reservation.id() + " has run out; reserve again")
                        .with("reservation", reservation.id())
                : null;
    }

    private record Part(String account, String currency, Dimensions dimensions) {
        static Part of(JournalLine line) {
            return new Part(
                    line.account().value(), line.amount().getCurrency().getCurrencyCode(), line.dimensions());
        }
    }

    private static @Nullable Refusal exceeded(JournalEntry reserved, JournalEntry entry) {
        MutableObjectLongMap<Part> most = sums(reserved);
        MutableObjectLongMap<Part> used = sums(entry);
        Part over = used.keysView().toSortedListBy(Part::toString).detect(part -> {
            long have = most.get(part);
            long want = used.get(part);
            return want != 0 && (Long.signum(have) != Long.signum(want) || Math.abs(want) > Math.abs(have));
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
            sums.put(part, Math.addExact(sums.get(part), line.amountMinor()));
        });
        return sums;
    }

    private static Refusal unknown(EntryId reservation) {
        return PostingRefusals.of("reservation.unknown", "There is no reservation " + reservation)
                .with("reservation", reservation);
    }

    private static Refusal resolved(EntryId reservation) {
        return PostingRefusals.of("reservation.resolved", "Reservation " + reservation + " has ended already")
                .with("reservation", reservation);
    }
}
