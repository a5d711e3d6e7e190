package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.LinePricing;
import dev.erpkit.accounting.tax.PriceRounding;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxRequest;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxUse;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.testkit.generate.MoneyArbitraries;
import dev.erpkit.testkit.generate.TaxArbitraries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 18 to 21, and the boxes of 22. */
class TaxInvariantProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    /** A document and the taxes it names. */
    record Document(TaxRequest request, Taxes taxes) {
        TaxResult computed() {
            return TaxEngine.compute(request, taxes).orElseThrow();
        }

        Document under(TaxPolicy policy) {
            return new Document(
                    TaxRequest.builder().from(request).policy(policy).build(), taxes);
        }

        Document of(ImmutableList<TaxedLine> lines) {
            return new Document(TaxRequest.builder().from(request).lines(lines).build(), taxes);
        }
    }

    @Provide
    Arbitrary<Document> documents() {
        return TaxArbitraries.taxes()
                .flatMap(taxes -> Combinators.combine(
                                TaxArbitraries.lines(taxes.collect(Tax::code)),
                                TaxArbitraries.policies(),
                                MoneyArbitraries.currencies(),
                                Arbitraries.of(TaxUse.class))
                        .as((lines, policy, currency, use) -> new Document(
                                TaxRequest.builder()
                                        .lines(lines)
                                        .policy(policy)
                                        .taxPoint(DAY)
                                        .currency(currency)
                                        .use(use)
                                        .build(),
                                Taxes.of(taxes))));
    }

    @Provide
    Arbitrary<TaxPolicy> policies() {
        return TaxArbitraries.policies();
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return MoneyArbitraries.rates();
    }

    @Property
    void documents_add_up_in_every_currency(@ForAll("documents") Document document, @ForAll("rates") BigDecimal rate) {
        TaxResult result = document.computed();
        assertThat(TaxInvariants.documentAddsUp(result)).isEmpty();
        CurrencyUnit there =
                Amounts.currency(result.currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR");
        TaxResult abroad = result.in(new ExchangeRate(result.currency(), there, Rational.of(rate), RateType.SPOT, DAY));
        assertThat(TaxInvariants.documentAddsUp(abroad)).isEmpty();
        assertThat(TaxInvariants.taxIsSharedOut(abroad)).isEmpty();
    }

    @Property
    void a_price_stays_whatever_the_taxes_and_the_policy(@ForAll("documents") Document document) {
        assertThat(TaxInvariants.pricesStay(document.computed())).isEmpty();
    }

    @Property
    void policies_differ_by_a_unit_for_each_amount(
            @ForAll("documents") Document document,
            @ForAll("policies") TaxPolicy one,
            @ForAll("policies") TaxPolicy two) {
        TaxPolicy other = two.prices(one.priceRounding(), one.prices());
        assertThat(TaxInvariants.policiesStayClose(
                        document.under(one).computed(), document.under(other).computed()))
                .isEmpty();
    }

    /** Lines are cut in two, by quantity, and shuffled: prices are not rounded one by one, so that no yen is cut. */
    @Property
    void tax_once_for_each_rate_depends_on_sums_only(
            @ForAll("documents") Document document, @ForAll RoundingRule rule, @ForAll Random random) {
        TaxPolicy policy = TaxPolicy.of(TaxGranularity.RATE, rule);
        Document whole = document.under(policy.prices(PriceRounding.ALL_PRICES, policy.prices()));
        MutableList<TaxedLine> cut = Lists.mutable.empty();
        for (TaxedLine line : whole.request().lines()) {
            Rational part = line.quantity().multiply(Rational.of(random.nextInt(5), 7));
            cut.add(TaxedLine.builder().from(line).quantity(part).build());
            cut.add(TaxedLine.builder()
                    .from(line)
                    .id(line.id() + "-rest")
                    .quantity(line.quantity().subtract(part))
                    .build());
        }
        Collections.shuffle(cut, random);
        TaxResult one = whole.computed();
        TaxResult other = whole.of(cut.toImmutable()).computed();
        assertThat(one.rates().collect(total -> total.unrounded()).toSet())
                .isEqualTo(other.rates().collect(total -> total.unrounded()).toSet());
        assertThat(TaxInvariants.ratesDependOnSums(one, other)).isEmpty();
        assertThat(other.total()).isEqualTo(one.total());
    }

    @Property
    void tax_is_shared_out(@ForAll("documents") Document document) {
        assertThat(TaxInvariants.taxIsSharedOut(document.computed())).isEmpty();
    }

    @Property
    void a_refund_gives_every_box_the_opposite(@ForAll("documents") Document document) {
        TaxRequest invoice = TaxRequest.builder()
                .from(document.request())
                .use(TaxUse.INVOICE)
                .build();
        TaxRequest refund =
                TaxRequest.builder().from(invoice).use(TaxUse.REFUND).build();
        assertThat(TaxInvariants.refundNegatesBoxes(
                        new Document(invoice, document.taxes()).computed(),
                        new Document(refund, document.taxes()).computed()))
                .isEmpty();
    }

    /** A net price with the same taxes on top of it gives the gross price that it came from, before rounding. */
    @Property
    void what_is_taken_out_of_a_price_is_what_is_put_on_it(@ForAll("documents") Document document) {
        List<Tax> movable = document.taxes().all().castToList().stream()
                .filter(tax -> !tax.reverseCharge())
                .toList();
        ImmutableList<String> codes = Lists.immutable.ofAll(movable).collect(Tax::code);
        for (TaxedLine line : document.request().lines()) {
            TaxedLine in = TaxedLine.builder()
                    .from(line)
                    .taxes(line.taxes().select(codes::contains))
                    .pricing(LinePricing.INCLUDED)
                    .build();
            TaxResult out = document.of(Lists.immutable.of(in)).under(exact()).computed();
            TaxedLine on = TaxedLine.builder()
                    .id("on")
                    .quantity(line.quantity())
                    .amount(out.line(0).unroundedNet())
                    .taxes(in.taxes())
                    .pricing(LinePricing.EXCLUDED)
                    .build();
            TaxResult back = document.of(Lists.immutable.of(on)).under(exact()).computed();
            assertThat(back.line(0).taxes().collect(tax -> tax.unrounded()))
                    .isEqualTo(out.line(0).taxes().collect(tax -> tax.unrounded()));
        }
    }

    private static TaxPolicy exact() {
        return TaxPolicy.of(TaxGranularity.TAX, RoundingRule.HALF_UP);
    }

    @Example
    void wrong_documents_are_found_out() {
        Taxes taxes = Taxes.of(Tax.percent("a", "10").build());
        TaxResult one = result(taxes, "10.04");
        TaxResult other = result(taxes, "30.04");
        assertThat(TaxInvariants.policiesStayClose(one, other)).hasSize(1);
        assertThat(TaxInvariants.refundNegatesBoxes(boxed(), boxed())).isNotEmpty();
    }

    private static TaxResult result(Taxes taxes, String price) {
        return TaxEngine.compute(
                        Lists.immutable.of(TaxedLine.of("1", new BigDecimal(price), "a")),
                        taxes,
                        exact(),
                        DAY,
                        Amounts.currency("EUR"))
                .orElseThrow();
    }

    private static TaxResult boxed() {
        return result(
                Taxes.of(Tax.percent("a", "10")
                        .invoice(Repartition.of(TaxPart.base(), TaxPart.tax("x", BoxTag.plus("b"))))
                        .build()),
                "10.00");
    }
}
