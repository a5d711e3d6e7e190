package dev.erpkit.accounting.tax.us;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.SupplyFacts;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxKind;
import dev.erpkit.accounting.tax.TaxMapping;
import dev.erpkit.accounting.tax.TaxMappings;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxTreatment;
import dev.erpkit.accounting.tax.Taxes;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Sales tax of one place in the United States: what state, county and city take of the price, none of it taxed again. Rates
 * are those of the place: the host gives them. Each part goes to the account and box of its jurisdiction.
 *
 * @param place what the codes of its taxes start with, such as {@code US-CO-DENVER}
 * @param jurisdictions who takes how much
 */
public record SalesTax(String place, ImmutableList<Jurisdiction> jurisdictions) {
    /**
     * Who takes a part of it.
     *
     * @param name the name, such as {@code state}
     * @param rate in per cent
     */
    public record Jurisdiction(String name, String rate) {}

    /** State, county and city. */
    public static SalesTax of(String place, String state, String county, String city) {
        return new SalesTax(
                place,
                Lists.immutable.of(
                        new Jurisdiction("state", state),
                        new Jurisdiction("county", county),
                        new Jurisdiction("city", city)));
    }

    /** The code of all parts together. */
    public String code() {
        return place;
    }

    /** The code of sales that are free because the buyer resells or is exempt. */
    public String exempt() {
        return place + "-EXEMPT";
    }

    /** The taxes: one for each jurisdiction, all together, and exempt sales. */
    public Taxes taxes() {
        ImmutableList<Tax> parts = jurisdictions.collect(part -> Tax.percent(codeOf(part), part.rate())
                .invoice(Repartition.of(
                        TaxPart.base(BoxTag.plus(codeOf(part) + "-base")),
                        TaxPart.tax(codeOf(part), BoxTag.plus(codeOf(part) + "-tax"))))
                .build());
        Tax all = Tax.builder()
                .code(code())
                .kind(TaxKind.GROUP)
                .children(parts.collect(Tax::code))
                .build();
        Tax exempt = Tax.percent(exempt(), "0")
                .treatment(TaxTreatment.EXEMPT)
                .invoice(Repartition.of(TaxPart.base(BoxTag.plus(exempt() + "-base")), TaxPart.tax("")))
                .build();
        return Taxes.of(parts.newWith(all).newWith(exempt));
    }

    /** Frees buyers who showed a certificate. */
    public TaxMappings mappings() {
        return TaxMappings.of(TaxMapping.builder()
                .name("certificate")
                .tax(code())
                .to(exempt())
                .when(SupplyFacts.BUYER_EXEMPT, SupplyFacts.YES)
                .build());
    }

    private String codeOf(Jurisdiction part) {
        return place + "-" + part.name();
    }
}
