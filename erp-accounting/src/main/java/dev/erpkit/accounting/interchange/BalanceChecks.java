package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.LedgerColumns.Waiting;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;

/** Checks balance assertions in date order and finds the amounts that follow from them. */
final class BalanceChecks {
    private final LedgerColumns ledger;
    private final Problems problems;
    private final ExactSums sums;
    private final MutableIntObjectMap<Waiting> waiting = IntObjectMaps.mutable.empty();

    BalanceChecks(LedgerColumns ledger, Problems problems) {
        this.ledger = ledger;
        this.problems = problems;
        this.sums = new ExactSums(ledger.pairs.size());
    }

    /** Runs through the ledger when there is something to check. */
    static void run(LedgerColumns ledger, Problems problems) {
        if (!ledger.asserted.isEmpty() || ledger.waiting.notEmpty()) {
            BalanceChecks checks = new BalanceChecks(ledger, problems);
            ledger.waiting.each(w -> checks.waiting.put(w.transaction(), w));
            DateOrder.parts(ledger, checks::part);
        }
    }

    private void part(int part) {
        if (problems.areFull()) {
            return;
        }
        if (part >= 0) {
            posting(part);
            return;
        }
        Waiting waits = waiting.get(~part);
        if (waits != null) {
            try {
                settle(waits);
            } catch (Malformed e) {
                problems.add(waits.source(), waits.raw().line, e);
            }
            return;
        }
        int from = ledger.starts.get(~part);
        int to = ledger.stops.get(~part);
        int next = ledger.asserted.nextSetBit(from);
        while (next >= 0 && next < to) {
            ledger.postings.addTo(sums, from, next + 1);
            check(ledger.assertionPostings.indexOf(next));
            from = next + 1;
            next = ledger.asserted.nextSetBit(from);
        }
        ledger.postings.addTo(sums, from, to);
    }

    private void posting(int p) {
        ledger.postings.addTo(sums, p, p + 1);
        if (ledger.asserted.get(p)) {
            check(ledger.assertionPostings.indexOf(p));
        }
    }

    private void check(int assertion) {
        Malformed wrong = verdict(
                ledger.pairs.account(ledger.assertions.pair(assertion)),
                ledger.pairs.commodity(ledger.assertions.pair(assertion)),
                ledger.assertions.value(assertion),
                ledger.assertionFlags.get(assertion),
                ledger.assertionLines.get(assertion));
        if (wrong != NONE) {
            problems.add(ledger.assertionSources.get(assertion), 0, wrong);
        }
    }

    @SuppressWarnings("StaticAssignmentOfThrowable") // a mark of success, never thrown
    private static final Malformed NONE = new Malformed(JournalCodes.ASSERTION, "");

    private Malformed verdict(int account, int commodity, BigDecimal expected, int flags, int line) {
        boolean inclusive = (flags & RawTransaction.INCLUSIVE) != 0;
        BigDecimal actual = balance(account, commodity, inclusive);
        String who = ledger.accounts.name(account) + (inclusive ? " with accounts below" : "");
        if (actual.compareTo(expected) != 0) {
            return new Malformed(
                    JournalCodes.ASSERTION,
                    line,
                    "balance assertion failed: " + who + " holds " + text(actual, commodity) + ", not "
                            + text(expected, commodity) + "; the difference is "
                            + text(expected.subtract(actual), commodity));
        }
        if ((flags & RawTransaction.SOLE) != 0) {
            for (int other = 0; other < ledger.commodities.size(); other++) {
                BigDecimal more = other == commodity ? BigDecimal.ZERO : balance(account, other, inclusive);
                if (more.signum() != 0) {
                    return new Malformed(
                            JournalCodes.ASSERTION,
                            line,
                            "balance assertion failed: " + who + " also holds " + text(more, other));
                }
            }
        }
        return NONE;
    }

    private String text(BigDecimal amount, int commodity) {
        return new PlainAmount(amount, ledger.commodities.name(commodity)).toString();
    }

    private BigDecimal balance(int account, int commodity, boolean inclusive) {
        if (!inclusive) {
            int pair = ledger.pairs.number(account, commodity);
            sums.ensure(ledger.pairs.size());
            return sums.value(pair);
        }
        String name = ledger.accounts.name(account);
        BigDecimal total = BigDecimal.ZERO;
        for (int pair = 0; pair < ledger.pairs.size(); pair++) {
            if (ledger.pairs.commodity(pair) == commodity
                    && AccountNames.isWithin(ledger.accounts.name(ledger.pairs.account(pair)), name)) {
                sums.ensure(ledger.pairs.size());
                total = total.add(sums.value(pair));
            }
        }
        return total;
    }

    /** Finds the amounts of a transaction that waits, posts it and checks it, in the order of its postings. */
    private void settle(Waiting waits) {
        RawTransaction t = waits.raw();
        int written = t.size;
        boolean[] posted = new boolean[written];
        for (int i = 0; i < written; i++) {
            boolean found = !t.amounts.has(i) && t.assertions.has(i);
            if (found) {
                assign(t, i);
            }
            if (t.amounts.has(i)) {
                post(t, i);
                posted[i] = true;
            }
            if (!found && t.assertions.has(i)) {
                AmountColumn a = t.assertions;
                Malformed wrong = verdict(t.accounts[i], a.commodities[i], a.value(i), t.assertionFlags[i], t.lines[i]);
                if (wrong != NONE) {
                    throw wrong;
                }
            }
        }
        int added = t.size;
        ledger.balancer.balance(t);
        for (int i = 0; i < t.size; i++) {
            if (i >= added || (i < written && !posted[i])) {
                post(t, i);
            }
        }
        ledger.starts.set(waits.transaction(), ledger.postings.size());
        ledger.append(t);
        ledger.stops.set(waits.transaction(), ledger.postings.size());
    }

    private void post(RawTransaction t, int i) {
        int pair = ledger.pairs.number(t.accounts[i], t.amounts.commodities[i]);
        sums.ensure(ledger.pairs.size());
        sums.add(pair, t.amounts.mantissas[i], t.amounts.scales[i], t.amounts.big(i));
    }

    /** Finds an amount from the balance that the account is to have; sets aside what it holds at another cost. */
    private void assign(RawTransaction t, int i) {
        if (t.days[i] != RawTransaction.NO_DAY) {
            throw new Malformed(
                    JournalCodes.UNSUPPORTED,
                    t.lines[i],
                    "a posting with a date of its own needs an amount of its own");
        }
        int account = t.accounts[i];
        int commodity = t.assertions.commodities[i];
        boolean inclusive = (t.assertionFlags[i] & RawTransaction.INCLUSIVE) != 0;
        BigDecimal wanted = t.assertions.value(i);
        BigDecimal held = balance(account, commodity, inclusive);
        if (t.assertionCosts.has(i)) {
            t.amounts.set(i, wanted, commodity);
            t.costs.set(i, t.assertionCosts.value(i), t.assertionCosts.commodities[i]);
            t.costTotal[i] = t.assertionCostTotal[i];
            t.hasCosts = true;
            remove(t, i, held, commodity);
        } else {
            t.amounts.set(i, wanted.subtract(held), commodity);
        }
        if ((t.assertionFlags[i] & RawTransaction.SOLE) != 0) {
            for (int other = 0; other < ledger.commodities.size(); other++) {
                if (other != commodity) {
                    remove(t, i, balance(account, other, inclusive), other);
                }
            }
        }
    }

    /** Adds a posting that takes away what the account holds. */
    private void remove(RawTransaction t, int like, BigDecimal held, int commodity) {
        if (held.signum() != 0) {
            int added = t.add(t.accounts[like], t.kinds[like], t.statuses[like], t.lines[like]);
            t.amounts.set(added, held.negate(), commodity);
            post(t, added);
        }
    }
}
