package dev.erpkit.hr.japan.yearend;

import dev.erpkit.core.value.ErpValue;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** What a year-end adjustment is made of; amounts in yen, nothing where nothing is said. */
@ErpValue
@Value.Immutable
public sealed interface YearEndFacts permits ImmutableYearEndFacts {
    /** The calendar year. */
    int year();

    /** Pay and bonuses of the year, those of an employer before included. */
    @Value.Redacted
    long totalPay();

    /** Tax withheld from them. */
    @Value.Redacted
    long withheldTax();

    /** Social insurance deducted from pay. */
    @Value.Redacted
    long socialInsurance();

    /** Social insurance that the employee paid and declares. */
    @Value.Redacted
    long declaredSocialInsurance();

    /** Mutual aid for small enterprises, iDeCo. */
    @Value.Redacted
    long mutualAid();

    /** Life insurance. */
    @Value.Redacted
    LifeInsurance lifeInsurance();

    /** Earthquake insurance. */
    @Value.Redacted
    long earthquake();

    /** Old long-term non-life insurance. */
    @Value.Redacted
    long oldLongTerm();

    /** The income of the spouse, if there is one. */
    @Value.Redacted
    Optional<Long> spouseIncome();

    /** Whether the spouse is 70 or older. */
    @Value.Redacted
    boolean spouseElderly();

    /** Dependants and the disabled. */
    @Value.Redacted
    Family family();

    /** The incomes of relatives from 19 to 22 who earn too much to be dependants. */
    @Value.Redacted
    ImmutableList<Long> specifiedRelativeIncomes();

    /** Whether widowed. */
    @Value.Redacted
    boolean widow();

    /** Whether a single parent. */
    @Value.Redacted
    boolean singleParent();

    /** Whether a working student. */
    @Value.Redacted
    boolean workingStudent();

    /** Whether there is a dependant below 23, for life insurance. */
    @Value.Redacted
    boolean dependantUnder23();

    /** Whether the adjustment deduction of those with children below 23 or specially disabled in the family is declared. */
    @Value.Redacted
    boolean incomeAdjustment();

    /** Own income beside the pay, which counts where the law asks for the total income. */
    @Value.Redacted
    long otherIncome();

    /** Credit for a housing loan. */
    @Value.Redacted
    long housingLoanCredit();

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the facts; all but year and pay are nothing unless said otherwise. */
    final class Builder extends ImmutableYearEndFacts.Builder {
        Builder() {
            withheldTax(0);
            socialInsurance(0);
            declaredSocialInsurance(0);
            mutualAid(0);
            lifeInsurance(LifeInsurance.NONE);
            earthquake(0);
            oldLongTerm(0);
            spouseElderly(false);
            family(Family.NONE);
            specifiedRelativeIncomes(Lists.immutable.empty());
            widow(false);
            singleParent(false);
            workingStudent(false);
            dependantUnder23(false);
            incomeAdjustment(false);
            otherIncome(0);
            housingLoanCredit(0);
        }
    }
}
