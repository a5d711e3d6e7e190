package dev.erpkit.accounting.interchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The accounts met so far, by number; names as written are looked up without making a string. */
final class Accounts {
    private final NameTable written = new NameTable();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final MutableList<String> names = Lists.mutable.empty();
    private long[] firstUses = new long[64];
    private boolean[] declared = new boolean[64];

    int size() {
        return names.size();
    }

    String name(int account) {
        return names.get(account);
    }

    /** Forgets what names as written stand for, because the scope has changed. */
    void scopeChanged() {
        written.clear();
    }

    int number(byte[] bytes, int from, int to, int hash, Scope scope, long place) {
        int found = written.find(bytes, from, to, hash);
        if (found >= 0) {
            return found;
        }
        int number = number(scope.account(Line.decode(bytes, from, to)));
        written.put(bytes, from, to, hash, number);
        if (firstUses[number] == 0) {
            firstUses[number] = place;
        }
        return number;
    }

    /** The number of an account by its full name, used here. */
    int number(String name, long place) {
        int number = number(name);
        if (firstUses[number] == 0) {
            firstUses[number] = place;
        }
        return number;
    }

    private int number(String name) {
        Integer found = numbers.get(name);
        if (found != null) {
            return found;
        }
        int number = names.size();
        if (number == firstUses.length) {
            firstUses = Arrays.copyOf(firstUses, 2 * number);
            declared = Arrays.copyOf(declared, 2 * number);
        }
        names.add(name);
        numbers.put(name, number);
        return number;
    }

    void declare(String name) {
        declared[number(name)] = true;
    }

    boolean isDeclared(int account) {
        return declared[account];
    }

    /** Tells whether the account has been posted to. */
    boolean isPosted(int account) {
        return firstUses[account] != 0;
    }

    /** Where the account was first posted to, 0 when it was not. */
    long firstUse(int account) {
        return firstUses[account];
    }
}
