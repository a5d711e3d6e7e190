package dev.erpkit.accounting.tax.eu;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.SupplyFacts;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxMapping;
import dev.erpkit.accounting.tax.TaxMappings;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxTreatment;
import dev.erpkit.accounting.tax.Taxes;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * VAT of a member state by Directive 2006/112/EC: domestic rates, exempt supplies (articles 132 to 135), supplies within the
 * Union (article 138), exports (article 146), and acquisitions that the buyer owes the tax of (articles 40, 196 and 200).
 * Rates are the member state's: the host gives them. Boxes are named by what counts in them; a host maps them to the numbers
 * of its form.
 *
 * @param country the member state, as ISO 3166 code; codes of its taxes start with it
 */
public record ValueAddedTax(String country) {
    /** The code of domestic supplies at the standard rate. */
    public String standard() {
        return country + "-STANDARD";
    }

    /** The code of domestic supplies at a reduced rate. */
    public String reduced() {
        return country + "-REDUCED";
    }

    /** The code of exempt supplies. */
    public String exempt() {
        return country + "-EXEMPT";
    }

    /** The code of supplies to businesses in other member states. */
    public String withinUnion() {
        return country + "-WITHIN-UNION";
    }

    /** The code of exports. */
    public String export() {
        return country + "-EXPORT";
    }

    /** The code of purchases from businesses in other member states, at the standard rate. */
    public String acquisition() {
        return country + "-ACQUISITION";
    }

    /** The taxes at rates in per cent. */
    public Taxes taxes(String standardRate, String reducedRate) {
        return Taxes.of(
                domestic(standard(), standardRate, "standard", TaxTreatment.STANDARD),
                domestic(reduced(), reducedRate, "reduced", TaxTreatment.REDUCED),
                free(exempt(), "exempt", TaxTreatment.EXEMPT),
                free(withinUnion(), "within-union", TaxTreatment.ZERO_RATED),
                free(export(), "export", TaxTreatment.ZERO_RATED),
                Tax.percent(acquisition(), standardRate)
                        .reverseCharge(true)
                        .treatment(TaxTreatment.REVERSE_CHARGE)
                        .invoice(Repartition.of(
                                TaxPart.base(BoxTag.plus("acquisition-base")),
                                TaxPart.tax("vat-deducted", BoxTag.plus("acquisition-deducted")),
                                TaxPart.share("-1", "vat-owed", BoxTag.minus("acquisition-owed"))))
                        .build());
    }

    /**
     * What domestic rates become for supplies abroad: within the Union where a registered buyer is in one of the other
     * member states, export where the buyer is in a country outside.
     *
     * @param otherStates the other member states
     * @param outside the countries outside the Union that the host delivers to
     */
    public TaxMappings mappings(ImmutableSet<String> otherStates, ImmutableSet<String> outside) {
        ImmutableList<String> domestic = Lists.immutable.of(standard(), reduced());
        return new TaxMappings(domestic.flatCollect(from -> Lists.immutable.of(
                TaxMapping.builder()
                        .name("within-union")
                        .tax(from)
                        .to(withinUnion())
                        .when(SupplyFacts.SELLER_COUNTRY, country)
                        .when(SupplyFacts.BUYER_COUNTRY, otherStates.toArray(new String[0]))
                        .when(SupplyFacts.BUYER_REGISTERED, SupplyFacts.YES)
                        .build(),
                TaxMapping.builder()
                        .name("export")
                        .tax(from)
                        .to(export())
                        .when(SupplyFacts.SELLER_COUNTRY, country)
                        .when(SupplyFacts.BUYER_COUNTRY, outside.toArray(new String[0]))
                        .build())));
    }

    private static Tax domestic(String code, String rate, String box, TaxTreatment treatment) {
        return Tax.percent(code, rate)
                .treatment(treatment)
                .invoice(Repartition.of(
                        TaxPart.base(BoxTag.plus(box + "-base")), TaxPart.tax("vat", BoxTag.plus(box + "-tax"))))
                .build();
    }

    private static Tax free(String code, String box, TaxTreatment treatment) {
        return Tax.percent(code, "0")
                .treatment(treatment)
                .invoice(Repartition.of(TaxPart.base(BoxTag.plus(box + "-base")), TaxPart.tax("vat")))
                .build();
    }
}
