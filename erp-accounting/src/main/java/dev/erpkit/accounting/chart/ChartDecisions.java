package dev.erpkit.accounting.chart;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** Decides commands on the chart: pure functions of the chart, the command and how accounts are used. */
final class ChartDecisions {
    private ChartDecisions() {}

    /**
     * How the journal uses an account.
     *
     * @param first the earliest effective date of an entry with a line on it
     * @param last the latest one
     */
    record Usage(LocalDate first, LocalDate last) {}

    /** The accounts that are new; none when all of them are there with the same content. */
    static Outcome<ImmutableList<Account>> add(Chart chart, ImmutableList<Account> added) {
        Account other = added.detect(account ->
                chart.find(account.id()).filter(a -> !a.equals(account)).isPresent());
        if (other != null) {
            return Outcome.refused(Refusal.of(
                            ChartRefusals.DUPLICATE,
                            "Account " + other.id()
                                    + " is in the chart with other content: "
                                    + AccountDifference.between(
                                            chart.find(other.id()).orElseThrow(), other)
                                    + "; choose another code or change it")
                    .with("account", other.id()));
        }
        ImmutableList<Account> fresh =
                added.reject(account -> chart.find(account.id()).isPresent());
        if (fresh.isEmpty()) {
            return Outcome.replayed(added);
        }
        return sound(chart.accounts().newWithAll(fresh)).map(sound -> fresh);
    }

    /** What an account becomes. */
    static Outcome<Account> change(Chart chart, Account account, Optional<Usage> usage) {
        Account before = chart.lookup(account.id());
        if (before == null) {
            return Outcome.refused(
                    Refusal.of(ChartRefusals.UNKNOWN, "Account " + account.id() + " is not in the chart; add it first")
                            .with("account", account.id()));
        }
        if (before.equals(account)) {
            return Outcome.replayed(account);
        }
        String frozen = usage.map(used -> contradicted(before, account, used)).orElse("");
        if (!frozen.isEmpty()) {
            return Outcome.refused(Refusal.of(
                            ChartRefusals.IN_USE,
                            "Account " + account.id() + " has entries, so its " + frozen
                                    + " cannot change like this; add another account and move the balance")
                    .with("account", account.id())
                    .with("attribute", frozen)
                    .with("firstEntry", usage.orElseThrow().first())
                    .with("lastEntry", usage.orElseThrow().last()));
        }
        return sound(chart.accounts().reject(a -> a.id().equals(account.id())).newWith(account))
                .map(sound -> account);
    }

    /** The attribute whose change would contradict what is posted; empty when there is none. */
    private static String contradicted(Account before, Account after, Usage used) {
        if (before.accountClass() != after.accountClass()) {
            return "class";
        }
        if (!before.currencies().equals(after.currencies())) {
            return "currencies";
        }
        if (!before.control().equals(after.control())) {
            return "control";
        }
        if (before.postable() && !after.postable()) {
            return "postable";
        }
        boolean startMoved = !before.validFrom().equals(after.validFrom());
        boolean endMoved = !before.validUntil().equals(after.validUntil());
        boolean startHides = startMoved
                && after.validFrom().filter(day -> day.isAfter(used.first())).isPresent();
        boolean endHides = endMoved
                && after.validUntil().filter(day -> !day.isAfter(used.last())).isPresent();
        return startHides || endHides ? "validity" : "";
    }

    private static Outcome<Chart> sound(ImmutableList<Account> accounts) {
        try {
            return Outcome.accepted(Chart.of(accounts));
        } catch (InvalidValueException e) {
            Violation violation = e.violations().getFirst();
            return Outcome.refused(Refusal.of(
                            RefusalCode.of(violation.code()),
                            "Account " + violation.path() + " " + violation.message() + "; correct it")
                    .with("account", violation.path()));
        }
    }
}
