package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * How totals are brought to the smallest coin, such as 0.05. The size of an amount is rounded and its sign put back, so a
 * credit note is always the invoice negated, whichever the rule.
 *
 * <p>Worked: 42.06 in two instalments of 21.03 under {@code half-even:step-0.05} is 21.05 twice, 42.10 together and 0.04
 * more than the document; rounded once, it is 42.05.
 *
 * @param rounding the unit and the rule
 * @param scope what is rounded
 * @param posting where the difference goes
 */
public record CashRounding(RoundingPolicy rounding, CashRoundingScope scope, CashRoundingPosting posting) {
    /** The document rounded once, the difference on a line of its own. */
    public static CashRounding of(RoundingPolicy rounding) {
        return new CashRounding(rounding, CashRoundingScope.DOCUMENT, CashRoundingPosting.LINE);
    }

    /** The same rounding of each instalment, which is what is really paid. */
    public CashRounding perInstalment() {
        return new CashRounding(rounding, CashRoundingScope.INSTALMENT, posting);
    }

    /** The same rounding where the difference changes the biggest tax. */
    public CashRounding onBiggestTax() {
        return new CashRounding(rounding, scope, CashRoundingPosting.BIGGEST_TAX);
    }

    /** The choices as one stable text, such as {@code half-up:step-0.05/document/rounding-line}. */
    public String text() {
        return String.join("/", rounding.name(), scope.text(), posting.text());
    }

    /**
     * The choices with this stable text.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code cash-rounding.policy}, {@code rounding.unknown}
     */
    public static CashRounding parse(String text) {
        String[] names = text.split("/", -1);
        return names.length != 3
                ? new CashRounding(RoundingPolicy.parse(text), CashRoundingScope.DOCUMENT, CashRoundingPosting.LINE)
                : new CashRounding(
                        RoundingPolicy.parse(names[0]),
                        CashRoundingScope.parse(names[1]),
                        CashRoundingPosting.parse(names[2]));
    }

    /**
     * One amount in cash.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code rounding.finer-than-minor} when the unit is no whole
     *     number of minor units
     */
    public MonetaryAmount round(MonetaryAmount amount) {
        return Amounts.ofMinor(round(Amounts.minor(amount), amount.getCurrency()), amount.getCurrency());
    }

    private long round(long minor, CurrencyUnit currency) {
        long size = rounding.minor(Math.absExact(minor), 1, currency);
        return minor < 0 ? -size : size;
    }

    /** What a total comes to, and by how much it changes. For scope {@code document}: the total before it is split. */
    public CashRounded apply(MonetaryAmount total, ImmutableList<MonetaryAmount> taxes) {
        MonetaryAmount rounded = round(total);
        return result(rounded, minus(rounded, total), taxes);
    }

    /**
     * What instalments come to, each rounded, and by how much the document changes. Base amounts change in proportion.
     *
     * @return the rounded schedule beside the result; the difference in base currency is that of the schedules' base
     */
    public PaymentSchedule apply(PaymentSchedule schedule) {
        RoundingPolicy half = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);
        MutableList<Instalment> rounded = Lists.mutable.empty();
        for (Instalment instalment : schedule.instalments()) {
            long before = Amounts.minor(instalment.amount());
            long after = round(before, instalment.amount().getCurrency());
            long base = Amounts.minor(instalment.base());
            long size = Math.absExact(before);
            CurrencyUnit baseCurrency = instalment.base().getCurrency();
            long newBase = before == 0 ? base : half.share(base, Math.absExact(after), size, baseCurrency);
            rounded.add(new Instalment(
                    instalment.number(),
                    instalment.due(),
                    Amounts.ofMinor(after, instalment.amount().getCurrency()),
                    Amounts.ofMinor(newBase, baseCurrency)));
        }
        return new PaymentSchedule(schedule.terms(), schedule.document(), rounded.toImmutable());
    }

    /** What a document comes to whose instalments were rounded. */
    public CashRounded difference(PaymentSchedule before, PaymentSchedule after, ImmutableList<MonetaryAmount> taxes) {
        return result(after.total(), minus(after.total(), before.total()), taxes);
    }

    private CashRounded result(MonetaryAmount total, MonetaryAmount difference, ImmutableList<MonetaryAmount> taxes) {
        boolean onTax = posting == CashRoundingPosting.BIGGEST_TAX && !difference.isZero() && taxes.notEmpty();
        return new CashRounded(total, difference, onTax ? biggest(taxes) : -1);
    }

    /** The first of the biggest by size. */
    private static int biggest(ImmutableList<MonetaryAmount> taxes) {
        int biggest = 0;
        for (int i = 1; i < taxes.size(); i++) {
            boolean bigger =
                    Math.absExact(Amounts.minor(taxes.get(i))) > Math.absExact(Amounts.minor(taxes.get(biggest)));
            biggest = bigger ? i : biggest;
        }
        return biggest;
    }

    private static MonetaryAmount minus(MonetaryAmount a, MonetaryAmount b) {
        return Amounts.ofMinor(Math.subtractExact(Amounts.minor(a), Amounts.minor(b)), a.getCurrency());
    }
}
