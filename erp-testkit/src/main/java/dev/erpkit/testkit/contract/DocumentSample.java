package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.document.DocumentFigures;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.DocumentTax;
import dev.erpkit.accounting.document.Instalment;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.document.LineReference;
import dev.erpkit.accounting.document.LineRole;
import dev.erpkit.accounting.document.LineTax;
import dev.erpkit.accounting.document.TaxDifference;
import dev.erpkit.accounting.document.TaxKey;
import dev.erpkit.accounting.document.TaxOrigin;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxTreatment;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Documents that use everything a document can have. */
final class DocumentSample {
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final TaxKey BASE = key(TaxPart.Of.BASE, true);
    private static final TaxKey TAX = key(TaxPart.Of.TAX, true);
    private static final TaxKey COST = key(TaxPart.Of.TAX, false);

    private DocumentSample() {}

    private static TaxKey key(TaxPart.Of part, boolean recoverable) {
        ImmutableList<BoxTag> boxes = recoverable
                ? Lists.immutable.of(BoxTag.plus("課税-10 %, \\"), BoxTag.minus("other"))
                : Lists.immutable.empty();
        return new TaxKey(
                "消費税 10", part, "input", boxes, TaxTreatment.REDUCED, Optional.of(Rational.of(31, 3)), recoverable);
    }

    /** A bill with a number of its own, which takes something back of other documents. */
    static IssuedDocument full(String party, DocumentId... takesOf) {
        Dimensions dimensions = Dimensions.of("project", "x").with("site", "東京");
        ImmutableList<LineTax> taxes = Lists.immutable.of(
                new LineTax(BASE, 1_000, 0),
                new LineTax(TAX, 1_000, 80, Optional.of(new TaxOrigin("10 軽減", Rational.of(1_001, 3)))),
                new LineTax(COST, 1_000, 20));
        ImmutableList<IssuedLine> lines = Lists.immutable
                .of(new IssuedLine(
                        1,
                        LineRole.ITEM,
                        "机 'd\"sk",
                        Rational.of(1, 3),
                        "PCE",
                        Rational.of(30),
                        Rational.of(5, 2),
                        Rational.of(-1, 7),
                        "goods",
                        dimensions,
                        1_000,
                        151_370,
                        taxes,
                        Optional.empty()))
                .newWithAll(Lists.immutable
                        .of(takesOf)
                        .collectWithIndex((id, i) -> new IssuedLine(
                                i + 2,
                                LineRole.DEDUCTION,
                                "less",
                                Rational.of(-1),
                                "",
                                Rational.of(1),
                                Rational.ZERO,
                                Rational.ZERO,
                                "",
                                Dimensions.none(),
                                -100,
                                -15_137,
                                Lists.immutable.empty(),
                                Optional.of(new LineReference(id, 1, Rational.of(1, 7)))))
                        .toImmutableList());
        long total = 1_000 + 100 + 3 - 100L * takesOf.length;
        DocumentFigures figures = new DocumentFigures(
                USD,
                JPY,
                Optional.of(new ExchangeRate(USD, JPY, Rational.of(1_000, 7), RateType.SPOT, DAY.minusDays(1))),
                DAY.plusDays(1),
                "rate/truncate:currency/line-prices-half-up:currency/largest-remainder",
                Optional.of("half-up:step-0.05"),
                lines,
                Lists.immutable.of(
                        new DocumentTax(BASE, 1_000, 0, 151_370, 0),
                        new DocumentTax(COST, 1_000, 20, 151_370, 3_027),
                        new DocumentTax(TAX, 1_000, 80, 151_370, 12_109)),
                Lists.immutable.of(new TaxDifference("消費税 10", 99, 100)),
                3,
                455,
                Lists.immutable.of(
                        new Instalment(DAY.plusDays(30), Amounts.ofMinor(total - 7, USD)),
                        new Instalment(DAY.plusDays(60), Amounts.ofMinor(7, USD))));
        String key = Fresh.key("d");
        return IssuedDocument.builder()
                .id(DocumentId.of(key))
                .kind(DocumentKind.PURCHASE_BILL)
                .number(new DocumentNumber(new SeriesId(key, 2026), 1))
                .party(PartyId.of(party))
                .documentDate(DAY)
                .effectiveDate(DAY.plusDays(2))
                .figures(figures)
                .original(Optional.of(DocumentId.of("another")))
                .supplierNumber(key)
                .facts(org.eclipse.collections.api.factory.SortedMaps.immutable.of("登録番号", "T1234567890123\nline"))
                .narrative("personal 😀")
                .issuedAt(Fresh.instant())
                .issuedBy(Actor.of("経理"))
                .fingerprint(Digest.ofText(key))
                .build();
    }

    /** The same document under other keys, except those that are kept. */
    static IssuedDocument again(IssuedDocument document, boolean sameId, boolean sameNumber, boolean sameSupplied) {
        String key = Fresh.key("d");
        IssuedDocument.Builder twin = IssuedDocument.builder().from(document);
        if (!sameId) {
            twin.id(DocumentId.of(key));
        }
        if (!sameNumber) {
            twin.number(new DocumentNumber(new SeriesId(key, 2026), 1));
        }
        if (!sameSupplied) {
            twin.supplierNumber(key);
        }
        return twin.build();
    }
}
