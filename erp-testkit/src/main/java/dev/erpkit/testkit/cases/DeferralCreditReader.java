package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.deferral.CreditSplit;
import dev.erpkit.accounting.deferral.DeferralChange.Credited;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralDecisions;
import dev.erpkit.accounting.deferral.DeferralState;
import dev.erpkit.accounting.deferral.LockedPart;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;

/** A credit note against what was partly recognised: what it takes from where, and what is left. */
final class DeferralCreditReader {
    private static final Pattern STEP = Pattern.compile("credit|return|refund|recogni[sz]e", Pattern.CASE_INSENSITIVE);
    private static final DateRange ANY = DateRange.parse("2026-01-01/2027-01-01");

    private DeferralCreditReader() {}

    static void run(Case current) {
        if (!current.when().allSatisfy(step -> STEP.matcher(step).find())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        DeferralCase input = new DeferralCase(current);
        Alias given = input.given();
        BigDecimal credit = given.need(
                        "credit_note", "credit", "credited", "return", "credit_amount", "credit_note_amount")
                .decimal()
                .abs();
        BigDecimal total = DeferralCase.amount(given)
                .orElseThrow(() -> new UnsupportedCaseException("no amount"))
                .decimal();
        DateRange service = input.service().orElse(ANY);
        DeferralState state = DeferralState.of(input.deferral(total, service));
        Optional<BigDecimal> told = given.any(
                        "recognised",
                        "recognised_income",
                        "recognised_revenue",
                        "income_recognised",
                        "recognised_before",
                        "recognised_so_far",
                        "booked",
                        "already_booked",
                        "earned")
                .map(Field::decimal);
        Optional<LocalDate> through = given.any("recognised_through", "booked_through", "recognised_until")
                .map(Field::date);
        CreditSplit split = split(current, given);
        given.nothingElse();
        if (told.isEmpty() == through.isEmpty()) {
            throw new UnsupportedCaseException("recognised is not said once");
        }
        if (told.isPresent()) {
            LocalDate day = service.lastDay().minusDays(1);
            state = state.with(new Recognised(day, minor(input, told.get()), day));
        } else {
            for (Recognised part :
                    DeferralDecisions.recognise(state, through.get(), LockedPart.OWN_DAY, Optional.empty())) {
                state = state.with(part);
            }
        }
        Credited credited = DeferralDecisions.credit(
                        state, service.lastDay(), CaseCurrencies.amount(credit, input.currency()), split)
                .orElseThrow();
        check(current, input, state, credited);
    }

    private static CreditSplit split(Case current, Alias given) {
        Optional<String> named = given.any("policy", "split").map(Field::text);
        CreditSplit found = Lists.immutable
                .with(CreditSplit.values())
                .detectOptional(each -> named.filter(each.text()::equals).isPresent())
                .orElse(CreditSplit.RECOGNISED_FIRST);
        if (Alias.says(current, "proportion|pro[ -]?rata")) {
            return CreditSplit.PROPORTIONAL;
        }
        return Alias.says(current, "deferred first|deferral first") ? CreditSplit.DEFERRED_FIRST : found;
    }

    private static long minor(DeferralCase input, BigDecimal amount) {
        return Amounts.minor(CaseCurrencies.amount(amount, input.currency()));
    }

    private static void check(Case current, DeferralCase input, DeferralState before, Credited credited) {
        DeferralState after = before.with(credited);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            long minor = switch (name) {
                case "reverse_income",
                        "income_reversed",
                        "reverse_recognised",
                        "reverse_revenue",
                        "from_income",
                        "debit_income",
                        "income_debit",
                        "from_recognised" -> credited.ofRecognisedMinor();
                case "reverse_deferred", "deferred_reversed", "from_deferred", "debit_deferred", "deferred_debit" ->
                    credited.minor() - credited.ofRecognisedMinor();
                case "left_deferred", "deferred_left", "deferred_after", "deferred", "deferred_balance" ->
                    after.deferredMinor();
                case "left_income", "left_recognised", "recognised_after", "income_after", "recognised", "income" ->
                    after.recognisedMinor();
                case "deferred_before" -> before.deferredMinor();
                case "sum", "total_after", "left", "recognised_plus_deferred" ->
                    after.deferredMinor() + after.recognisedMinor();
                default -> throw new UnsupportedCaseException(expected.path());
            };
            current.differences().number(expected, CaseCurrencies.decimal(minor, input.currency()));
        }
    }
}
