package dev.erpkit.storage.jdbc;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** A set of names in one column, each on a line of its own; what would be read as something else is escaped. */
final class Names {
    private static final String EMPTY = "\\e";

    private Names() {}

    static String join(ImmutableSet<String> names) {
        return names.toSortedList()
                .collect(name ->
                        name.isEmpty() ? EMPTY : name.replace("\\", "\\\\").replace("\n", "\\n"))
                .makeString("\n");
    }

    static ImmutableSet<String> split(String text) {
        if (text.isEmpty()) {
            return Sets.immutable.empty();
        }
        MutableList<String> names = Lists.mutable.with(text.split("\n", -1));
        return names.collect(name -> name.equals(EMPTY) ? "" : unescaped(name))
                .toSet()
                .toImmutable();
    }

    private static String unescaped(String name) {
        if (name.indexOf('\\') < 0) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                c = name.charAt(++i) == 'n' ? '\n' : '\\';
            }
            text.append(c);
        }
        return text.toString();
    }
}
