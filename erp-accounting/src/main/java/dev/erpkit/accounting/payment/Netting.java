package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRefusals;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchTerm;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Sets claims on a party off against debts to it.
 *
 * <p>Permission: {@code payment.net} with the book as scope, besides that of matching.
 */
public final class Netting {
    /** A match has at most so many items. */
    private static final int MOST_ITEMS = 2_000;

    private final PaymentPorts ports;
    private final PaymentDesk desk;

    /** Netting over a host's ports. */
    public Netting(PaymentPorts ports) {
        this.ports = ports;
        this.desk = new PaymentDesk(ports);
    }

    /**
     * Sets what a party owes us off against what we owe it, oldest first on either side, as far as the smaller goes. The
     * policy must reach any kind of account.
     *
     * @return the match, or {@code access.denied}, {@code payment.key-reused}, or what the matching refuses
     */
    public Outcome<Match> net(
            MatchId id, PartyId party, CurrencyUnit currency, LocalDate date, PaymentPolicy policy, Actor actor) {
        return desk.atomically("payment.net", actor, () -> {
            Optional<Match> known = ports.items().match(id);
            if (known.isPresent()) {
                boolean same = known.get().date().equals(date)
                        && known.get()
                                .parts()
                                .allSatisfy(part -> part.currency().equals(currency)
                                        && ports.items()
                                                .find(part.item())
                                                .orElseThrow()
                                                .item()
                                                .party()
                                                .equals(party));
                return same ? Outcome.replayed(known.get()) : Outcome.refused(PaymentDesk.reused(id.value()));
            }
            ImmutableList<MatchTerm> terms = terms(open(party, date), currency);
            if (terms.isEmpty()) {
                return Outcome.refused(Refusal.of(
                        MatchRefusals.NOTHING,
                        "Nothing of the party is open in this currency; there is nothing to net"));
            }
            MatchRequest.Builder request = MatchRequest.builder();
            request.id(id).date(date).terms(terms);
            return ports.matching().match(request.build(), policy.matching(), actor);
        });
    }

    private ImmutableList<ItemHistory> open(PartyId party, LocalDate day) {
        MutableList<ItemHistory> items = Lists.mutable.empty();
        ports.items().forEach(OpenItemQuery.all().in(ports.book()).of(party).openAsOf(day), items::add);
        return items.toImmutable();
    }

    /** All that is open on accounts of customers and suppliers in a currency; the matching takes the oldest first. */
    private static ImmutableList<MatchTerm> terms(ImmutableList<ItemHistory> open, CurrencyUnit currency) {
        return open.select(history -> history.item().control() != ControlKind.CLEARING
                        && history.item().currency().equals(currency)
                        && history.residual().amountMinor() != 0)
                .collect(history -> new MatchTerm(history.item().id(), Optional.empty()))
                .take(MOST_ITEMS);
    }
}
