package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.RefusalCode;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The problems found so far, up to the bound, and the names of the sources they may be in. */
final class Problems {
    private final int bound;
    private final MutableList<String> sources = Lists.mutable.empty();
    private final MutableList<JournalProblem> found = Lists.mutable.empty();

    Problems(int bound) {
        this.bound = bound;
    }

    /** Numbers a source. */
    int source(String name) {
        sources.add(name);
        return sources.size() - 1;
    }

    void add(int source, int line, RefusalCode code, String message) {
        if (!areFull()) {
            found.add(new JournalProblem(sources.get(source), line, code, message));
        }
    }

    void add(int source, int currentLine, Malformed what) {
        add(source, what.line() > 0 ? what.line() : currentLine, what.code(), what.text());
    }

    boolean areFull() {
        return found.size() >= bound;
    }

    boolean areNone() {
        return found.isEmpty();
    }

    ImmutableList<JournalProblem> all() {
        return found.toImmutable();
    }
}
