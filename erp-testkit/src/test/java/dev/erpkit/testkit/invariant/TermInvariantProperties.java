package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.terms.CashDiscount;
import dev.erpkit.accounting.terms.CashRounded;
import dev.erpkit.accounting.terms.CashRounding;
import dev.erpkit.accounting.terms.DateRule;
import dev.erpkit.accounting.terms.DiscountBasis;
import dev.erpkit.accounting.terms.DiscountDecision;
import dev.erpkit.accounting.terms.DiscountPart;
import dev.erpkit.accounting.terms.DiscountPayment;
import dev.erpkit.accounting.terms.Instalment;
import dev.erpkit.accounting.terms.PaymentSchedule;
import dev.erpkit.accounting.terms.PaymentTerms;
import dev.erpkit.accounting.terms.TermPolicy;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.testkit.generate.DateArbitraries;
import dev.erpkit.testkit.generate.MoneyArbitraries;
import dev.erpkit.testkit.generate.TermArbitraries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariant 31: instalments, discounts and cash rounding. */
class TermInvariantProperties {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of(HolidayCalendar.none()
            .with(LocalDate.of(2026, 1, 1), "New Year")
            .with(LocalDate.of(2026, 4, 29), "Spring"));
    private static final CurrencyUnit JPY = Amounts.currency("JPY");

    /** Terms and a total of one currency. */
    record Split(PaymentTerms terms, MonetaryAmount total) {}

    @Provide
    Arbitrary<Split> splits() {
        return MoneyArbitraries.currencies()
                .flatMap(currency -> Combinators.combine(
                                TermArbitraries.terms(currency),
                                Arbitraries.oneOf(
                                        MoneyArbitraries.amounts(currency),
                                        Arbitraries.longs()
                                                .between(-20, 20)
                                                .map(minor -> Amounts.ofMinor(minor, currency))))
                        .as(Split::new));
    }

    @Provide
    Arbitrary<PaymentTerms> ascending() {
        return TermArbitraries.ascending();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return DateArbitraries.days();
    }

    @Provide
    Arbitrary<DateRule> rules() {
        return TermArbitraries.rules();
    }

    private static MonetaryAmount yen(long base, MonetaryAmount like) {
        return Amounts.ofMinor(Long.signum(Amounts.minor(like)) * base, JPY);
    }

    @Property
    void instalments_sum_exactly_with_the_sign_of_the_total_on_the_days_of_their_lines(
            @ForAll("splits") Split split, @ForAll("days") LocalDate day, @ForAll("base") long base) {
        MonetaryAmount inBase = yen(base, split.total());
        PaymentSchedule schedule =
                split.terms().schedule(day, split.total(), inBase, CALENDAR).orElseThrow();
        assertThat(TermInvariants.instalmentsSum(schedule, split.total(), inBase))
                .isEmpty();
        assertThat(TermInvariants.dueDatesFollow(schedule, CALENDAR)).isEmpty();
        assertThat(schedule.instalments()).hasSameSizeAs(split.terms().lines());
    }

    @Provide
    Arbitrary<Long> base() {
        return MoneyArbitraries.positiveMinor();
    }

    @Property
    void a_credit_note_is_the_invoice_negated(@ForAll("splits") Split split, @ForAll("days") LocalDate day) {
        ImmutableList<MonetaryAmount> invoice = amounts(split, split.total(), day);
        ImmutableList<MonetaryAmount> credit = amounts(split, Amounts.negate(split.total()), day);
        assertThat(credit).isEqualTo(invoice.collect(Amounts::negate));
    }

    private static ImmutableList<MonetaryAmount> amounts(Split split, MonetaryAmount total, LocalDate day) {
        return split.terms()
                .schedule(day, total, CALENDAR)
                .orElseThrow()
                .instalments()
                .collect(Instalment::amount);
    }

    @Property
    void due_dates_never_decrease_where_the_rules_do_not(
            @ForAll("ascending") PaymentTerms terms, @ForAll("days") LocalDate day) {
        PaymentSchedule schedule =
                terms.schedule(day, Amounts.of("1000", "JPY"), CALENDAR).orElseThrow();
        assertThat(TermInvariants.dueDatesAscend(schedule)).isEmpty();
    }

    @Property
    void a_later_document_is_never_due_before_an_earlier_one(
            @ForAll("rules") DateRule rule, @ForAll("days") LocalDate day, @ForAll("days") LocalDate other) {
        LocalDate first = day.isBefore(other) ? day : other;
        LocalDate second = day.isBefore(other) ? other : day;
        assertThat(rule.due(first, CALENDAR)).isBeforeOrEqualTo(rule.due(second, CALENDAR));
        assertThat(rule.due(first, CALENDAR)).isBeforeOrEqualTo(rule.due(first.plusDays(1), CALENDAR));
    }

    @Property
    void texts_are_read_as_they_are_written(@ForAll("splits") Split split) {
        PaymentTerms terms = split.terms();
        assertThat(PaymentTerms.parse(
                        terms.text(), TermPolicy.parse(terms.policy().text())))
                .isEqualTo(terms);
    }

    /** An invoice, its discount and payments: after so many days, this much of the total. */
    record History(CashDiscount discount, DiscountBasis invoice, List<int[]> payments) {}

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<int[]> payment = Combinators.combine(
                        Arbitraries.integers().between(0, 45),
                        Arbitraries.integers().between(1, 1_200))
                .as((days, share) -> new int[] {days, share});
        return MoneyArbitraries.currencies()
                .flatMap(currency -> Combinators.combine(
                                TermArbitraries.discounts(),
                                TermArbitraries.bases(currency),
                                payment.list().ofMaxSize(5))
                        .as(History::new));
    }

    @Property
    void a_discount_is_given_at_most_once_and_never_above_the_total(@ForAll("histories") History history) {
        DiscountBasis invoice = history.discount().onInvoice(history.invoice());
        LocalDate document = LocalDate.of(2026, 3, 1);
        MutableList<DiscountPayment> payments = Lists.mutable.empty();
        for (int[] planned : history.payments()) {
            long total = Amounts.minor(invoice.total());
            MonetaryAmount amount = Amounts.ofMinor(
                    BigDecimal.valueOf(total)
                            .multiply(BigDecimal.valueOf(planned[1], 3))
                            .longValue(),
                    invoice.total().getCurrency());
            LocalDate paid = document.plusDays(planned[0]);
            DiscountDecision decision =
                    history.discount().decide(invoice, document, payments.toImmutable(), paid, amount, CALENDAR);
            payments.add(new DiscountPayment(paid, amount, decision.discount()));
            assertThat(decision.parts().sumOfLong(part -> Amounts.minor(part.amount())))
                    .isEqualTo(Amounts.minor(decision.discount()));
            assertThat(decision.granted()).isEqualTo(!decision.discount().isZero());
        }
        assertThat(TermInvariants.discountsStayInside(history.discount(), invoice, payments.toImmutable()))
                .isEmpty();
        assertThat(invoice.parts().collect(DiscountPart::key))
                .isEqualTo(history.invoice().parts().collect(DiscountPart::key));
    }

    @Provide
    Arbitrary<CashRounding> roundings() {
        return Combinators.combine(Arbitraries.of(RoundingRule.class), Arbitraries.of("0.05", "0.1", "1", "5", "0.25"))
                .as((rule, step) -> CashRounding.of(RoundingPolicy.toStep(new BigDecimal(step), rule)));
    }

    @Property
    void cash_is_whole_coins_and_symmetric(
            @ForAll("roundings") CashRounding cash, @ForAll("base") long minor, @ForAll("taxes") List<Long> taxes) {
        MonetaryAmount total = Amounts.ofMinor(minor, Amounts.currency("USD"));
        MonetaryAmount rounded = cash.round(total);
        assertThat(cash.round(rounded)).isEqualTo(rounded);
        assertThat(cash.round(Amounts.negate(total))).isEqualTo(Amounts.negate(rounded));
        ImmutableList<MonetaryAmount> before =
                Lists.immutable.ofAll(taxes).collect(tax -> Amounts.ofMinor(tax, total.getCurrency()));
        CashRounded result = cash.onBiggestTax().apply(total, before);
        long moved = result.taxes(before).sumOfLong(Amounts::minor) - before.sumOfLong(Amounts::minor);
        long onLine = result.amounts(true).isEmpty() ? 0 : Amounts.minor(result.difference());
        assertThat(moved + onLine).isEqualTo(Amounts.minor(rounded) - minor);
        assertThat(result.difference()).isEqualTo(Amounts.ofMinor(moved + onLine, total.getCurrency()));
    }

    @Provide
    Arbitrary<List<Long>> taxes() {
        return MoneyArbitraries.positiveMinor().list().ofMaxSize(3);
    }
}
