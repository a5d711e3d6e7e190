package dev.erpkit.accounting.terms.japan;

import dev.erpkit.accounting.terms.DateRule;
import dev.erpkit.accounting.terms.PaymentTerms;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.value.InvalidValueException;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * Closing-day terms (締め払い): what is invoiced through a closing day is paid on one day some months after the month of
 * that closing day. The custom of trade between companies; the Subcontract Act (下請法, since 2026 取適法) wants subcontractors
 * paid within 60 days of delivery, which is the parties' to see to.
 */
public final class ClosingDayTerms {
    /** The day that stands for the end of a month. */
    public static final int END_OF_MONTH = 31;

    private static final ImmutableMap<String, Integer> MONTHS = Maps.immutable.of("当月", 0, "翌月", 1, "翌々月", 2, "翌翌月", 2);
    private static final String DAY = "(?:(月末|末)|(\\d{1,2})日)";
    private static final Pattern FORM =
            Pattern.compile(DAY + "締め?[、・ ]?(当月|翌月|翌々月|翌翌月|(\\d)[ヶか]月後の?)(?:(末)日?|(\\d{1,2})日)払い?");

    private ClosingDayTerms() {}

    /**
     * The rule: forward to the closing day, months later, on a day.
     *
     * @param closing the closing day, 1 to 31; 31 is the end of the month
     * @param months how many months after the month of the closing day, 0 to 12
     * @param payment the day of payment, 1 to 31; 31 is the end of the month
     * @throws InvalidValueException {@code terms.step} for a day or months out of bounds, {@code terms.closing} when the
     *     day of payment would be before the closing day
     */
    public static DateRule rule(int closing, int months, int payment) {
        if (months == 0 && payment < closing) {
            throw new InvalidValueException(
                    "ClosingDayTerms", "payment", "terms.closing", "must not be before the closing day of its month");
        }
        DateRule closed = closing == END_OF_MONTH
                ? DateRule.atOnce().endOfMonth()
                : DateRule.atOnce().nextDay(closing);
        DateRule later = months == 0 ? closed : closed.plusMonths(months);
        return payment == END_OF_MONTH ? later.endOfMonth() : later.onDay(payment);
    }

    /** The terms of one amount under such a rule. */
    public static PaymentTerms of(int closing, int months, int payment) {
        return PaymentTerms.net(rule(closing, months, payment));
    }

    /** The same where a day of payment on which banks are closed moves to a business day. */
    public static PaymentTerms of(int closing, int months, int payment, BusinessDayRule banks) {
        return PaymentTerms.net(rule(closing, months, payment).businessDay(banks));
    }

    /**
     * The terms with this Japanese text, such as {@code 月末締め翌月末払い}, {@code 20日締め翌月20日払い}, {@code 15日締め翌々月10日払い}
     * or {@code 10日締め3ヶ月後末日払い}; digits of either width.
     *
     * @throws InvalidValueException {@code terms.closing-form}, or as {@link #rule}
     */
    public static PaymentTerms parse(String text) {
        Matcher form =
                FORM.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!form.matches()) {
            throw new InvalidValueException(
                    "ClosingDayTerms", "text", "terms.closing-form", "must look like 20日締め翌月末払い");
        }
        int months = form.group(4) != null ? Integer.parseInt(form.group(4)) : MONTHS.get(form.group(3));
        return of(day(form.group(2)), months, day(form.group(6)));
    }

    /** A group that did not match is the end of the month. */
    private static int day(@Nullable String digits) {
        return digits == null ? END_OF_MONTH : Integer.parseInt(digits);
    }
}
