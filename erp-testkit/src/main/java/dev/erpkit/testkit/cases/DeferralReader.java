package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.deferral.DeferralChange.Ended;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralDecisions;
import dev.erpkit.accounting.deferral.DeferralState;
import dev.erpkit.accounting.deferral.EarlyEnd;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** An amount over a service period: its parts, what is recognised through a day, under a lock or after an early end. */
final class DeferralReader {
    private static final Pattern STEP = Pattern.compile(
            "(recogni[sz]e|defer|spread|book|post|run|process|stop|end|terminate|cancel|report|amorti[sz]e|schedule)",
            Pattern.CASE_INSENSITIVE);

    private final Case current;
    private final DeferralCase input;
    private final DateRange service;
    private final DeferralState opened;
    private DeferralState state;
    private final MutableList<Recognised> told = Lists.mutable.empty();
    private final LocalDate through;

    private DeferralReader(Case current) {
        this.current = current;
        this.input = new DeferralCase(current);
        this.service = input.service().orElseThrow(() -> new UnsupportedCaseException("no service period"));
        BigDecimal amount = DeferralCase.amount(input.given())
                .orElseThrow(() -> new UnsupportedCaseException("no amount"))
                .decimal();
        this.opened = DeferralState.of(input.deferral(amount.abs(), service));
        this.state = opened;
        this.through = input.given()
                .any(
                        "run_through",
                        "recognise_through",
                        "through",
                        "posting_date",
                        "as_of",
                        "processed_through",
                        "run_on",
                        "process_end_date",
                        "process_to",
                        "until")
                .map(Field::date)
                .or(() -> Alias.date(current))
                .orElse(service.lastDay());
    }

    static void run(Case current) {
        if (!current.when().allSatisfy(step -> STEP.matcher(step).find())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        DeferralReader reader = new DeferralReader(current);
        reader.recognise();
        reader.check();
    }

    private void recognise() {
        Optional<LocalDate> locked = input.lockedThrough();
        Optional<LocalDate> stop = input.given()
                .any(
                        "stop",
                        "stop_date",
                        "service_stop",
                        "service_stop_date",
                        "stopped_on",
                        "terminated_on",
                        "ended_on",
                        "cancelled_on",
                        "early_end")
                .map(Field::date);
        input.given().nothingElse();
        LocalDate end = stop.filter(day -> day.isBefore(through)).orElse(through);
        for (Recognised part : DeferralDecisions.recognise(state, end, input.locked(), locked)) {
            take(part);
        }
        if (stop.isPresent() && !stop.get().isAfter(through)) {
            EarlyEnd rest = Alias.says(current, "rest at once|recogni[sz]e (all|the rest)|immediately")
                    ? EarlyEnd.RECOGNISE_REST
                    : EarlyEnd.LEAVE_DEFERRED;
            Ended ended = DeferralDecisions.end(state, stop.get(), rest).orElseThrow();
            if (ended.recognisedMinor() != 0) {
                told.add(new Recognised(
                        stop.get(), ended.recognisedMinor(), input.locked().day(stop.get(), locked)));
            }
            state = state.with(ended);
        } else if (state.dueThrough(through) != state.recognisedMinor()) {
            long rest = state.dueThrough(through) - state.recognisedMinor();
            take(new Recognised(through, rest, input.locked().day(through, locked)));
        }
    }

    private void take(Recognised part) {
        told.add(part);
        state = state.with(part);
    }

    private BigDecimal decimal(long minor) {
        return CaseCurrencies.decimal(minor, input.currency());
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "days", "service_days", "total_days" ->
                    current.differences().number(expected, service.days());
                case "months", "actual_months" -> months(expected);
                case "parts", "schedule", "entries", "recognitions", "postings", "gl_entries" -> parts(expected);
                case "sum",
                        "total",
                        "sum_of_parts",
                        "total_recognised",
                        "recognised",
                        "income",
                        "revenue",
                        "earned",
                        "recognised_total" -> current.differences().number(expected, decimal(state.recognisedMinor()));
                case "deferred",
                        "left_deferred",
                        "deferred_left",
                        "left",
                        "remaining",
                        "deferred_after",
                        "still_deferred" -> current.differences().number(expected, decimal(state.deferredMinor()));
                case "amount_each", "each", "monthly_amount", "per_month" -> {
                    long first = told.getFirst().minor();
                    current.differences()
                            .number(
                                    expected,
                                    told.allSatisfy(part -> part.minor() == first) ? decimal(first) : BigDecimal.ZERO);
                }
                case "first", "first_part" ->
                    part(expected, told.getFirst(), told.getFirst().minor());
                case "last", "last_part" -> part(expected, told.getLast(), state.recognisedMinor());
                case "count", "number_of_parts", "number_of_entries", "moves" ->
                    current.differences().number(expected, told.count(part -> part.minor() != 0));
                default -> byMonth(name, expected);
            }
        }
    }

    private void months(Field expected) {
        BigDecimal wanted = expected.decimal();
        Rational weight = opened.deferral().basis().weight(service);
        current.differences().same(expected, Rational.of(wanted), weight);
    }

    private void parts(Field expected) {
        if (expected.isObject()) {
            expected.names().forEach(name -> byMonth(name, expected.at(name)));
            return;
        }
        ImmutableList<Field> rows = expected.elements();
        ImmutableList<Recognised> parts = rows.size() == told.size()
                ? told.toImmutable()
                : told.reject(part -> part.minor() == 0).toImmutable();
        current.differences().same(expected, rows.size(), parts.size());
        long recognised = 0;
        for (int i = 0; i < Math.min(rows.size(), parts.size()); i++) {
            recognised += parts.get(i).minor();
            part(rows.get(i), parts.get(i), recognised);
        }
    }

    private void part(Field row, Recognised part, long recognised) {
        if (!row.isObject()) {
            current.differences().number(row, decimal(part.minor()));
            return;
        }
        for (String name : row.names()) {
            Field expected = row.at(name);
            switch (name) {
                case "date", "posting_date", "posted_on", "on", "end" ->
                    current.differences().text(expected, part.postedOn());
                case "days" ->
                    current.differences().number(expected, range(part).days());
                case "from", "start" ->
                    current.differences().text(expected, range(part).startInclusive());
                case "month", "period" -> current.differences().text(expected, YearMonth.from(part.postedOn()));
                case "amount", "recognised", "income", "revenue", "expense", "value", "credit", "debit" ->
                    current.differences().number(expected, decimal(part.minor()));
                case "deferred", "left", "deferred_after", "balance" ->
                    current.differences()
                            .number(expected, decimal(opened.deferral().totalMinor() - recognised));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** The days for which a part was told. */
    private DateRange range(Recognised part) {
        return opened.parts()
                .detectOptional(each -> each.range().contains(part.through()))
                .orElseThrow(() -> new UnsupportedCaseException("no part on " + part.through()))
                .range();
    }

    /** {@code 2021-05}, {@code 2021-05-31}, {@code may_2021}: what counts in that month, or on that day. */
    private void byMonth(String name, Field expected) {
        ImmutableList<Recognised> there =
                told.select(part -> names(part.postedOn()).contains(name)).toImmutable();
        boolean isDate = name.matches("\\d{4}-\\d{2}(-\\d{2})?|[a-z]{3,9}_\\d{4}");
        if (!isDate) {
            throw new UnsupportedCaseException(expected.path());
        }
        current.differences().number(expected, decimal(there.sumOfLong(Recognised::minor)));
    }

    private static ImmutableList<String> names(LocalDate day) {
        String year = "_" + day.getYear();
        return Lists.immutable.of(
                day.toString(),
                YearMonth.from(day).toString(),
                day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT) + year,
                day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT) + year);
    }
}
