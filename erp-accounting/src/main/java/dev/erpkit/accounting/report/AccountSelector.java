package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Chooses accounts of a chart by criteria. An account is chosen when it fulfils every criterion that is given; a criterion
 * is fulfilled by any one of its values.
 *
 * @param classes its class is one of these
 * @param controls it controls one of these
 * @param tags it has one of these marks
 * @param withoutTags it has none of these marks
 * @param prefixes its code begins with one of these
 * @param subtrees it is one of these accounts or stands below it
 */
public record AccountSelector(
        ImmutableSet<AccountClass> classes,
        ImmutableSet<ControlKind> controls,
        ImmutableSet<String> tags,
        ImmutableSet<String> withoutTags,
        ImmutableSet<String> prefixes,
        ImmutableSet<AccountId> subtrees) {
    /** Chooses every account. */
    public static AccountSelector all() {
        return new AccountSelector(
                Sets.immutable.empty(),
                Sets.immutable.empty(),
                Sets.immutable.empty(),
                Sets.immutable.empty(),
                Sets.immutable.empty(),
                Sets.immutable.empty());
    }

    /** The same, of these classes only. */
    public AccountSelector classes(AccountClass... some) {
        return new AccountSelector(Sets.immutable.with(some), controls, tags, withoutTags, prefixes, subtrees);
    }

    /** The same, of these kinds of control accounts only. */
    public AccountSelector controls(ControlKind... some) {
        return new AccountSelector(classes, Sets.immutable.with(some), tags, withoutTags, prefixes, subtrees);
    }

    /** The same, with one of these marks only. */
    public AccountSelector tagged(String... some) {
        return new AccountSelector(classes, controls, Sets.immutable.with(some), withoutTags, prefixes, subtrees);
    }

    /** The same, with none of these marks. */
    public AccountSelector notTagged(String... some) {
        return new AccountSelector(classes, controls, tags, Sets.immutable.with(some), prefixes, subtrees);
    }

    /** The same, with a code that begins with one of these only. */
    public AccountSelector startingWith(String... some) {
        return new AccountSelector(classes, controls, tags, withoutTags, Sets.immutable.with(some), subtrees);
    }

    /** The same, within the subtrees of these accounts only. */
    public AccountSelector under(AccountId... some) {
        return new AccountSelector(classes, controls, tags, withoutTags, prefixes, Sets.immutable.with(some));
    }

    /** Tells whether an account of the chart is chosen. */
    public boolean matches(Chart chart, Account account) {
        return (classes.isEmpty() || classes.contains(account.accountClass()))
                && (controls.isEmpty()
                        || account.control().filter(controls::contains).isPresent())
                && (tags.isEmpty() || tags.anySatisfy(account.tags()::contains))
                && withoutTags.noneSatisfy(account.tags()::contains)
                && (prefixes.isEmpty() || prefixes.anySatisfy(account.id().value()::startsWith))
                && (subtrees.isEmpty() || subtrees.anySatisfy(top -> chart.isWithin(account.id(), top)));
    }
}
