package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.code;
import static dev.erpkit.accounting.posting.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private static final EntryId HOLD = EntryId.of("hold");

    private final Desk desk = new Desk();
    private final ReservationService service = desk.books.reservations();

    @BeforeEach
    void one_hundred_in_the_bank() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();
    }

    private Outcome<Reservation> hold(long amount) {
        return service.reserve(entry("hold", "cash", "bank", amount), Optional.empty(), POSTER);
    }

    private Outcome<PostedEntry> settle(String id, long amount) {
        return service.settle(HOLD, entry(id, "cash", "bank", amount), POSTER);
    }

    @Test
    void what_is_reserved_cannot_be_spent_or_reserved_again() {
        hold(70).orElseThrow();

        assertThat(code(desk.post(entry("out", "cash", "bank", 31)))).isEqualTo("balance.limit-exceeded");
        assertThat(code(service.reserve(entry("hold-2", "cash", "bank", 31), Optional.empty(), POSTER)))
                .isEqualTo("balance.limit-exceeded");
        assertThat(code(desk.post(entry("out", "cash", "bank", 30)))).isEqualTo("accepted");
    }

    @Test
    void what_is_reserved_to_come_in_cannot_be_spent_yet() {
        service.reserve(entry("expected", "bank", "sales", 50), Optional.empty(), POSTER)
                .orElseThrow();

        assertThat(code(desk.post(entry("out", "cash", "bank", 101)))).isEqualTo("balance.limit-exceeded");
    }

    @Test
    void a_reservation_that_would_have_run_out_already_is_refused() {
        assertThat(code(service.reserve(entry("hold", "cash", "bank", 1), Optional.of(Instant.MIN), POSTER)))
                .isEqualTo("reservation.expired");
        assertThat(code(service.settle(HOLD, entry("use", "cash", "bank", 1), POSTER)))
                .isEqualTo("reservation.unknown");
    }

    @Test
    void a_reservation_counts_on_every_day() {
        service.reserve(entry("hold", DAY.plusDays(30), "cash", "bank", 70), Optional.empty(), POSTER)
                .orElseThrow();

        assertThat(code(desk.post(entry("out", "cash", "bank", 31)))).isEqualTo("balance.limit-exceeded");
    }

    @Test
    void settling_in_part_posts_the_part_and_frees_the_rest() {
        hold(70).orElseThrow();

        settle("used", 50).orElseThrow();

        assertThat(desk.balance("bank", DAY)).isEqualTo(50);
        assertThat(code(desk.post(entry("out", "cash", "bank", 50)))).isEqualTo("accepted");
    }

    @Test
    void settling_the_whole_posts_what_was_reserved_on_a_day_of_choice() {
        hold(70).orElseThrow();

        PostedEntry posted = service.settle(HOLD, EntryId.of("used"), DAY.plusDays(3), POSTER)
                .orElseThrow();

        assertThat(posted.entry().date()).isEqualTo(DAY.plusDays(3));
        assertThat(desk.balance("bank", DAY.plusDays(2))).isEqualTo(100);
        assertThat(desk.balance("bank", DAY.plusDays(3))).isEqualTo(30);
    }

    @Test
    void no_more_than_the_reserved_amount_is_settled_nor_anything_else() {
        hold(70).orElseThrow();

        assertThat(code(settle("more", 71))).isEqualTo("reservation.exceeded");
        assertThat(code(service.settle(HOLD, entry("else", "cash", "sales", 1), POSTER)))
                .isEqualTo("reservation.exceeded");
        assertThat(code(service.settle(HOLD, entry("back", "bank", "cash", 1), POSTER)))
                .isEqualTo("reservation.exceeded");
        assertThat(code(settle("all", 70))).isEqualTo("accepted");
    }

    @Test
    void a_reservation_ends_once_and_every_command_can_be_sent_again() {
        Reservation held = hold(70).orElseThrow();
        assertThat(hold(70)).isEqualTo(Outcome.replayed(held));
        assertThat(code(hold(71))).isEqualTo("reservation.id-reused");
        PostedEntry used = settle("used", 50).orElseThrow();

        assertThat(settle("used", 50)).isEqualTo(Outcome.replayed(used));
        assertThat(code(settle("used-2", 10))).isEqualTo("reservation.resolved");
        assertThat(code(service.release(HOLD, POSTER))).isEqualTo("reservation.resolved");
        assertThat(desk.journal()).hasSize(2);
    }

    @Test
    void a_release_frees_everything() {
        hold(70).orElseThrow();

        Resolution released = service.release(HOLD, POSTER).orElseThrow();

        assertThat(service.release(HOLD, POSTER)).isEqualTo(Outcome.replayed(released));
        assertThat(code(settle("used", 1))).isEqualTo("reservation.resolved");
        assertThat(code(desk.post(entry("out", "cash", "bank", 100)))).isEqualTo("accepted");
    }

    @Test
    void an_expired_reservation_counts_no_more_and_cannot_be_settled() {
        Instant end = desk.now.plusSeconds(60);
        service.reserve(entry("hold", "cash", "bank", 70), Optional.of(end), POSTER)
                .orElseThrow();
        assertThat(service.expire(POSTER).orElseThrow().castToList()).isEmpty();
        desk.now = end;

        assertThat(code(settle("used", 1))).isEqualTo("reservation.expired");
        assertThat(code(desk.post(entry("out", "cash", "bank", 100)))).isEqualTo("accepted");
        assertThat(service.expire(POSTER)
                        .orElseThrow()
                        .collect(Resolution::kind)
                        .castToList())
                .containsExactly(Resolution.Kind.EXPIRED);
        assertThat(service.expire(POSTER).orElseThrow().castToList()).isEmpty();
        assertThat(code(settle("used", 1))).isEqualTo("reservation.resolved");
    }

    @Test
    void an_unknown_reservation_is_named() {
        assertThat(code(settle("used", 1))).isEqualTo("reservation.unknown");
        assertThat(code(service.settle(HOLD, EntryId.of("used"), POSTER))).isEqualTo("reservation.unknown");
        assertThat(code(service.release(HOLD, POSTER))).isEqualTo("reservation.unknown");
    }

    @Test
    void a_settlement_that_is_refused_leaves_the_reservation_open() {
        hold(70).orElseThrow();
        JournalEntry unbalanced = Desk.draft("used", DAY)
                .debit("cash", Desk.yen(2))
                .credit("bank", Desk.yen(1))
                .build();

        assertThat(code(service.settle(HOLD, unbalanced, POSTER))).isEqualTo("entry.unbalanced");
        assertThat(code(settle("used", 70))).isEqualTo("accepted");
    }

    @Test
    void reserving_needs_its_own_permission_and_no_approval() {
        PostingPolicy fourEyes = new PostingPolicy(LockedDatePolicy.REFUSE, ApprovalPolicy.FOUR_EYES);
        Desk strict = new Desk(setup -> setup.with(fourEyes)
                .with((actor, permission) -> !permission.action().equals("journal.reserve") || actor.equals(POSTER)));
        ReservationService reservations = strict.books.reservations();
        JournalEntry entry = entry("hold", "cash", "sales", 5);

        assertThat(code(reservations.reserve(entry, Optional.empty(), Actor.of("guest"))))
                .isEqualTo("access.denied");
        assertThat(code(reservations.reserve(entry, Optional.empty(), POSTER))).isEqualTo("accepted");
        assertThat(code(reservations.release(HOLD, Actor.of("guest")))).isEqualTo("access.denied");
        assertThat(code(reservations.settle(HOLD, EntryId.of("used"), POSTER))).isEqualTo("approval.missing");
    }
}
