package dev.erpkit.hr.employment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a contract says from a day on.
 *
 * @param kind the host's name for the kind of employment, such as {@code regular}; 1 to 64 characters
 * @param worksite where the work is done, 1 to 64 characters
 * @param weeklyHours scheduled hours of a week, 0 to 168
 * @param weeklyDays scheduled days of a week, 0 to 7
 * @param position the position held, if any
 * @param costShares who bears the cost; none for the unit of the position
 * @param pay what is paid; none where it is kept elsewhere
 */
public record EmploymentTerms(
        String kind,
        String worksite,
        Rational weeklyHours,
        int weeklyDays,
        Optional<PositionId> position,
        ImmutableList<CostShare> costShares,
        Optional<PayRate> pay) {
    /** Checks {@code employment.text}, {@code employment.hours} and {@code employment.cost-share}. */
    public EmploymentTerms {
        for (String text : new String[] {kind, worksite}) {
            if (text.isBlank() || text.length() > 64 || !Texts.isLabel(text)) {
                throw new InvalidValueException(
                        "EmploymentTerms",
                        "kind",
                        "employment.text",
                        "must have a kind and a worksite of 1 to 64 characters without control characters");
            }
        }
        if (weeklyHours.signum() < 0
                || weeklyHours.compareTo(Rational.of(168)) > 0
                || weeklyDays < 0
                || weeklyDays > 7) {
            throw new InvalidValueException(
                    "EmploymentTerms",
                    "weeklyHours",
                    "employment.hours",
                    "must be 0 to 168 hours on 0 to 7 days of a week; negative hours do not exist");
        }
        if (costShares.collect(CostShare::costCentre).distinct().size() != costShares.size()) {
            throw new InvalidValueException(
                    "EmploymentTerms", "costShares", "employment.cost-centres", "must name each cost centre once");
        }
    }

    /** Terms without a position, cost shares or pay yet. */
    public static EmploymentTerms of(String kind, String worksite, Rational weeklyHours, int weeklyDays) {
        return new EmploymentTerms(
                kind, worksite, weeklyHours, weeklyDays, Optional.empty(), Lists.immutable.empty(), Optional.empty());
    }

    /** The same terms in another position. */
    public EmploymentTerms in(PositionId other) {
        return new EmploymentTerms(kind, worksite, weeklyHours, weeklyDays, Optional.of(other), costShares, pay);
    }

    /** The same terms with other pay. */
    public EmploymentTerms paying(PayRate other) {
        return new EmploymentTerms(kind, worksite, weeklyHours, weeklyDays, position, costShares, Optional.of(other));
    }

    /** The same terms borne by other cost centres. */
    public EmploymentTerms borneBy(CostShare... others) {
        return new EmploymentTerms(kind, worksite, weeklyHours, weeklyDays, position, Lists.immutable.of(others), pay);
    }
}
