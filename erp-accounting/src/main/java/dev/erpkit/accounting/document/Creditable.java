package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.primitive.MutableIntSet;

/**
 * What remains to be credited of a document: a fold over the document and those that took something of it back.
 *
 * <p>Each line has a share that was taken back. What a credit takes of a line, and of each of its taxes, is what the share
 * comes to after it, rounded half up to the minor unit, less what was taken before; so no sequence of partial credits sums
 * to more than the original, and when everything is credited the sums are the original exactly. Worked: a third of 100 with
 * 10 tax is 33 and 3, the second third 34 and 4, the last 33 and 3. Rates and policies are the original's: its frozen
 * figures are split, none is worked out anew.
 *
 * <p>In base currency the total of each credit is worked out likewise, so that all together are the original's; where amounts
 * stand on both sides of the entry they share its translation, and each credit may be off by a minor unit.
 *
 * <p>Refusals: {@code document.credit-exceeds} with the facts {@code document}, {@code of} (a line, a tax or the total) and
 * {@code remaining}; {@code document.credit-line} for a line that is not there, is named twice or gets nothing;
 * {@code document.nothing-to-credit} when nothing remains, or when what is named rounds to nothing and more remains.
 *
 * @param original the document
 * @param lines its lines, each with what was taken back
 * @param roundingMinor what was taken back of its rounding
 * @param baseMinor what was taken back of its total in base currency
 */
public record Creditable(
        IssuedDocument original, ImmutableList<CreditableLine> lines, long roundingMinor, long baseMinor) {
    /** Half up to the minor unit. */
    static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    /** What a credit comes to. */
    record Credit(ImmutableList<IssuedLine> lines, long roundingMinor, long baseMinor) {}

    /**
     * What remains of a document.
     *
     * @param referring gives the documents with lines that take something back of a document, in the order of issuing
     */
    public static Creditable of(
            IssuedDocument original, Function<DocumentId, ImmutableList<IssuedDocument>> referring) {
        MutableList<CreditableLine> lines = Lists.mutable.empty();
        original.lines()
                .forEach(line -> lines.add(new CreditableLine(
                        line, Rational.ZERO, 0, line.taxes().collect(tax -> new LineTax(tax.tax(), 0, 0)))));
        long rounding = 0;
        long base = 0;
        for (IssuedDocument later : referring.apply(original.id())) {
            Creditable itself = of(later, referring);
            int sign = later.kind().reduces() ? 1 : -1;
            for (CreditableLine taking : itself.lines) {
                taking.line()
                        .takes()
                        .filter(reference -> reference.document().equals(original.id()))
                        .ifPresent(reference ->
                                lines.set(reference.line() - 1, after(lines.get(reference.line() - 1), taking, sign)));
            }
            if (later.kind().reduces()) {
                rounding = Math.addExact(rounding, later.figures().roundingMinor());
                base = Math.addExact(base, later.figures().totalBaseMinor());
            }
        }
        return new Creditable(original, lines.toImmutable(), rounding, base);
    }

    /** A line after another one took of it, less what was taken back of that one; a deduction has the other sign. */
    private static CreditableLine after(CreditableLine line, CreditableLine taking, int sign) {
        Rational share = taking.line().takes().orElseThrow().share().multiply(Rational.ONE.subtract(taking.share()));
        MutableList<LineTax> taxes = Lists.mutable.empty();
        for (int i = 0; i < line.taxes().size(); i++) {
            LineTax taken = taking.line().taxes().get(i);
            LineTax back = taking.taxes().get(i);
            taxes.add(new LineTax(
                    taken.tax(),
                    line.taxes().get(i).taxableMinor()
                            + sign * Math.subtractExact(taken.taxableMinor(), back.taxableMinor()),
                    line.taxes().get(i).taxMinor() + sign * Math.subtractExact(taken.taxMinor(), back.taxMinor())));
        }
        return new CreditableLine(
                line.line(),
                line.share().add(share),
                Math.addExact(line.netMinor(), sign * taking.remainingNetMinor()),
                taxes.toImmutable());
    }

    /** The lines of which something remains. */
    public ImmutableList<CreditableLine> remaining() {
        return lines.select(line -> line.share().compareTo(Rational.ONE) < 0);
    }

    /** Whether everything was taken back. */
    public boolean exhausted() {
        return remaining().isEmpty();
    }

    /** What may still be credited, with taxes and rounding. */
    public MonetaryAmount remainingTotal() {
        return Amounts.ofMinor(Math.subtractExact(original.figures().totalMinor(), takenMinor()), original.currency());
    }

    private long takenMinor() {
        return Math.addExact(
                roundingMinor,
                Sums.of(lines, line -> Math.addExact(line.netMinor(), Sums.of(line.taxes(), LineTax::taxMinor))));
    }

    /** The lines, rounding and base total of a credit; nothing named is all that remains. */
    Outcome<Credit> credit(ImmutableList<CreditLine> wanted) {
        return take(wanted, 1);
    }

    /** Takes all that remains off another document: the amounts are negative. */
    Outcome<Credit> deduct() {
        return take(Lists.immutable.empty(), -1);
    }

    private Outcome<Credit> take(ImmutableList<CreditLine> wanted, int sign) {
        ImmutableList<CreditLine> named = wanted.notEmpty()
                ? wanted
                : remaining().collect(line -> CreditLine.rest(line.line().number()));
        if (named.isEmpty()) {
            return Outcome.refused(DocumentRefusals.nothingToCredit(original));
        }
        MutableIntSet seen = IntSets.mutable.empty();
        MutableList<IssuedLine> taken = Lists.mutable.empty();
        try {
            for (CreditLine line : named) {
                if (line.line() < 1 || line.line() > lines.size() || !seen.add(line.line())) {
                    throw new RefusedException(DocumentRefusals.creditLine(original, line.line()));
                }
                CreditableLine of = lines.get(line.line() - 1);
                taken.add(taken(of, share(of, line), taken.size() + 1, sign));
            }
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
        return whole(taken.toImmutable(), sign);
    }

    /** Checks what no line alone can exceed, then adds what belongs to the whole document. */
    private Outcome<Credit> whole(ImmutableList<IssuedLine> taken, int sign) {
        Creditable after = new Creditable(original, after(taken, sign), roundingMinor, baseMinor);
        Optional<Refusal> exceeded = after.exceeded();
        if (exceeded.isPresent() || sign < 0) {
            return exceeded.<Outcome<Credit>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.accepted(new Credit(taken, 0, 0)));
        }
        long before = Math.subtractExact(takenMinor(), roundingMinor);
        long now = Math.subtractExact(after.takenMinor(), roundingMinor);
        long all = Math.subtractExact(
                original.figures().totalMinor(), original.figures().roundingMinor());
        long rounding = after.exhausted()
                ? original.figures().roundingMinor()
                : split(original.figures().roundingMinor(), now, all, original.currency());
        long roundingNow = Math.subtractExact(rounding, roundingMinor);
        long total = Math.addExact(now, rounding);
        long base = after.exhausted()
                ? original.figures().totalBaseMinor()
                : split(
                        original.figures().totalBaseMinor(),
                        total,
                        original.figures().totalMinor(),
                        original.figures().baseCurrency());
        boolean nothing = now == before && roundingNow == 0 && taken.allSatisfy(line -> line.netMinor() == 0);
        return nothing && all != 0 && !after.exhausted()
                ? Outcome.refused(DocumentRefusals.nothingToCredit(original))
                : Outcome.accepted(new Credit(taken, roundingNow, Math.subtractExact(base, baseMinor)));
    }

    private ImmutableList<CreditableLine> after(ImmutableList<IssuedLine> taken, int sign) {
        MutableList<CreditableLine> after = lines.toList();
        taken.forEach(line -> {
            int at = line.takes().orElseThrow().line() - 1;
            after.set(
                    at,
                    after(
                            after.get(at),
                            new CreditableLine(
                                    line, Rational.ZERO, 0, line.taxes().collect(tax -> new LineTax(tax.tax(), 0, 0))),
                            sign));
        });
        return after.toImmutable();
    }

    /** What no line exceeds alone: who credits only the lines above zero of a document with others would credit too much. */
    private Optional<Refusal> exceeded() {
        for (DocumentTax tax : original.taxes()) {
            long taken = Sums.of(
                    lines.flatCollect(CreditableLine::taxes)
                            .select(each -> each.tax().equals(tax.tax())),
                    LineTax::taxMinor);
            if (!within(taken, tax.taxMinor())) {
                return Optional.of(
                        DocumentRefusals.exceeds(original, "tax " + tax.tax().code(), tax.taxMinor()));
            }
        }
        long taken = Math.subtractExact(takenMinor(), roundingMinor);
        long all = Math.subtractExact(
                original.figures().totalMinor(), original.figures().roundingMinor());
        return within(taken, all) ? Optional.empty() : Optional.of(DocumentRefusals.exceeds(original, "total", all));
    }

    private static boolean within(long taken, long whole) {
        return whole >= 0 ? taken >= 0 && taken <= whole : taken <= 0 && taken >= whole;
    }

    private Rational share(CreditableLine of, CreditLine wanted) {
        Rational rest = Rational.ONE.subtract(of.share());
        Rational share = rest;
        if (wanted.quantity().isPresent()) {
            share = wanted.quantity().get().divide(of.line().quantity());
        } else if (wanted.amount().isPresent()) {
            share = share(of, wanted.amount().get());
        }
        if (share.compareTo(rest) > 0) {
            throw new RefusedException(DocumentRefusals.exceeds(original, of));
        }
        if (share.signum() <= 0) {
            throw new RefusedException(DocumentRefusals.creditLine(original, wanted.line()));
        }
        return share;
    }

    /** What is left in minor units is all that is left, also where the share that is left lies beside it. */
    private Rational share(CreditableLine of, MonetaryAmount amount) {
        if (!amount.getCurrency().equals(original.currency()) || of.line().netMinor() == 0) {
            throw new RefusedException(
                    DocumentRefusals.creditLine(original, of.line().number()));
        }
        long minor = Amounts.minor(amount);
        return minor == of.remainingNetMinor()
                ? Rational.ONE.subtract(of.share())
                : Rational.of(minor, of.line().netMinor());
    }

    private IssuedLine taken(CreditableLine of, Rational share, int number, int sign) {
        Rational after = of.share().add(share);
        IssuedLine line = of.line();
        MutableList<LineTax> taxes = Lists.mutable.empty();
        for (int i = 0; i < line.taxes().size(); i++) {
            LineTax whole = line.taxes().get(i);
            LineTax before = of.taxes().get(i);
            taxes.add(new LineTax(
                    whole.tax(),
                    sign * delta(whole.taxableMinor(), after, before.taxableMinor()),
                    sign * delta(whole.taxMinor(), after, before.taxMinor())));
        }
        return line.taken(
                        sign < 0 ? LineRole.DEDUCTION : line.role(),
                        line.quantity().multiply(share).multiply(Rational.of(sign)),
                        sign * delta(line.netMinor(), after, of.netMinor()),
                        taxes.toImmutable(),
                        new LineReference(original.id(), line.number(), share))
                .numbered(number);
    }

    /** What the share comes to, less what was taken before; never of the other sign. */
    private long delta(long whole, Rational share, long before) {
        long after = HALF_UP.minor(
                BigInteger.valueOf(whole).multiply(share.numerator()), share.denominator(), original.currency());
        long delta = Math.subtractExact(after, before);
        return Long.signum(delta) == -Long.signum(whole) ? 0 : delta;
    }

    private static long split(long whole, long part, long all, CurrencyUnit currency) {
        return all == 0 ? 0 : Long.signum(all) * HALF_UP.share(whole, part, Math.abs(all), currency);
    }
}
