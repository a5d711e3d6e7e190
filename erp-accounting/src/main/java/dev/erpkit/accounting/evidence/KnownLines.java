package dev.erpkit.accounting.evidence;

import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Lines that were written before, by account and currencies: only the two amounts differ. Holds a bounded number of them. */
final class KnownLines {
    private record Known(String account, CurrencyUnit currency, CurrencyUnit baseCurrency, Template template) {
        boolean is(String code, CurrencyUnit unit, CurrencyUnit baseUnit) {
            return code.equals(account) && alike(unit, currency) && alike(baseUnit, baseCurrency);
        }

        /** What is written of them is the same. */
        private static boolean alike(CurrencyUnit a, CurrencyUnit b) {
            return a == b
                    || (a.getCurrencyCode().equals(b.getCurrencyCode()) && Amounts.digits(a) == Amounts.digits(b));
        }
    }

    /** The bits of a hash that do not choose one of 1,024 places. */
    private static final int SHIFT = 22;

    /** What meets in one place stands in the next ones; two that drove each other out cost more than all the rest. */
    private static final int PROBES = 4;

    private final @Nullable Known[] table = new Known[1024];

    @Nullable
    Template find(String account, CurrencyUnit currency, CurrencyUnit baseCurrency) {
        int home = account.hashCode() * 0x9E3779B9 >>> SHIFT;
        for (int i = 0; i < PROBES; i++) {
            Known known = table[(home + i) & (table.length - 1)];
            if (known == null) {
                return null;
            }
            if (known.is(account, currency, baseCurrency)) {
                return known.template;
            }
        }
        return null;
    }

    /** Keeps one that was not found; where there is no place for it, another one goes. */
    void keep(String account, CurrencyUnit currency, CurrencyUnit baseCurrency, Template template) {
        int home = account.hashCode() * 0x9E3779B9 >>> SHIFT;
        int place = home;
        for (int i = PROBES - 1; i >= 0; i--) {
            int slot = (home + i) & (table.length - 1);
            place = table[slot] == null ? slot : place;
        }
        table[place] = new Known(account, currency, baseCurrency, template);
    }
}
