package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.period.PeriodGuard;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The life of a match as a command: sent again, undone, previewed, denied, refused as a whole. */
class MatchCommandTest {
    private final ItemBooks books = new ItemBooks(EUR);

    private static RefusalCode code(Outcome<?> outcome) {
        return outcome.refusal().map(Refusal::code).orElseThrow();
    }

    private Outcome<Match> match(MatchRequest.Builder request, MatchingPolicy.Builder policy) {
        return books.matching.match(request.build(), policy.build(), CLERK);
    }

    @Test
    void the_same_request_gives_the_first_match_again_and_another_under_its_id_is_refused() {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
        ItemId payment = books.item("payment", DAY, USD, -60, -60);
        Match first = books.match("m", DAY, invoice, payment).orElseThrow();
        long position = books.journal.lastPosition();

        Outcome<Match> again = books.match("m", DAY, invoice, payment);

        assertThat(again).isEqualTo(Outcome.replayed(first));
        assertThat(code(books.match("m", DAY.plusDays(1), invoice, payment))).isEqualTo(MatchRefusals.ID_REUSED);
        assertThat(code(books.matching.undo(first.id(), first.id(), DAY, CLERK)))
                .isEqualTo(MatchRefusals.ID_REUSED);
        assertThat(books.journal.lastPosition()).isEqualTo(position);
        assertThat(books.log.lastSequence()).isEqualTo(1);
    }

    @Test
    void a_match_is_undone_once_and_not_before_its_day() {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
        books.match("m", DAY.plusDays(2), invoice, books.item("payment", DAY, USD, -60, -60))
                .orElseThrow();
        MatchId m = MatchId.of("m");
        assertThat(code(books.matching.undo(MatchId.of("u"), m, DAY, CLERK))).isEqualTo(MatchRefusals.DATE);
        Match undo =
                books.matching.undo(MatchId.of("u"), m, DAY.plusDays(5), CLERK).orElseThrow();

        assertThat(books.matching.undo(MatchId.of("u"), m, DAY.plusDays(5), CLERK))
                .isEqualTo(Outcome.replayed(undo));
        assertThat(code(books.matching.undo(MatchId.of("v"), m, DAY.plusDays(5), CLERK)))
                .isEqualTo(MatchRefusals.ALREADY_UNDONE);
        assertThat(code(books.matching.undo(MatchId.of("v"), undo.id(), DAY.plusDays(5), CLERK)))
                .isEqualTo(MatchRefusals.IS_UNDOING);
        assertThat(code(books.matching.undo(MatchId.of("v"), MatchId.of("none"), DAY, CLERK)))
                .isEqualTo(MatchRefusals.UNKNOWN);
        assertThat(books.lines("match/u")).containsExactly("receivable USD 0 -6", "fx-gain EUR 0 6");
        assertThat(books.log
                        .find(invoice)
                        .orElseThrow()
                        .residual(DAY.plusDays(4))
                        .amountMinor())
                .isEqualTo(40);
        assertThat(books.open(invoice)).isEqualTo(new Residual(100, 90));
    }

    @Test
    void a_match_whose_difference_cannot_be_posted_is_refused_as_a_whole() {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
        ItemId payment = books.item("payment", DAY, USD, -100, -60);
        books.lockedThrough = DAY;
        assertThat(code(books.match("m", DAY, invoice, payment))).isEqualTo(RefusalCode.of("period.locked"));
        assertThat(books.log.lastSequence()).isZero();
        assertThat(books.open(invoice)).isEqualTo(new Residual(100, 90));
    }

    @Test
    void a_preview_shows_lines_and_derivation_and_changes_nothing() {
        ItemId invoice = books.item("invoice", DAY, USD, 100_00, 90_00);
        ItemId payment = books.item("payment", DAY, USD, -60_00, -60_00);
        MatchPlan plan = books.matching
                .preview(
                        books.request("m", DAY, invoice, payment).build(),
                        books.policy().build())
                .orElseThrow();

        assertThat(plan.lines()).hasSize(2);
        assertThat(plan.trace().render())
                .startsWith("fx.realised = EUR 6.00")
                .contains(
                        "match.part = EUR 54.00  {consumed=USD 60.00, item=invoice#0, original=USD 100.00, original-base=EUR 90.00}");
        assertThat(books.log.lastSequence()).isZero();
    }

    @Test
    void a_match_is_known_from_the_entry_that_was_recorded_with_or_after_it() {
        ItemId invoice = books.item("invoice", 100);
        ItemId payment = books.item("payment", -100);
        long before = books.journal.lastPosition();
        books.match("m", DAY, invoice, payment).orElseThrow();

        assertThat(books.log.find(invoice).orElseThrow().residual(DAY, before).open())
                .isTrue();
        books.item("next", 1);
        assertThat(books.log.find(invoice).orElseThrow().residual(DAY, before).open())
                .isTrue();
        assertThat(books.log
                        .find(invoice)
                        .orElseThrow()
                        .residual(DAY, before + 1)
                        .open())
                .isFalse();
    }

    @Test
    void who_may_not_match_is_refused() {
        ItemId invoice = books.item("invoice", 100);
        ItemId payment = books.item("payment", -100);
        MatchingService closed = new MatchingService(
                books.log,
                books.journal,
                books::post,
                books.rates,
                PeriodGuard.open(),
                LockedDatePolicy.REFUSE,
                books.unitOfWork,
                InstantSource.fixed(Instant.EPOCH),
                (actor, permission) -> !permission.action().equals("openitem.match"));
        assertThat(code(closed.match(
                        books.request("m", DAY, invoice, payment).build(),
                        books.policy().build(),
                        CLERK)))
                .isEqualTo(RefusalCode.of("access.denied"));
    }

    @Test
    void allowances_count_into_their_items_and_are_undone_with_the_match() {
        ItemId invoice = books.item("invoice", DAY, USD, 100_00, 90_01);
        ItemId payment = books.item("payment", DAY, USD, -97_00, -97_00);
        MatchRequest.Builder request = books.request("m", DAY, invoice, payment);
        request.allow(Allowance.of(invoice, Amounts.ofMinor(3_00, USD), "discount"));
        match(request, books.policy()).orElseThrow();

        assertThat(books.open(invoice).open()).isFalse();
        assertThat(books.base("discount", DAY, Long.MAX_VALUE, true)).isEqualTo(2_70);
        assertThat(books.base("receivable", DAY, Long.MAX_VALUE, true)).isZero();
        books.matching.undo(MatchId.of("u"), MatchId.of("m"), DAY, CLERK).orElseThrow();
        assertThat(books.base("discount", DAY, Long.MAX_VALUE, true)).isZero();
        MatchRequest.Builder toomuch = books.request("n", DAY, invoice);
        toomuch.allow(Allowance.of(invoice, Amounts.ofMinor(101_00, USD), "discount"));
        assertThat(code(match(toomuch, books.policy()))).isEqualTo(MatchRefusals.EXCEEDS_RESIDUAL);
        MatchRequest.Builder other = books.request("n", DAY, invoice);
        other.allow(Allowance.of(invoice, Amounts.ofMinor(1, EUR), "discount"));
        assertThat(code(match(other, books.policy()))).isEqualTo(MatchRefusals.CURRENCY);
    }

    @Test
    void broken_requests_cannot_be_built() {
        ItemId item = ItemId.of("a", 0);
        assertThatThrownBy(() -> books.request("m", DAY, item, item).build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("match.item-twice")).isTrue());
        assertThatThrownBy(() -> books.request("m", DAY).item(item, Amounts.zero(EUR)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("match.amount")).isTrue());
        assertThatThrownBy(() -> Allowance.of(item, Amounts.of("-1", "EUR"), "discount"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("match.amount")).isTrue());
        assertThatThrownBy(() -> books.request("m", DAY, item)
                        .allow(Allowance.of(ItemId.of("b", 0), Amounts.of("1", "EUR"), "discount"))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("match.allowance-item")).isTrue());
        for (String broken : new String[] {"a\nb", "half \ud83d", " "}) {
            assertThatThrownBy(() -> MatchId.of(broken)).isInstanceOf(InvalidValueException.class);
        }
    }
}
