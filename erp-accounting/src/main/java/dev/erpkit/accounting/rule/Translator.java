package dev.erpkit.accounting.rule;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Translates signed amounts into the base currency of a book, all amounts of one currency and side together. */
final class Translator {
    private final CurrencyUnit base;
    private final LocalDate date;
    private final ExchangeRates rates;
    private final Translation policy;

    Translator(CurrencyUnit base, LocalDate date, ExchangeRates rates, Translation policy) {
        this.base = base;
        this.date = date;
        this.rates = rates;
        this.policy = policy;
    }

    /** The base amounts of these amounts, in their order, or {@code rate.missing}. */
    Outcome<ImmutableList<MonetaryAmount>> translate(ImmutableList<MonetaryAmount> amounts) {
        MutableList<MonetaryAmount> translated = Lists.mutable.withAll(amounts);
        for (CurrencyUnit currency :
                amounts.collect(MonetaryAmount::getCurrency).distinct()) {
            if (currency.equals(base)) {
                continue;
            }
            for (int side : new int[] {1, -1}) {
                Outcome<MonetaryAmount> done = translate(amounts, currency, side, translated);
                if (!done.isAccepted()) {
                    return Outcome.refused(done.refusal().orElseThrow());
                }
            }
        }
        return Outcome.accepted(translated.toImmutable());
    }

    private Outcome<MonetaryAmount> translate(
            ImmutableList<MonetaryAmount> amounts,
            CurrencyUnit currency,
            int side,
            MutableList<MonetaryAmount> translated) {
        long[] weights = new long[amounts.size()];
        long total = 0;
        for (int i = 0; i < weights.length; i++) {
            MonetaryAmount amount = amounts.get(i);
            if (amount.getCurrency().equals(currency) && amount.signum() == side) {
                weights[i] = Math.absExact(Amounts.minor(amount));
                total = Math.addExact(total, weights[i]);
            }
        }
        if (total == 0) {
            return Outcome.accepted(Amounts.zero(base));
        }
        return rates.convert(Amounts.ofMinor(total, currency), base, policy.type(), date, policy.rounding())
                .map(whole -> {
                    long[] parts = Allocator.allocate(Amounts.minor(whole), weights, policy.remainder());
                    for (int i = 0; i < weights.length; i++) {
                        if (weights[i] != 0) {
                            translated.set(i, Amounts.ofMinor(side * parts[i], base));
                        }
                    }
                    return whole;
                });
    }
}
