package dev.erpkit.accounting.tax;

import dev.erpkit.accounting.tax.Flattening.Leaf;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The taxes of a line, solved once for all lines that have them: what each comes to is so much of the price and so much for
 * each unit, exact.
 *
 * <p>Every tax is a multiple of the net price plus so much a unit, found going up: per cent of its base, where the base is
 * the net price and the earlier taxes that enter it. The price is the net price and the taxes that are in it; turning that
 * around gives the net price as a share of the price, and every tax with it.
 */
final class TaxChain {
    private static final Rational HUNDRED = Rational.of(100);

    final ImmutableList<AppliedTax> taxes;
    /** What each tax comes to. */
    final Share[] amounts;
    /** Which taxes are in the price. */
    final boolean[] included;
    /** Which taxes the seller is paid, and not owed by the buyer. */
    final boolean[] paid;
    /** Whether some of it depends on the quantity. */
    final boolean byUnit;
    /** Which earlier taxes enter the base of each. */
    final int[][] entering;

    private final ImmutableList<Leaf> leaves;
    private final Rational minorOfMajor;
    /** The net price as a multiple of what is solved for; 0 once a division tax has taken all of it. */
    private Rational net = Rational.ONE;

    TaxChain(ImmutableList<Leaf> leaves, CurrencyUnit currency) {
        this.leaves = leaves;
        this.taxes = leaves.collect(Leaf::tax);
        this.minorOfMajor = Rational.of(BigInteger.TEN.pow(Amounts.digits(currency)), BigInteger.ONE);
        this.amounts = new Share[leaves.size()];
        this.entering = new int[leaves.size()][];
        this.included = new boolean[leaves.size()];
        this.paid = new boolean[leaves.size()];
        for (int i = 0; i < entering.length; i++) {
            entering[i] = entering(i);
            included[i] = taxes.get(i).included();
            paid[i] = !taxes.get(i).tax().reverseCharge();
        }
        goUp();
        turnAround();
        this.byUnit = Arrays.stream(amounts).anyMatch(share -> !share.unit().isZero());
    }

    private int[] entering(int tax) {
        int[] found = new int[tax];
        int count = 0;
        for (int j = 0; j < tax && taxes.get(tax).tax().affectedByEarlier(); j++) {
            if (taxes.get(j).tax().affectsLaterBase() && leaves.get(j).precedes(leaves.get(tax))) {
                found[count++] = j;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void goUp() {
        for (int i = 0; i < amounts.length; ) {
            Rational value = taxes.get(i).rate().value();
            switch (taxes.get(i).tax().kind()) {
                case PERCENT -> amounts[i] = base(i).times(value.divide(HUNDRED));
                case FIXED_PER_UNIT -> amounts[i] = new Share(Rational.ZERO, value.multiply(minorOfMajor));
                default -> {
                    i = divide(i);
                    continue;
                }
            }
            i++;
        }
    }

    private Share base(int tax) {
        Share base = new Share(net, Rational.ZERO);
        for (int j : entering[tax]) {
            base = base.plus(amounts[j]);
        }
        return base;
    }

    /** Division taxes next to each other, none of which enters another, share the price with all of them. */
    private int divide(int first) {
        int end = first;
        Rational sum = Rational.ZERO;
        while (end < amounts.length && joins(end, first)) {
            sum = sum.add(taxes.get(end).rate().value().divide(HUNDRED));
            end++;
        }
        Rational left = Rational.ONE.subtract(sum);
        if (left.isZero()) {
            net = Rational.ZERO;
            Arrays.fill(amounts, 0, first, Share.NOTHING);
        }
        for (int i = first; i < end; i++) {
            Rational rate = taxes.get(i).rate().value().divide(HUNDRED);
            amounts[i] = left.isZero() ? new Share(rate, Rational.ZERO) : base(i).times(rate.divide(left));
        }
        return end;
    }

    private boolean joins(int tax, int first) {
        boolean apart = taxes.get(tax).tax().kind() == TaxKind.DIVISION && included[tax] == included[first];
        for (int j : entering[tax]) {
            apart &= j < first;
        }
        return apart && (tax == first || entering[tax].length == entering[first].length);
    }

    /** From multiples of the net price to shares of the price that is given. */
    private void turnAround() {
        Share price = new Share(net, Rational.ZERO);
        for (int i = 0; i < amounts.length; i++) {
            price = included[i] ? price.plus(amounts[i]) : price;
        }
        if (price.price().signum() <= 0) {
            throw new RefusedException(Refusal.of(
                            TaxRefusals.UNSOLVABLE,
                            "No net price gives a price with " + named() + " in it; change the taxes of the line")
                    .with("taxes", named()));
        }
        Rational factor = price.price().reciprocal();
        for (int i = 0; i < amounts.length; i++) {
            Rational multiple = amounts[i].price().multiply(factor);
            Rational unit = amounts[i].unit().subtract(multiple.multiply(price.unit()));
            amounts[i] = new Share(multiple, unit);
        }
    }

    private String named() {
        return taxes.collect(AppliedTax::code).makeString("+");
    }
}
