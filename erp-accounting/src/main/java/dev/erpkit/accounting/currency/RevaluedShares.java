package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.currency.ForeignBalance.Share;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Brings a balance to what it is worth share by share, so that its base stays with the coordinates of its amounts. */
final class RevaluedShares {
    private RevaluedShares() {}

    /** A line in base only for each share that changes; together they are the difference of the balance. */
    static Outcome<ImmutableList<JournalLine>> lines(
            ForeignBalance balance, long worthMinor, LocalDate date, RevaluationPolicy policy, ExchangeRates rates) {
        ImmutableList<Share> shares = balance.shares();
        int greatest = shares.indexOf(shares.maxBy(share -> Math.abs(share.amountMinor())));
        long rest = Math.subtractExact(worthMinor, balance.baseMinor());
        long[] deltas = new long[shares.size()];
        for (int i = 0; i < deltas.length; i++) {
            if (i != greatest) {
                Outcome<Long> worth = worth(shares.get(i), balance, date, policy, rates);
                if (worth.refusal().isPresent()) {
                    return Outcome.refused(worth.refusal().get());
                }
                deltas[i] =
                        Math.subtractExact(worth.orElseThrow(), shares.get(i).baseMinor());
                rest = Math.subtractExact(rest, deltas[i]);
            }
        }
        MutableList<JournalLine> lines = Lists.mutable.empty();
        for (int i = 0; i < deltas.length; i++) {
            long delta = i == greatest ? rest : deltas[i];
            if (delta != 0) {
                lines.add(ExchangeLines.line(
                        balance.account(),
                        balance.party(),
                        shares.get(i).dimensions(),
                        0,
                        balance.currency(),
                        delta,
                        policy.baseCurrency()));
            }
        }
        return Outcome.accepted(lines.toImmutable());
    }

    /** Shares of a balance that has gone as a whole keep their base: no rate is asked for what is not there. */
    private static Outcome<Long> worth(
            Share share, ForeignBalance balance, LocalDate date, RevaluationPolicy policy, ExchangeRates rates) {
        if (balance.amountMinor() == 0 && share.amountMinor() != 0) {
            return Outcome.accepted(share.baseMinor());
        }
        return rates.convert(
                        Amounts.ofMinor(share.amountMinor(), balance.currency()),
                        policy.baseCurrency(),
                        policy.rateType(),
                        date,
                        policy.rounding())
                .map(Amounts::minor);
    }
}
