package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Drafts of documents, and how they are credited. */
public final class DocumentArbitraries {
    /** The day of all drafts. */
    public static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    private static final Taxes TAXES = Taxes.of(
            Tax.percent("A", "10")
                    .invoice(Repartition.of(TaxPart.base(BoxTag.plus("base")), TaxPart.tax("", BoxTag.plus("tax"))))
                    .build(),
            Tax.percent("B", "8").priceIncluded(true).build(),
            Tax.percent("C", "19.6")
                    .invoice(Repartition.of(TaxPart.base(), TaxPart.share("1/3", "one"), TaxPart.share("2/3", "two")))
                    .build(),
            Tax.percent("D", "12").deductibleShare("1/3").build(),
            Tax.percent("R", "20")
                    .reverseCharge(true)
                    .invoice(Repartition.reverseCharge("", "owed"))
                    .build(),
            Tax.percent("W", "-10.21").invoice(Repartition.to("withheld")).build(),
            Tax.fixedPerUnit("E", "0.5").affectsLaterBase(true).build());

    private DocumentArbitraries() {}

    /** Taxes of every kind: on top, in the price, over two accounts, in part deductible, owed by the buyer, withheld, by unit. */
    public static Taxes taxes() {
        return TAXES;
    }

    /** Tax policies. */
    public static Arbitrary<TaxPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(TaxGranularity.values()),
                        Arbitraries.of(RoundingRule.HALF_UP, RoundingRule.TRUNCATE, RoundingRule.HALF_EVEN))
                .as(TaxPolicy::of);
    }

    /** Lines above zero, with quantities that are fractions. */
    public static Arbitrary<DocumentLine> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(1, 1, 3, 7),
                        Arbitraries.longs().between(0, 99_999),
                        Arbitraries.of("A", "B", "C", "D", "R", "A W", "E A", ""),
                        Arbitraries.of("0", "0", "10", "100/3"))
                .as((number, parts, cents, taxes, discount) -> DocumentLine.builder()
                        .text("Line")
                        .quantity(Rational.of(number, parts))
                        .unitPrice(Rational.of(cents, 100))
                        .discountPercent(discount)
                        .taxes(taxes.isEmpty() ? Lists.immutable.empty() : Lists.immutable.of(taxes.split(" ")))
                        .build());
    }

    /** Invoices and bills in yen, dollars and dinars, in part with rounded totals. */
    public static Arbitrary<DocumentDraft> drafts() {
        return Combinators.combine(
                        lines().list().ofMinSize(1).ofMaxSize(5),
                        policies(),
                        Arbitraries.of("JPY", "USD", "KWD"),
                        Arbitraries.of(DocumentKind.SALES_INVOICE, DocumentKind.PURCHASE_BILL),
                        Arbitraries.of("", "", "half-up:0", "truncate:-1"))
                .as(DocumentArbitraries::draft);
    }

    private static DocumentDraft draft(
            List<DocumentLine> lines, TaxPolicy policy, String currency, DocumentKind kind, String rounding) {
        return DocumentDraft.builder()
                .id("original")
                .kind(kind)
                .party("C1")
                .documentDate(DAY)
                .currency(currency)
                .taxPolicy(policy)
                .totalRounding(rounding.isEmpty() ? Optional.empty() : Optional.of(RoundingPolicy.parse(rounding)))
                .lines(Lists.immutable.withAll(lines))
                .build();
    }

    /** Shares of lines to credit one after the other: the place of a line, and how much of it. */
    public static Arbitrary<ImmutableList<CreditLine>> creditSequences() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5), Arbitraries.of("1/3", "1/7", "1", "2.5", "0.01"))
                .as((line, quantity) -> CreditLine.quantity(line, quantity))
                .list()
                .ofMaxSize(8)
                .map(Lists.immutable::withAll);
    }
}
