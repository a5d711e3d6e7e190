package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.accounting.reservation.Resolution.Kind;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code ReservationLog} must do: a reservation ends at most once, and only open ones are pushed. */
public abstract class ReservationLogContract extends JournalPortContract {
    private static final Actor ACTOR = Actor.of("営業");

    @SuppressWarnings("this-escape") // simple() reads nothing of a subclass
    private PostedEntry settling = Stamps.after(0, simple());

    /** For adapters. */
    protected ReservationLogContract() {}

    private ReservationLog log() {
        return harness().reservations();
    }

    @BeforeEach
    void prepare() {
        settling = append(simple());
    }

    private Reservation reserve(boolean expires) {
        Reservation reservation = new Reservation(
                Sample.full(Fresh.key("reservation")),
                expires ? Optional.of(Fresh.instant()) : Optional.empty(),
                Fresh.instant(),
                ACTOR);
        log().append(reservation);
        return reservation;
    }

    /** A settlement names an entry of the journal. */
    private Resolution ended(Reservation reservation, Kind kind) {
        Optional<EntryId> entry = kind == Kind.SETTLED ? Optional.of(settling.id()) : Optional.empty();
        return new Resolution(reservation.id(), kind, entry, Fresh.instant(), ACTOR);
    }

    private ImmutableList<Reservation> open(Reservation... among) {
        MutableList<Reservation> found = Lists.mutable.empty();
        log().forEachOpen(found::add);
        return found.select(Lists.immutable.of(among)::contains).toImmutable();
    }

    @Test
    void reservations_1_1_a_reservation_comes_back_as_it_was_appended() {
        Reservation with = reserve(true);
        Reservation without = reserve(false);
        assertThat(log().find(with.id())).contains(with);
        assertThat(log().find(without.id())).contains(without);
        assertThat(log().find(EntryId.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void reservations_1_2_resolutions_of_every_kind_come_back() {
        for (Kind kind : Kind.values()) {
            Reservation reservation = reserve(true);
            assertThat(log().resolutionOf(reservation.id())).isEmpty();
            Resolution resolution = ended(reservation, kind);
            log().append(resolution);
            assertThat(log().resolutionOf(reservation.id())).contains(resolution);
            assertThat(log().find(reservation.id())).contains(reservation);
        }
    }

    @Test
    void reservations_2_1_a_taken_id_is_refused() {
        Reservation first = reserve(false);
        Reservation twin = new Reservation(first.entry(), Optional.of(Fresh.instant()), Fresh.instant(), ACTOR);
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.id())).contains(first);
    }

    @Test
    void reservations_2_2_a_reservation_ends_at_most_once() {
        Reservation reservation = reserve(false);
        Resolution first = ended(reservation, Kind.RELEASED);
        log().append(first);
        assertThatThrownBy(() -> log().append(ended(reservation, Kind.SETTLED)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(log().resolutionOf(reservation.id())).contains(first);
    }

    @Test
    void reservations_3_1_only_open_reservations_are_pushed_in_their_order() {
        Reservation one = reserve(false);
        Reservation two = reserve(true);
        Reservation three = reserve(false);
        assertThat(open(one, two, three)).containsExactly(one, two, three);
        log().append(ended(two, Kind.EXPIRED));
        assertThat(open(one, two, three)).containsExactly(one, three);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void reservations_4_1_a_failed_unit_of_work_leaves_neither_reservation_nor_resolution() {
        Reservation kept = reserve(false);
        Reservation[] lost = new Reservation[1];
        rolledBack(() -> {
            lost[0] = reserve(false);
            log().append(ended(kept, Kind.RELEASED));
        });
        assertThat(log().find(lost[0].id())).isEmpty();
        assertThat(log().resolutionOf(kept.id())).isEmpty();
        assertThat(open(kept, lost[0])).containsExactly(kept);
        log().append(ended(kept, Kind.SETTLED));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void reservations_5_1_of_racers_to_end_one_reservation_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            Reservation reservation = reserve(false);
            ImmutableList<AtOnce.Ended<Resolution>> ends = AtOnce.run(4, i -> {
                Resolution resolution = ended(reservation, i % 2 == 0 ? Kind.SETTLED : Kind.RELEASED);
                log().append(resolution);
                return resolution;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.count(e -> e.failedWith(DuplicateKeyException.class)))
                    .isEqualTo(3);
            assertThat(log().resolutionOf(reservation.id()))
                    .contains(ends.detect(e -> !e.failed()).value());
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void reservations_6_1_reservations_survive_a_restart() {
        Reservation reservation = reserve(true);
        Resolution resolution = ended(reservation, Kind.SETTLED);
        log().append(resolution);
        assertThat(harness().reopened().reservations().find(reservation.id())).contains(reservation);
        assertThat(harness().reopened().reservations().resolutionOf(reservation.id()))
                .contains(resolution);
    }

    @Test
    @Requires(Capability.TENANTS)
    void reservations_7_1_tenants_never_see_each_other() {
        Reservation mine = reserve(false);
        ReservationLog other = harness().otherTenant().reservations();
        assertThat(other.find(mine.id())).isEmpty();
        other.append(mine);
        other.append(new Resolution(mine.id(), Kind.RELEASED, Optional.empty(), Fresh.instant(), ACTOR));
        assertThat(log().resolutionOf(mine.id())).isEmpty();
        assertThat(open(mine)).containsExactly(mine);
    }
}
