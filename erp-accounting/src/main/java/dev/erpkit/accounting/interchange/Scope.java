package dev.erpkit.accounting.interchange;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What directives have set for the entries that follow them in the same source and in sources it includes. */
record Scope(
        int year,
        byte decimalMark,
        int commodity,
        byte commodityMark,
        ImmutableList<String> parents,
        ImmutableList<Alias> aliases) {
    /** No default year. */
    static final int NO_YEAR = Integer.MIN_VALUE;

    static final Scope TOP =
            new Scope(NO_YEAR, (byte) 0, AmountColumn.NONE, (byte) 0, Lists.immutable.empty(), Lists.immutable.empty());

    /** Another name for an account and all below it. */
    record Alias(String old, String replacement) {
        String apply(String account) {
            if (account.equals(old)) {
                return replacement;
            }
            boolean below = account.startsWith(old) && account.charAt(old.length()) == ':';
            return below ? replacement + account.substring(old.length()) : account;
        }
    }

    Scope withYear(int value) {
        return new Scope(value, decimalMark, commodity, commodityMark, parents, aliases);
    }

    Scope withDecimalMark(byte mark) {
        return new Scope(year, mark, commodity, commodityMark, parents, aliases);
    }

    Scope withCommodity(int number, byte mark) {
        return new Scope(year, decimalMark, number, mark, parents, aliases);
    }

    /** The scope below one more parent account. */
    Scope below(String account) {
        String full = parents.isEmpty() ? account : parents.getLast() + ":" + account;
        return withParents(parents.newWith(full));
    }

    /** The scope without the innermost parent account. */
    Scope above() {
        return withParents(parents.take(parents.size() - 1));
    }

    private Scope withParents(ImmutableList<String> list) {
        return new Scope(year, decimalMark, commodity, commodityMark, list, aliases);
    }

    Scope withAlias(Alias alias) {
        return withAliases(Lists.immutable.of(alias).newWithAll(aliases));
    }

    Scope withAliases(ImmutableList<Alias> list) {
        return new Scope(year, decimalMark, commodity, commodityMark, parents, list);
    }

    /** The full name of an account as written here: below the applied parent, then through the aliases, latest first. */
    String account(String written) {
        String name = parents.isEmpty() ? written : parents.getLast() + ":" + written;
        for (Alias alias : aliases) {
            name = alias.apply(name);
        }
        return name;
    }

    boolean namesLike(Scope other) {
        return parents.equals(other.parents) && aliases.equals(other.aliases);
    }
}
