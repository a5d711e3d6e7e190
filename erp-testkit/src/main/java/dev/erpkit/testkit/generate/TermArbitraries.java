package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.terms.CashDiscount;
import dev.erpkit.accounting.terms.DateRule;
import dev.erpkit.accounting.terms.DateStep;
import dev.erpkit.accounting.terms.DiscountBasis;
import dev.erpkit.accounting.terms.DiscountPart;
import dev.erpkit.accounting.terms.DiscountStep;
import dev.erpkit.accounting.terms.DiscountTax;
import dev.erpkit.accounting.terms.PartialPayments;
import dev.erpkit.accounting.terms.PaymentTerms;
import dev.erpkit.accounting.terms.TermLine;
import dev.erpkit.accounting.terms.TermPart;
import dev.erpkit.accounting.terms.TermPolicy;
import dev.erpkit.accounting.terms.TermSplit;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.quantity.Rational;
import java.time.DayOfWeek;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Payment terms that split every total, cash discounts, and the net amounts and taxes they discount. */
public final class TermArbitraries {
    private TermArbitraries() {}

    /** One step of a rule. */
    public static Arbitrary<DateStep> steps() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 120).map(DateStep.Days::new),
                Arbitraries.integers().between(0, 6).map(DateStep.Months::new),
                Arbitraries.just(new DateStep.EndOfMonth()),
                Arbitraries.integers().between(1, 31).map(DateStep.DayOfMonth::new),
                Arbitraries.integers().between(1, 31).map(DateStep.NextDayOfMonth::new),
                Arbitraries.of(DayOfWeek.class).map(DateStep.NextWeekday::new),
                Arbitraries.of(BusinessDayRule.class).map(DateStep.BusinessDay::new));
    }

    /** Rules of up to four steps. */
    public static Arbitrary<DateRule> rules() {
        return steps().list().ofMinSize(1).ofMaxSize(4).map(list -> new DateRule(Lists.immutable.ofAll(list)));
    }

    /** Policies of every kind; fixed amounts beyond a total are cut, so that every total is split. */
    public static Arbitrary<TermPolicy> policies() {
        return Combinators.combine(Arbitraries.of(TermSplit.class), Arbitraries.of(RemainderRule.class))
                .as((split, remainder) ->
                        TermPolicy.of(split).leaving(remainder).capped());
    }

    /** Terms for totals of a currency: up to five parts of any kind and a rest, or shares that are the whole. */
    public static Arbitrary<PaymentTerms> terms(CurrencyUnit currency) {
        Arbitrary<Rational> share = Combinators.combine(
                        Arbitraries.integers().between(1, 20), Arbitraries.of(100, 60, 137))
                .as(Rational::of);
        Arbitrary<TermPart> part = Arbitraries.oneOf(
                share.map(TermPart.Share::new),
                share.map(TermPart.ShareOfRest::new),
                Arbitraries.longs()
                        .between(1, 50_000)
                        .map(minor -> new TermPart.Fixed(Amounts.ofMinor(minor, currency))));
        Arbitrary<PaymentTerms> withRest = Combinators.combine(
                        part.list().ofMaxSize(3), rules().list().ofSize(4), policies())
                .as((parts, rules, policy) -> {
                    MutableList<TermLine> lines = Lists.mutable.empty();
                    for (int i = 0; i < parts.size(); i++) {
                        lines.add(new TermLine(parts.get(i), rules.get(i)));
                    }
                    lines.add(new TermLine(new TermPart.Rest(), rules.get(parts.size())));
                    return PaymentTerms.builder()
                            .lines(lines.toImmutable())
                            .policy(policy)
                            .build();
                });
        return Arbitraries.oneOf(withRest, wholeShares());
    }

    /** Equal shares that are the whole. */
    private static Arbitrary<PaymentTerms> wholeShares() {
        return Combinators.combine(
                        rules().list().ofMinSize(1).ofMaxSize(6),
                        policies().filter(policy -> policy.split() != TermSplit.REST_LINE))
                .as((rules, policy) -> PaymentTerms.builder()
                        .lines(Lists.immutable
                                .ofAll(rules)
                                .collect(rule -> new TermLine(new TermPart.Share(Rational.of(1, rules.size())), rule)))
                        .policy(policy)
                        .build());
    }

    /** Terms whose lines are due one after the other: each rule is the one before and a step more. */
    public static Arbitrary<PaymentTerms> ascending() {
        Arbitrary<DateStep> later = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 60).map(DateStep.Days::new),
                Arbitraries.integers().between(0, 3).map(DateStep.Months::new),
                Arbitraries.just(new DateStep.EndOfMonth()),
                Arbitraries.integers().between(1, 31).map(DateStep.NextDayOfMonth::new),
                Arbitraries.just(new DateStep.BusinessDay(BusinessDayRule.FOLLOWING)));
        return later.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(steps -> PaymentTerms.builder()
                        .lines(Lists.immutable
                                .ofAll(steps)
                                .collectWithIndex((step, i) -> new TermLine(
                                        i == steps.size() - 1
                                                ? new TermPart.Rest()
                                                : new TermPart.Share(Rational.of(1, steps.size())),
                                        new DateRule(
                                                Lists.immutable.ofAll(steps).take(i + 1)))))
                        .build());
    }

    /** Discounts of one to three steps and every policy. */
    public static Arbitrary<CashDiscount> discounts() {
        Arbitrary<DiscountStep> step = Combinators.combine(
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.integers().between(0, 40))
                .as((share, days) -> new DiscountStep(
                        Rational.of(share, 1_000), DateRule.atOnce().plusDays(days)));
        return Combinators.combine(
                        step.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(DiscountTax.class),
                        Arbitraries.of(PartialPayments.class))
                .as((steps, tax, partial) -> CashDiscount.builder()
                        .steps(Lists.immutable.ofAll(steps))
                        .tax(tax)
                        .partial(partial)
                        .build());
    }

    /** What invoices and credit notes are made of: net amounts and taxes of one sign, some not discounted. */
    public static Arbitrary<DiscountBasis> bases(CurrencyUnit currency) {
        Arbitrary<DiscountPart> part = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of(true, true, true, false))
                .as((tax, minor, discounted) ->
                        new DiscountPart(tax, tax ? "tax" : "net", Amounts.ofMinor(minor, currency), discounted));
        Arbitrary<List<DiscountPart>> parts = part.list().ofMaxSize(5);
        return Combinators.combine(parts, Arbitraries.longs().between(1, 1_000_000), Arbitraries.of(1L, -1L))
                .as((others, net, sign) -> new DiscountBasis(Lists.immutable
                        .ofAll(others)
                        .newWith(DiscountPart.net("net", Amounts.ofMinor(net, currency)))
                        .collect(one -> new DiscountPart(
                                one.tax(),
                                one.key(),
                                Amounts.ofMinor(sign * Amounts.minor(one.amount()), currency),
                                one.discounted()))));
    }
}
