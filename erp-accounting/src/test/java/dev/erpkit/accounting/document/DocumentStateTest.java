package dev.erpkit.accounting.document;

import static dev.erpkit.accounting.document.DocumentRoom.CLERK;
import static dev.erpkit.accounting.document.DocumentRoom.DAY;
import static dev.erpkit.accounting.document.DocumentRoom.draft;
import static dev.erpkit.accounting.document.DocumentRoom.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.core.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentStateTest {
    private final DocumentRoom room = new DocumentRoom();
    private final IssuedDocument invoice = room.issue(draft("i", DocumentKind.SALES_INVOICE)
            .add(DocumentLine.of("Goods", "2", "500", "S10"))
            .due(DAY.plusDays(20), yen(600))
            .due(DAY.plusDays(50), yen(500))
            .build());

    private DocumentStatus status(LocalDate asOf) {
        return room.documents.state(invoice.id(), asOf).orElseThrow().status();
    }

    private ItemId item(int instalment) {
        return room.documents.items(invoice).get(instalment).item().id();
    }

    private void pay(String id, int instalment, long amount, LocalDate day) {
        room.books
                .post(
                        JournalEntry.builder()
                                .id(id)
                                .date(day)
                                .debit("1120", yen(amount))
                                .add(JournalLine.builder()
                                        .account("1160")
                                        .inBase(yen(-amount))
                                        .party(PartyId.of("C1"))
                                        .build())
                                .build(),
                        CLERK)
                .orElseThrow();
        match(MatchRequest.builder()
                .id(id)
                .date(day)
                .item(item(instalment))
                .item(ItemId.of(id, 1))
                .build());
    }

    private void match(MatchRequest request) {
        room.books.matching().match(request, policy(), CLERK).orElseThrow();
    }

    private static MatchingPolicy policy() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("7130", "8130").trading("3920"));
        return policy.build();
    }

    @Test
    void a_document_is_issued_partly_paid_overdue_and_paid() {
        assertThat(room.documents.state(invoice.id(), DAY.minusDays(1))).isEmpty();
        assertThat(status(DAY.plusDays(20))).isEqualTo(DocumentStatus.ISSUED);
        assertThat(status(DAY.plusDays(21))).isEqualTo(DocumentStatus.OVERDUE);
        pay("p1", 0, 600, DAY.plusDays(25));
        assertThat(status(DAY.plusDays(24))).isEqualTo(DocumentStatus.OVERDUE);
        assertThat(status(DAY.plusDays(25))).isEqualTo(DocumentStatus.PARTLY_PAID);
        assertThat(room.documents
                        .state(invoice.id(), DAY.plusDays(25))
                        .orElseThrow()
                        .open())
                .isEqualTo(yen(500));
        pay("p2", 1, 500, DAY.plusDays(50));
        assertThat(status(DAY.plusDays(51))).isEqualTo(DocumentStatus.PAID);
    }

    @Test
    void what_was_known_at_an_instant_never_changes() {
        Instant before = room.now.plusSeconds(1);
        room.now = room.now.plusSeconds(60);
        pay("p1", 0, 600, DAY);
        room.issue(DocumentDraft.credit("c", invoice, DAY));
        DocumentState then =
                room.documents.state(invoice.id(), DAY, Optional.of(before)).orElseThrow();
        assertThat(then.status()).isEqualTo(DocumentStatus.ISSUED);
        assertThat(then.credited()).isEqualTo(yen(0));
        assertThat(status(DAY)).isEqualTo(DocumentStatus.CREDITED);
        assertThat(room.documents.state(invoice.id(), DAY, Optional.of(before.minusSeconds(9))))
                .isEmpty();
    }

    @Test
    void what_is_given_up_is_uncollectible_until_that_is_taken_back() {
        pay("p1", 0, 600, DAY);
        match(MatchRequest.builder()
                .id("loss")
                .date(DAY.plusDays(90))
                .item(item(1))
                .allow(Allowance.of(item(1), yen(500), "6420"))
                .build());
        assertThat(status(DAY.plusDays(90))).isEqualTo(DocumentStatus.UNCOLLECTIBLE);
        assertThat(room.documents
                        .state(invoice.id(), DAY.plusDays(90))
                        .orElseThrow()
                        .lost())
                .isEqualTo(yen(500));
        room.books
                .matching()
                .undo(MatchId.of("back"), MatchId.of("loss"), DAY.plusDays(91), CLERK)
                .orElseThrow();
        assertThat(status(DAY.plusDays(91))).isEqualTo(DocumentStatus.OVERDUE);
        assertThat(room.documents
                        .state(invoice.id(), DAY.plusDays(91))
                        .orElseThrow()
                        .lost())
                .isEqualTo(yen(0));
    }

    @Test
    void a_credit_is_set_off_against_its_original_where_that_is_wanted() {
        Documents matching = room.with(setup -> setup.with(new CreditMatching(room.books.matching(), policy())));
        IssuedDocument credit = matching.issue(
                        DocumentDraft.credit("c", invoice, DAY, CreditLine.quantity(1, "1")), CLERK)
                .orElseThrow();
        assertThat(room.documents.state(invoice.id(), DAY).orElseThrow().open()).isEqualTo(yen(550));
        assertThat(room.documents.state(credit.id(), DAY).orElseThrow().status())
                .isEqualTo(DocumentStatus.PAID);
        assertThat(status(DAY)).isEqualTo(DocumentStatus.PARTLY_PAID);
        pay("p", 1, 500, DAY);
        IssuedDocument rest =
                matching.issue(DocumentDraft.credit("r", invoice, DAY), CLERK).orElseThrow();
        assertThat(room.documents.state(rest.id(), DAY).orElseThrow().open())
                .as("what was paid is owed back")
                .isEqualTo(yen(500));
    }

    @Test
    void a_partial_credit_counts_and_leaves_items_open_until_it_is_matched() {
        room.issue(DocumentDraft.credit("c", invoice, DAY, CreditLine.quantity(1, "1")));
        DocumentState state = room.documents.state(invoice.id(), DAY).orElseThrow();
        assertThat(state.status()).isEqualTo(DocumentStatus.ISSUED);
        assertThat(state.credited()).isEqualTo(yen(550));
        assertThat(state.open()).isEqualTo(yen(1_100));
    }
}
