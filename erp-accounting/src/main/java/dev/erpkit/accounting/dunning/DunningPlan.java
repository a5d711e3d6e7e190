package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.openitem.StatementLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * What a dunning run would do: pure, so that a dry run is the run.
 *
 * @param proposals new drafts, in the order of party and item
 * @param settled items whose dunning ends because nothing is open
 */
public record DunningPlan(ImmutableList<DunningProposal> proposals, ImmutableList<ItemId> settled) {
    private record Account(PartyId party, CurrencyUnit currency) {}

    /**
     * Plans a run. An item is proposed when it is a claim with something open, overdue enough for a level above the last
     * one sent, without a draft that waits to be sent, not blocked, and no charge of dunning itself.
     *
     * @param open everything open at the end of the day: items that are missing are taken to be settled
     * @param procedures the procedure of each party; none, no dunning
     */
    public static DunningPlan of(
            ImmutableList<StatementLine> open,
            DunningState state,
            Function<PartyId, Optional<DunningProcedure>> procedures,
            LocalDate day) {
        MutableObjectLongMap<Account> overdue = ObjectLongMaps.mutable.empty();
        MutableSet<ItemId> stillOpen = Sets.mutable.empty();
        for (StatementLine line : open) {
            stillOpen.add(line.item().id());
            if (line.open().amountMinor() > 0 && line.daysOverdue() >= 0) {
                Account account = new Account(line.item().party(), line.item().currency());
                overdue.put(
                        account, Math.addExact(overdue.get(account), line.open().amountMinor()));
            }
        }
        MutableList<DunningProposal> proposals = Lists.mutable.empty();
        for (StatementLine line : open) {
            OpenItem item = line.item();
            procedures
                    .apply(item.party())
                    .flatMap(procedure -> propose(
                            line, state, procedure, day, overdue.get(new Account(item.party(), item.currency()))))
                    .ifPresent(proposals::add);
        }
        ImmutableList<ItemId> settled = state.all()
                // what was dunned as of a later day may not be there yet on this one
                .select(item -> item.active()
                        && !item.current().day().isAfter(day)
                        && !stillOpen.contains(item.current().item()))
                .collect(item -> item.current().item())
                .toSortedList()
                .toImmutable();
        return new DunningPlan(FeeRule.charge(proposals.toImmutable(), procedures), settled);
    }

    private static Optional<DunningProposal> propose(
            StatementLine line, DunningState state, DunningProcedure procedure, LocalDate day, long overdue) {
        OpenItem item = line.item();
        Optional<ItemDunning> before = state.of(item.id());
        boolean draft = before.map(d -> d.stage() == DunningStage.DRAFT).orElse(false);
        if (line.open().amountMinor() <= 0
                || line.daysOverdue() < 0
                || draft
                || state.isCharge(item)
                || state.block(item, day).isPresent()) {
            return Optional.empty();
        }
        int level = level(line, before, procedure, day);
        boolean enough = level > 0
                && procedure
                        .level(level)
                        .minimum()
                        .filter(minimum -> minimum.getCurrency().equals(item.currency()))
                        .map(minimum -> overdue >= Amounts.minor(minimum))
                        .orElse(true);
        return enough ? Optional.of(proposal(line, before, procedure, level, day)) : Optional.empty();
    }

    /** The level that an item gets, 0 when none. */
    private static int level(
            StatementLine line, Optional<ItemDunning> before, DunningProcedure procedure, LocalDate day) {
        int sent = before.map(ItemDunning::sentLevel).orElse(0);
        LocalDate last = before.flatMap(ItemDunning::sentOn).orElse(LocalDate.MIN);
        int reached = 0;
        for (int number = sent + 1; number <= procedure.levels().size(); number++) {
            DunningLevel level = procedure.level(number);
            boolean due = line.daysOverdue() >= level.overdueDays();
            boolean rested = last.equals(LocalDate.MIN) || !day.isBefore(last.plusDays(level.daysSinceLast()));
            if (!due || !rested) {
                break;
            }
            reached = number;
            if (procedure.step() == LevelStep.ONE_BY_ONE) {
                break;
            }
        }
        return reached;
    }

    private static DunningProposal proposal(
            StatementLine line, Optional<ItemDunning> before, DunningProcedure procedure, int number, LocalDate day) {
        OpenItem item = line.item();
        DunningLevel level = procedure.level(number);
        LocalDate from = before.flatMap(ItemDunning::chargedThrough).orElse(item.due());
        long interest = level.interest()
                .map(rate -> Amounts.minor(rate.on(line.amount(), from, day)))
                .orElse(0L);
        DunningProposal.Builder proposal = DunningProposal.builder();
        return proposal.item(item.id())
                .book(item.book())
                .party(item.party())
                .document(item.document())
                .due(item.due())
                .day(day)
                .procedure(procedure.id())
                .level(number)
                .textKey(level.textKey())
                .currency(item.currency())
                .openMinor(line.open().amountMinor())
                .interestMinor(interest)
                .build();
    }
}
