package dev.erpkit.accounting.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class MemoryOpenItemLogTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryOpenItemLog log = new MemoryOpenItemLog(unitOfWork);

    private static OpenItem item(String entry, int line, long position, long amount) {
        return OpenItem.builder()
                .id(ItemId.of(entry, line))
                .book(BookId.MAIN)
                .account(AccountId.of("receivable"))
                .control(ControlKind.RECEIVABLE)
                .party(PartyId.of("p"))
                .currency(Amounts.currency("JPY"))
                .amountMinor(amount)
                .baseCurrency(Amounts.currency("JPY"))
                .baseMinor(amount)
                .date(DAY)
                .position(position)
                .recordedAt(Instant.EPOCH)
                .build();
    }

    private static Match match(String id, long sequence, OpenItem debit, OpenItem credit, Optional<MatchId> undoes) {
        long sign = undoes.isPresent() ? -1 : 1;
        return Match.builder()
                .id(MatchId.of(id))
                .book(BookId.MAIN)
                .sequence(sequence)
                .position(10 + sequence)
                .recordedAt(Instant.EPOCH)
                .matchedBy(Actor.of("a"))
                .date(DAY.plusDays(sequence))
                .parts(Lists.immutable.of(
                        new MatchPart(debit.id(), debit.currency(), sign * 10, sign * 10),
                        new MatchPart(credit.id(), credit.currency(), -sign * 10, -sign * 10)))
                .baseCurrency(debit.baseCurrency())
                .differenceMinor(0)
                .undoes(undoes)
                .basis("test")
                .fingerprint(Digest.ZERO)
                .build();
    }

    private final OpenItem debit = item("b", 1, 1, 30);
    private final OpenItem credit = item("b", 0, 1, -10);
    private final OpenItem later = item("a", 0, 2, -10);

    private MutableList<ItemHistory> all(OpenItemQuery query) {
        MutableList<ItemHistory> found = Lists.mutable.empty();
        log.forEach(query, found::add);
        return found;
    }

    @Test
    void items_come_by_position_and_line_with_their_matches_by_sequence() {
        log.insert(Lists.immutable.of(later));
        log.insert(Lists.immutable.of(debit, credit));
        log.append(match("m", 1, debit, credit, Optional.empty()));
        log.append(match("n", 2, debit, later, Optional.empty()));

        assertThat(all(OpenItemQuery.all()).collect(h -> h.item().id().toString()))
                .containsExactly("b#0", "b#1", "a#0");
        assertThat(log.find(debit.id())
                        .orElseThrow()
                        .consumptions()
                        .collect(c -> c.sequence())
                        .castToList())
                .containsExactly(1L, 2L);
        assertThat(log.match(MatchId.of("m"))).contains(match("m", 1, debit, credit, Optional.empty()));
        MutableList<Match> behind = Lists.mutable.empty();
        log.forEachMatch(1, behind::add);
        assertThat(behind.collect(Match::sequence)).containsExactly(2L);
    }

    @Test
    void a_query_sees_what_was_open_on_a_day_as_known_at_a_position() {
        log.insert(Lists.immutable.of(debit, credit, later));
        log.append(match("m", 1, debit, credit, Optional.empty()));

        assertThat(all(OpenItemQuery.all().openAsOf(DAY))).hasSize(3);
        assertThat(all(OpenItemQuery.all().openAsOf(DAY.plusDays(1)))).hasSize(2);
        MutableList<ItemHistory> before = all(OpenItemQuery.all().knownAt(1).openAsOf(DAY.plusDays(1)));
        assertThat(before.collect(h -> h.item().id().toString())).containsExactly("b#0", "b#1");
        assertThat(before).allSatisfy(h -> assertThat(h.consumptions()).isEmpty());
        assertThat(all(OpenItemQuery.all().in(BookId.of("tax")))).isEmpty();
        assertThat(all(OpenItemQuery.all().on(AccountId.of("payable")))).isEmpty();
        assertThat(all(OpenItemQuery.all().of(PartyId.of("q")))).isEmpty();
    }

    @Test
    void what_is_taken_or_missing_or_stale_is_refused_and_changes_nothing() {
        log.insert(Lists.immutable.of(debit, credit));
        assertThatThrownBy(() -> log.insert(Lists.immutable.of(later, debit)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(log.find(later.id())).isEmpty();
        assertThatThrownBy(() -> log.append(match("m", 1, debit, later, Optional.empty())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> log.append(match("m", 2, debit, credit, Optional.empty())))
                .isInstanceOf(StaleVersionException.class);
        log.append(match("m", 1, debit, credit, Optional.empty()));
        assertThatThrownBy(() -> log.append(match("m", 2, debit, credit, Optional.empty())))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> log.append(match("u", 2, debit, credit, Optional.of(MatchId.of("none")))))
                .isInstanceOf(NotFoundException.class);
        log.append(match("u", 2, debit, credit, Optional.of(MatchId.of("m"))));
        assertThatThrownBy(() -> log.append(match("v", 3, debit, credit, Optional.of(MatchId.of("m")))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(log.lastSequence()).isEqualTo(2);
        assertThat(log.find(debit.id()).orElseThrow().residual()).isEqualTo(new Residual(30, 30));
    }

    @Test
    void a_unit_of_work_that_fails_leaves_nothing() {
        log.insert(Lists.immutable.of(debit, credit));
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    log.insert(Lists.immutable.of(later));
                    log.append(match("m", 1, debit, later, Optional.empty()));
                    log.append(match("u", 2, debit, later, Optional.of(MatchId.of("m"))));
                    throw new IllegalStateException("fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(log.find(later.id())).isEmpty();
        assertThat(log.lastSequence()).isZero();
        assertThat(log.match(MatchId.of("m"))).isEmpty();
        assertThat(log.find(debit.id()).orElseThrow()).isEqualTo(ItemHistory.of(debit));
        log.insert(Lists.immutable.of(later));
        log.append(match("m", 1, debit, later, Optional.empty()));
        log.append(match("u", 2, debit, later, Optional.of(MatchId.of("m"))));
    }
}
