package dev.erpkit.company;

import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer or supplier.
 *
 * @param id the party in the books
 * @param name what people call it; invented
 * @param currency the currency of its invoices
 * @param termDays days until an invoice is due, or 0 for the end of the next month (月末締め翌月末払い)
 */
record Partner(String id, String name, String currency, int termDays) {
    static final List<Partner> CUSTOMERS = List.of(
            new Partner("C-101", "喫茶みなと", "JPY", 0),
            new Partner("C-102", "山手製菓株式会社", "JPY", 0),
            new Partner("C-103", "有限会社はまかぜ食品", "JPY", 0),
            new Partner("C-104", "北陸ロースターズ株式会社", "JPY", 0),
            new Partner("C-105", "ホテル港の見える丘", "JPY", 0),
            new Partner("C-201", "Blue Harbor Imports Inc.", "USD", 45),
            new Partner("C-202", "Cascade Tea & Coffee LLC", "USD", 30),
            new Partner("C-203", "Kestrel Provisions Co.", "USD", 60));

    static final List<Partner> SUPPLIERS = List.of(
            new Partner("S-301", "東京包材株式会社", "JPY", 0),
            new Partner("S-302", "横浜食品原料株式会社", "JPY", 0),
            new Partner("S-303", "静岡製茶協同組合", "JPY", 0),
            new Partner("S-401", "Andes Green Beans S.A.", "USD", 30),
            new Partner("S-402", "Highland Growers Union", "USD", 45));

    /** Brings over the sea what is bought there. */
    static final Partner CARRIER = new Partner("S-501", "港湾海運株式会社", "JPY", 0);

    PartyId party() {
        return PartyId.of(id);
    }

    boolean foreign() {
        return !currency.equals("JPY");
    }

    LocalDate due(LocalDate invoiced) {
        if (termDays > 0) {
            return invoiced.plusDays(termDays);
        }
        LocalDate next = invoiced.plusMonths(1);
        return next.withDayOfMonth(next.lengthOfMonth());
    }
}
