package dev.erpkit.company;

import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import java.time.YearMonth;

/** What happens in business terms, with amounts by role; {@link Rules} knows the accounts. */
final class Events {
    static final String PAYROLL = "payroll-paid";

    private Events() {}

    /** The sums of a payroll, which is run elsewhere. */
    static AccountingEvent of(Payroll payroll, YearMonth month, LocalDate payday) {
        AccountingEvent.Builder event = event(
                "SAL-" + month, PAYROLL, payday, payroll.bonuses() > 0 ? "給与・賞与 Salaries and bonuses" : "給与 Salaries");
        event.source(SourceDocument.of("payroll", "payslips", "SAL-" + month));
        return event.add(yen("salaries", payroll.salaries()))
                .add(yen("bonuses", payroll.bonuses()))
                .add(yen("income-tax", payroll.incomeTax()))
                .add(yen("resident-tax", payroll.residentTax()))
                .add(yen("insurance", payroll.insurance()))
                .add(yen("company-insurance", payroll.companyInsurance()))
                .add(yen("paid-out", payroll.paidOut()))
                .build();
    }

    private static RoleAmount yen(String role, long amount) {
        return RoleAmount.of(role, Entries.yen(amount));
    }

    private static AccountingEvent.Builder event(String key, String type, LocalDate day, String text) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of(key)).type(type).effectiveDate(day).narrative(text);
        return event;
    }
}
