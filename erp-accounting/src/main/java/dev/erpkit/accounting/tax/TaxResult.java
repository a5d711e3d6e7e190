package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tax of a document, with what it was decided by: {@code total = net + tax} exactly, and each is the sum of its lines.
 *
 * <p>Figures are kept as columns of minor units; what is asked for is made of them then. Derivations likewise: kept as the
 * solved taxes and unrounded figures, rendered by {@link #trace()}.
 */
public final class TaxResult {
    private final RoundedTaxes rounded;
    /** Made of the rounded figures when it is first asked for; two threads make the same. */
    private volatile @Nullable Deduction deduction;

    private TaxResult(RoundedTaxes rounded) {
        this.rounded = rounded;
    }

    static TaxResult of(ExactTaxes exact, CurrencyUnit currency, Rational rate) {
        return new TaxResult(new RoundedTaxes(exact, currency, rate));
    }

    /** What was asked: lines, policy, tax point and use as they were. */
    public TaxRequest request() {
        return rounded.exact.request;
    }

    /** How it was rounded. */
    public TaxPolicy policy() {
        return request().policy();
    }

    /** The day whose rates were taken. */
    public LocalDate taxPoint() {
        return request().taxPoint();
    }

    /** The currency of the figures. */
    public CurrencyUnit currency() {
        return rounded.currency;
    }

    /** Every tax that was applied, in the version that was. */
    public ImmutableList<AppliedTax> applied() {
        return rounded.exact.chains.flatCollect(chain -> chain.taxes).distinct();
    }

    /** The number of lines. */
    public int size() {
        return rounded.exact.lines();
    }

    /** The sum of all prices before tax. */
    public MonetaryAmount net() {
        return money(rounded.netOfAll);
    }

    /** What the taxes add, without those that the buyer owes in place of the seller. */
    public MonetaryAmount tax() {
        return money(rounded.paidOfAll);
    }

    /** What is to be paid: net and tax. */
    public MonetaryAmount total() {
        return money(Math.addExact(rounded.netOfAll, rounded.paidOfAll));
    }

    /** The net price of a line in minor units. */
    public long netMinor(int line) {
        return rounded.net[line];
    }

    /** What the taxes of a line add, in minor units. */
    public long taxMinor(int line) {
        return rounded.paid(line);
    }

    /** What is to be paid for a line, in minor units. */
    public long grossMinor(int line) {
        return Math.addExact(netMinor(line), taxMinor(line));
    }

    /** A line with its taxes. */
    public LineTaxes line(int index) {
        MutableList<TaxAmount> taxes = Lists.mutable.empty();
        ImmutableList<AppliedTax> applied = rounded.exact.chain(index).taxes;
        for (int k = 0; k < applied.size(); k++) {
            taxes.add(new TaxAmount(
                    applied.get(k),
                    money(rounded.base(index, k)),
                    money(amountMinor(index, k)),
                    money(deduction().amounts[rounded.exact.start[index] + k]),
                    major(rounded.exact.base(index, k).multiply(rounded.scale)),
                    major(rounded.unrounded(index, k))));
        }
        return new LineTaxes(
                request().lines().get(index).id(),
                money(netMinor(index)),
                money(taxMinor(index)),
                money(grossMinor(index)),
                taxes.toImmutable(),
                major(rounded.exact.net(index).multiply(rounded.scale)));
    }

    /** All lines, in their order. */
    public ImmutableList<LineTaxes> lines() {
        MutableList<LineTaxes> lines = Lists.mutable.empty();
        for (int i = 0; i < size(); i++) {
            lines.add(line(i));
        }
        return lines.toImmutable();
    }

    /** What each tax comes to, by code, in the order in which lines meet them. */
    public ImmutableList<TaxTotal> totals() {
        return Totals.of(rounded, deduction(), AppliedTax::code);
    }

    /**
     * What each rate comes to: taxes of one per cent together, a group as the sum of its taxes, others by their code.
     */
    public ImmutableList<TaxTotal> rates() {
        return Totals.of(rounded, deduction(), AppliedTax::rateKey);
    }

    /** The total of a tax by code, or of a rate; nothing where no line has it. */
    public TaxTotal total(String key) {
        Function<String, TaxTotal> none = absent -> new TaxTotal(absent, money(0), money(0), money(0), Rational.ZERO);
        return totals().newWithAll(rates())
                .detectOptional(total -> total.key().equals(key))
                .orElseGet(() -> none.apply(key));
    }

    /** Where bases and taxes go: by tax, account and boxes. The taxes among them sum to {@link #tax()}. */
    public ImmutableList<TaxPosting> postings() {
        return Sharing.of(rounded, deduction());
    }

    /** What each box of declarations gets: the sum of the amounts that count in it, with their signs. */
    public ImmutableSortedMap<String, MonetaryAmount> boxes() {
        MutableSortedMap<String, Long> sums = SortedMaps.mutable.empty();
        postings()
                .forEach(posting -> posting.boxes()
                        .forEach(tag -> sums.merge(
                                tag.box(),
                                Math.multiplyExact(Amounts.minor(posting.amount()), (long) tag.sign()),
                                Math::addExact)));
        return sums.collectValues((box, minor) -> money(minor)).toImmutable();
    }

    /**
     * The same document in another currency, such as that of the books: from the same unrounded figures, rounded once by
     * the same policy, so that {@code total = net + tax} there too.
     *
     * @throws InvalidValueException {@code rate.currency-mismatch} when the rate does not price the document's currency
     */
    public TaxResult in(ExchangeRate rate) {
        if (!rate.base().equals(request().currency())) {
            throw new InvalidValueException(
                    "ExchangeRate",
                    "base",
                    "rate.currency-mismatch",
                    "is " + rate.base().getCurrencyCode() + " where "
                            + request().currency().getCurrencyCode() + " is needed");
        }
        return of(rounded.exact, rate.quote(), rate.rate());
    }

    /** How all figures came about. */
    public TraceStep trace() {
        return TaxTrace.of(this);
    }

    /** How the figures of a line came about. */
    public TraceStep trace(int line) {
        return TaxTrace.ofLine(this, line);
    }

    private Deduction deduction() {
        Deduction made = deduction;
        if (made == null) {
            made = new Deduction(rounded);
            deduction = made;
        }
        return made;
    }

    private long amountMinor(int line, int tax) {
        return rounded.amounts[rounded.exact.start[line] + tax];
    }

    private MonetaryAmount money(long minor) {
        return Amounts.ofMinor(minor, currency());
    }

    private Rational major(Rational minor) {
        return minor.divide(Rational.of(BigInteger.TEN.pow(Amounts.digits(currency())), BigInteger.ONE));
    }
}
