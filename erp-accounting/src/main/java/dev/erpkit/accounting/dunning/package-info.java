/**
 * Reminding parties of what is overdue: procedures of levels as data, runs that propose, drafts that are sent and charge
 * fee and interest, blocks; and statements of account. What is dunned is a fold over records that are never edited.
 *
 * <pre>{@code
 * DunningService dunning = new DunningService(
 *         BookId.MAIN, log, openItems, events, party -> Optional.of(procedure), unitOfWork, access, clock);
 * DunningRecord run = dunning.run(IdempotencyKey.of("run-1"), today, me).orElseThrow();
 * ImmutableList<DunningLetter> letters = DunningLetter.of(dunning.state().drafts());
 * ImmutableList<ItemId> sent = letters.flatCollect(DunningLetter::lines).collect(DunningProposal::item);
 * dunning.send(IdempotencyKey.of("send-1"), sent, today, me);
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.dunning;

import org.jspecify.annotations.NullMarked;
