package dev.erpkit.accounting.interchange;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The descriptions of transactions, equal ones kept once; none at all where nobody will ask. */
final class Descriptions {
    private final boolean kept;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final MutableList<String> texts = Lists.mutable.empty();
    private final IntColumn byTransaction = new IntColumn();

    Descriptions(boolean kept) {
        this.kept = kept;
    }

    void add(String description) {
        if (!kept) {
            return;
        }
        Integer number = numbers.get(description);
        if (number == null) {
            number = texts.size();
            numbers.put(description, number);
            texts.add(description);
        }
        byTransaction.add(number);
    }

    String of(int transaction) {
        return kept ? texts.get(byTransaction.get(transaction)) : "";
    }
}
