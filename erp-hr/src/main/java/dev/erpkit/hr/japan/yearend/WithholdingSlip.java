package dev.erpkit.hr.japan.yearend;

import dev.erpkit.core.outcome.Outcome;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * The amounts of a withholding slip (給与所得の源泉徴収票, Income Tax Act article 226), in yen.
 *
 * @param year the calendar year
 * @param pay 支払金額
 * @param afterEmploymentDeduction 給与所得控除後の金額, only after an adjustment
 * @param deductions 所得控除の額の合計額, only after an adjustment
 * @param tax 源泉徴収税額: of the year after an adjustment, else what was withheld
 * @param socialInsurance 社会保険料等の金額
 * @param lifeInsurance 生命保険料の控除額
 * @param earthquake 地震保険料の控除額
 * @param spouse 配偶者(特別)控除の額
 * @param housingLoanCredit 住宅借入金等特別控除の額, at most the tax it is taken from
 */
public record WithholdingSlip(
        int year,
        long pay,
        Optional<Long> afterEmploymentDeduction,
        Optional<Long> deductions,
        long tax,
        long socialInsurance,
        long lifeInsurance,
        long earthquake,
        long spouse,
        long housingLoanCredit) {

    /** The slip after an adjustment; refusals as {@link YearEnd#of}. */
    public static Outcome<WithholdingSlip> adjusted(YearEndFacts facts) {
        return YearEnd.of(facts)
                .map(done -> new WithholdingSlip(
                        facts.year(),
                        facts.totalPay(),
                        Optional.of(done.afterEmploymentDeduction()),
                        Optional.of(done.totalDeductions()),
                        done.annualTax(),
                        done.socialInsurance(),
                        done.lifeInsurance(),
                        done.earthquake(),
                        done.spouse(),
                        done.computedTax() - done.taxAfterCredit()));
    }

    /** The slip of somebody who left, or whose pay is above 20,000,000: without an adjustment. */
    public static WithholdingSlip unadjusted(int year, long pay, long withheld, long socialInsurance) {
        return new WithholdingSlip(
                year, pay, Optional.empty(), Optional.empty(), withheld, socialInsurance, 0, 0, 0, 0);
    }

    /** The fields by their names on the form, sorted by name; what is empty there is left out. */
    public ImmutableSortedMap<String, Long> fields() {
        var fields = SortedMaps.mutable.<String, Long>empty();
        fields.put("支払金額", pay);
        afterEmploymentDeduction.ifPresent(amount -> fields.put("給与所得控除後の金額", amount));
        deductions.ifPresent(amount -> fields.put("所得控除の額の合計額", amount));
        fields.put("源泉徴収税額", tax);
        fields.put("社会保険料等の金額", socialInsurance);
        fields.put("生命保険料の控除額", lifeInsurance);
        fields.put("地震保険料の控除額", earthquake);
        fields.put("配偶者(特別)控除の額", spouse);
        fields.put("住宅借入金等特別控除の額", housingLoanCredit);
        return fields.reject((name, amount) -> amount == 0 && !name.equals("源泉徴収税額"))
                .toImmutable();
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "WithholdingSlip of " + year;
    }
}
