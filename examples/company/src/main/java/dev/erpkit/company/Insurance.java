package dev.erpkit.company;

import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralEvents;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;

/** The cargo insurance, paid for a year ahead; a premium bears no consumption tax. */
final class Insurance {
    static final LocalDate PAID = LocalDate.of(2025, 6, 2);
    private static final String ID = "INSURANCE-2025";
    private static final long PREMIUM = 720_000;

    private Insurance() {}

    static Booking premium() {
        return Booking.of(Entries.entry(ID, PAID, "保険料 Insurance for a year")
                .debit(CompanyChart.PREPAID, Entries.yen(PREMIUM))
                .credit(CompanyChart.BANK, Entries.yen(PREMIUM))
                .build());
    }

    static Deferral deferral() {
        LocalDate first = PAID.withDayOfMonth(1);
        return Deferral.builder()
                .id(ID)
                .kind(DeferralKind.EXPENSE)
                .total(Entries.yen(PREMIUM))
                .service(DateRange.of(first, first.plusYears(1)))
                .basis(SpreadBasis.MONTHS_BY_DAYS)
                .source(SourceDocument.of("bookkeeping", "policy", ID))
                .build();
    }

    static PostingRule rule() {
        return DeferralEvents.recognition(BookId.MAIN, "2195", "4110", CompanyChart.PREPAID, "6350");
    }
}
