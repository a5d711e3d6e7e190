package dev.erpkit.hr.run;

import java.util.Locale;

/** The words of a payslip that do not belong to a pack. */
record PayslipWords(
        String title,
        String employment,
        String period,
        String payment,
        String currency,
        String rules,
        String earnings,
        String deductions,
        String credits,
        String net,
        String employer,
        String employerCost) {
    private static final PayslipWords ENGLISH = new PayslipWords(
            "Payslip",
            "Employment",
            "Period",
            "Paid on",
            "Currency",
            "Rules",
            "Earnings",
            "Deductions",
            "Refunds",
            "Net pay",
            "Borne by the employer",
            "Cost of the employer");
    private static final PayslipWords JAPANESE = new PayslipWords(
            "給与明細書",
            "雇用番号",
            "対象期間",
            "支給日",
            "通貨",
            "計算規則",
            "支給",
            "控除",
            "還付",
            "差引支給額",
            "事業主負担",
            "会社負担総額");

    static PayslipWords in(Locale language) {
        return language.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }
}
