package dev.erpkit.company.people;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import dev.erpkit.hr.japan.bankfile.ZenginOrderer;
import dev.erpkit.hr.run.PaidSlip;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.collections.api.list.ImmutableList;

/** The salaries of a month as the bank takes them. */
final class BankFile {
    private static final ZenginOrderer ORDERER =
            new ZenginOrderer("1720260", "ウミカゼコーヒーシヨウカイ(カ", "0990", "ウミカゼ", "101", "ホンテン", "1", "1720260");

    private BankFile() {}

    static String name(YearMonth month) {
        return "salaries-" + month + ".txt";
    }

    /** A transfer for each payslip of the run. */
    static ZenginFile of(PayrollDesk desk, YearMonth month) {
        LocalDate payday = PayCalendar.payday(month);
        ImmutableList<CreditTransfer> transfers =
                desk.paidOn(payday).slips().collect(slip -> transfer(desk, month, slip));
        return ZenginFile.of(ORDERER, ZenginFile.Kind.SALARY, payday, transfers).orElseThrow();
    }

    private static CreditTransfer transfer(PayrollDesk desk, YearMonth month, PaidSlip slip) {
        Employee payee = desk.personnel().seen(Staff.find(slip.employment()));
        return new CreditTransfer(
                month + "/" + payee.id(),
                payee.party(),
                payee.data().accounts().getFirst(),
                Amounts.ofMinor(slip.netMinor(), Amounts.unit(slip.currency(), slip.digits())));
    }
}
