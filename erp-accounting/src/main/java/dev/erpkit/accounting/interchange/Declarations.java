package dev.erpkit.accounting.interchange;

import org.eclipse.collections.api.factory.primitive.LongIntMaps;
import org.eclipse.collections.api.map.primitive.MutableLongIntMap;

/** Strict reading: what is used must be declared, anywhere in the journal. */
final class Declarations {
    private Declarations() {}

    /** Reports each undeclared account and commodity at its first use, in the order of use. */
    static void check(Accounts accounts, Commodities commodities, Problems problems) {
        MutableLongIntMap missing = LongIntMaps.mutable.empty();
        for (int a = 0; a < accounts.size(); a++) {
            if (accounts.firstUse(a) != 0 && !accounts.isDeclared(a)) {
                missing.put(2 * accounts.firstUse(a), a);
            }
        }
        for (int c = 0; c < commodities.size(); c++) {
            if (commodities.firstUse(c) != 0 && !commodities.isDeclared(c)) {
                missing.put(2 * commodities.firstUse(c) + 1, c);
            }
        }
        for (long key : missing.keySet().toSortedArray()) {
            int number = missing.get(key);
            int source = (int) (key >> 33);
            int line = (int) (key >> 1);
            if (key % 2 == 0) {
                String text = "the account '" + accounts.name(number) + "' is not declared; add: account "
                        + accounts.name(number);
                problems.add(source, line, JournalCodes.ACCOUNT_UNDECLARED, text);
            } else {
                String text =
                        "the commodity '" + commodities.name(number) + "' is not declared; add a commodity directive";
                problems.add(source, line, JournalCodes.COMMODITY_UNDECLARED, text);
            }
        }
    }
}
