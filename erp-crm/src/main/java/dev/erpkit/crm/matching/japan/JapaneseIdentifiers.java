package dev.erpkit.crm.matching.japan;

import dev.erpkit.core.party.japan.CorporateNumber;
import dev.erpkit.core.party.japan.RegistrationNumber;
import dev.erpkit.crm.party.Identifier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The numbers of Japan as identifiers of parties. */
public final class JapaneseIdentifiers {
    /** The scheme of 法人番号. */
    public static final String CORPORATE = "jp-corporate-number";

    /** The scheme of 登録番号 of issuers of qualified invoices. */
    public static final String REGISTRATION = "jp-registration-number";

    private JapaneseIdentifiers() {}

    /** A corporate number: its check digit was checked when the value was made. */
    public static Identifier of(CorporateNumber number) {
        return new Identifier(CORPORATE, number.value());
    }

    /** A registration number, and the corporate number in it, so that either finds the same company. */
    public static ImmutableList<Identifier> of(RegistrationNumber number) {
        return Lists.immutable
                .of(new Identifier(REGISTRATION, number.value()))
                .newWithAll(Lists.immutable
                        .fromStream(number.corporateNumber().stream())
                        .collect(JapaneseIdentifiers::of));
    }
}
