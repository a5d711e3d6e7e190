package dev.erpkit.accounting.tax;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Groups dissolved into their taxes in order, each with its stages: two taxes affect each other only across stages. */
final class Flattening {
    /** A tax that amounts to something, and at each level of groups its stage and its place. */
    record Leaf(AppliedTax tax, ImmutableList<Integer> stages) {
        /** Whether this tax, standing before the other one, is in an earlier stage. */
        boolean precedes(Leaf other) {
            for (int i = 0; i < Math.min(stages.size(), other.stages.size()); i += 2) {
                int order = Integer.compare(stages.get(i), other.stages.get(i));
                boolean neighbours = !stages.get(i + 1).equals(other.stages.get(i + 1));
                if (order != 0 || neighbours) {
                    return order < 0;
                }
            }
            return false;
        }
    }

    private final Taxes taxes;
    private final LocalDate taxPoint;
    private final CurrencyUnit currency;
    private final LinePricing pricing;
    private final MutableList<Leaf> leaves = Lists.mutable.empty();
    private final MutableList<String> open = Lists.mutable.empty();

    private Flattening(Taxes taxes, LocalDate taxPoint, CurrencyUnit currency, LinePricing pricing) {
        this.taxes = taxes;
        this.taxPoint = taxPoint;
        this.currency = currency;
        this.pricing = pricing;
    }

    /** The taxes that codes come to; refusals fly out. */
    static ImmutableList<Leaf> of(
            ImmutableList<String> codes, LinePricing pricing, Taxes taxes, LocalDate taxPoint, CurrencyUnit currency) {
        Flattening flattening = new Flattening(taxes, taxPoint, currency, pricing);
        flattening.level(codes, Optional.empty(), Lists.immutable.empty());
        return flattening.leaves.toImmutable();
    }

    private void level(ImmutableList<String> codes, Optional<Tax> named, ImmutableList<Integer> above) {
        ImmutableList<Tax> ordered = codes.collect(this::find)
                .toSortedListBy(tax -> tax.sequence().orElse(0))
                .toImmutable();
        int stage = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Tax tax = ordered.get(i);
            boolean shared = i > 0
                    && tax.sequence().isPresent()
                    && tax.sequence().equals(ordered.get(i - 1).sequence());
            stage += shared ? 0 : 1;
            if (tax.validity().contains(taxPoint)) {
                place(tax, named.orElse(tax), above.newWith(stage).newWith(i));
            }
        }
    }

    private void place(Tax tax, Tax named, ImmutableList<Integer> stages) {
        if (tax.kind() != TaxKind.GROUP) {
            leaves.add(new Leaf(applied(tax, named), stages));
            return;
        }
        if (open.contains(tax.code())) {
            throw refused(TaxRefusals.GROUP_CYCLE, "Group " + tax.code() + " contains itself; take it out", tax.code());
        }
        open.add(tax.code());
        level(tax.children(), Optional.of(named), stages);
        open.remove(open.size() - 1);
    }

    private AppliedTax applied(Tax tax, Tax named) {
        if (tax.currency().isPresent() && !tax.currency().get().equals(currency)) {
            throw refused(
                    TaxRefusals.CURRENCY,
                    "Tax " + tax.code() + " is in " + tax.currency().get().getCurrencyCode() + ", not in "
                            + currency.getCurrencyCode() + "; take one in the currency of the document",
                    tax.code());
        }
        return new AppliedTax(tax, named.code(), rate(tax), pricing.includes(tax), rateKey(named));
    }

    private TaxRate rate(Tax tax) {
        return tax.rateAt(taxPoint)
                .orElseThrow(() -> new RefusedException(Refusal.of(
                                TaxRefusals.RATE_MISSING,
                                "Tax " + tax.code() + " has no rate on " + taxPoint + "; add one or take another tax")
                        .with("tax", tax.code())
                        .with("date", taxPoint)));
    }

    private String rateKey(Tax named) {
        return percentOf(named).map(percent -> text(percent) + mark(named)).orElseGet(named::code);
    }

    /** What sets rates of one per cent apart: Japan's reduced 8 % is not the 8 % of before. */
    private static String mark(Tax named) {
        TaxTreatment treatment = named.reverseCharge() ? TaxTreatment.REVERSE_CHARGE : named.treatment();
        return treatment == TaxTreatment.STANDARD ? "" : " " + treatment.text();
    }

    /** The per cent of a tax or of all in a group; nothing where some of it is of another kind. */
    private Optional<Rational> percentOf(Tax named) {
        if (!named.validity().contains(taxPoint)) {
            return Optional.of(Rational.ZERO);
        }
        if (named.kind() != TaxKind.GROUP) {
            return named.kind() == TaxKind.PERCENT ? Optional.of(rate(named).value()) : Optional.empty();
        }
        Rational sum = Rational.ZERO;
        for (String child : named.children()) {
            Optional<Rational> percent = percentOf(find(child));
            if (percent.isEmpty()) {
                return percent;
            }
            sum = sum.add(percent.get());
        }
        return Optional.of(sum);
    }

    static String text(Rational number) {
        return number.exactDecimal()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .orElseGet(number::toString);
    }

    private Tax find(String code) {
        return taxes.find(code)
                .orElseThrow(() -> refused(
                        TaxRefusals.UNKNOWN, "There is no tax " + code + "; register it or take another", code));
    }

    private static RefusedException refused(RefusalCode code, String message, String tax) {
        return new RefusedException(Refusal.of(code, message).with("tax", tax));
    }
}
