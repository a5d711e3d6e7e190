package dev.erpkit.accounting.chart;

import dev.erpkit.accounting.chart.ChartDecisions.Usage;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Adds, changes and deactivates accounts. Accounts are never removed; a refused command has changed nothing. Every command
 * needs the permission {@code chart.change} and is refused with {@code access.denied} otherwise. A command sent again is a
 * replay as long as the account still is what the command made it.
 */
public final class ChartService {
    private static final Permission CHANGE = new Permission("chart.change", "*");

    private final AccountStore accounts;
    private final JournalStore journal;
    private final OpenItemLog items;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;

    /**
     * The chart of one tenant.
     *
     * @param accounts the accounts
     * @param journal what is posted, which some changes would contradict
     * @param items the open items, which keep an account from ending
     * @param unitOfWork runs commands
     * @param access who may change the chart
     */
    public ChartService(
            AccountStore accounts,
            JournalStore journal,
            OpenItemLog items,
            UnitOfWork unitOfWork,
            AccessPolicy access) {
        this.accounts = accounts;
        this.journal = journal;
        this.items = items;
        this.unitOfWork = unitOfWork;
        this.access = access;
    }

    /** The chart of now. */
    public Chart chart() {
        MutableList<Account> all = Lists.mutable.empty();
        accounts.forEach(stored -> all.add(stored.value()));
        return Chart.of(all);
    }

    /**
     * Adds an account.
     *
     * @return the account, or {@code chart.duplicate}, {@code chart.unknown-parent}, {@code chart.parent-class},
     *     {@code chart.cycle}
     */
    public Outcome<Account> add(Account account, Actor actor) {
        return addAll(Lists.immutable.of(account), actor).map(added -> account);
    }

    /**
     * Adds accounts, all or none, in any order: the way to start from a template. Those that are there with the same
     * content stay as they are.
     *
     * @return the accounts that were added, or {@code chart.duplicate}, {@code chart.unknown-parent},
     *     {@code chart.parent-class}, {@code chart.cycle}
     */
    public Outcome<ImmutableList<Account>> addAll(ImmutableList<Account> added, Actor actor) {
        return decided(actor, () -> {
            Outcome<ImmutableList<Account>> outcome = ChartDecisions.add(chart(), added);
            if (outcome instanceof Outcome.Accepted<ImmutableList<Account>> accepted && !accepted.replayed()) {
                accepted.value().forEach(account -> accounts.insert(account));
            }
            return outcome;
        });
    }

    /**
     * Replaces an account. Once it has entries its class, currencies and control stay, it stays postable, and its validity
     * keeps covering the days of its entries.
     *
     * @param version the version that the change was made from
     * @return the account as stored, or {@code account.unknown}, {@code account.in-use}, {@code chart.unknown-parent},
     *     {@code chart.parent-class}, {@code chart.cycle}
     * @throws StaleVersionException when somebody else has changed the account since
     */
    public Outcome<Stored<Account>> change(Account account, long version, Actor actor) {
        return decided(actor, () -> replace(account, Optional.of(version)));
    }

    /**
     * Lets an account take no lines from a day on. An account of the balance sheet must hold nothing any more: no balance in
     * any book and currency, no open item; income and expense are brought to zero by the close of the year. To plan the end
     * of an account that still holds something, {@link #change} its {@code validUntil}.
     *
     * @return the account as stored, or {@code account.unknown}, {@code account.in-use} when it has entries on that day or
     *     later, {@code account.has-balance}, {@code account.has-open-items}
     */
    public Outcome<Stored<Account>> deactivate(AccountId id, LocalDate firstDayWithout, Actor actor) {
        return decided(actor, () -> {
            Optional<Stored<Account>> found = accounts.find(id);
            if (found.isEmpty()) {
                return Outcome.refused(
                        Refusal.of(ChartRefusals.UNKNOWN, "Account " + id + " is not in the chart; name one that is")
                                .with("account", id));
            }
            Account account = Account.builder()
                    .from(found.get().value())
                    .validUntil(firstDayWithout)
                    .build();
            if (account.equals(found.get().value())) {
                return Outcome.replayed(found.get());
            }
            return Holdings.blocker(account, journal, items)
                    .<Outcome<Stored<Account>>>map(Outcome::refused)
                    .orElseGet(() -> replace(account, Optional.empty()));
        });
    }

    private Outcome<Stored<Account>> replace(Account account, Optional<Long> expected) {
        Outcome<Account> outcome = ChartDecisions.change(chart(), account, usage(account.id()));
        if (outcome instanceof Outcome.Accepted<Account> accepted && !accepted.replayed()) {
            long version = expected.orElseGet(
                    () -> accounts.find(account.id()).orElseThrow().version());
            return Outcome.accepted(accounts.replace(account, version));
        }
        return outcome.map(same -> accounts.find(same.id()).orElseThrow());
    }

    private Optional<Usage> usage(AccountId id) {
        Usage[] usage = new Usage[1];
        journal.forEach(JournalQuery.all().on(id), posted -> {
            LocalDate date = posted.entry().date();
            Usage before = usage[0];
            usage[0] = before == null
                    ? new Usage(date, date)
                    : new Usage(
                            date.isBefore(before.first()) ? date : before.first(),
                            date.isAfter(before.last()) ? date : before.last());
        });
        return Optional.ofNullable(usage[0]);
    }

    private <T> Outcome<T> decided(Actor actor, Supplier<Outcome<T>> work) {
        if (!access.allows(actor, CHANGE)) {
            return Outcome.refused(CHANGE.denied());
        }
        return unitOfWork.execute(work);
    }
}
