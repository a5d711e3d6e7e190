package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.close.ChecklistItem;
import dev.erpkit.accounting.close.CloseChecklist;
import dev.erpkit.accounting.close.PeriodCheck;
import dev.erpkit.accounting.close.PeriodChecks;
import dev.erpkit.accounting.close.PeriodClose;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Counts of what is left to do, and whether a period can be closed over it. */
final class PeriodCloseReader {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private PeriodCloseReader() {}

    static void run(Case current) {
        Field given = current.given();
        if (given.has("drafts") && given.at("drafts").isObject()) {
            months(current);
            return;
        }
        current.onlyStep("^(?i)(close|lock)( the)? (period|month|quarter).*$");
        ImmutableList<PeriodCheck> checks = given.names().collect(name -> check(name, given.at(name)));
        CaseBooks books = new CaseBooks(new CaseCurrencies(current, "USD").base());
        DateRange month = DateRange.of(
                CaseBooks.DAY.withDayOfMonth(1), CaseBooks.DAY.withDayOfMonth(1).plusMonths(1));
        PeriodClose close = new PeriodClose(
                books.services().periods(), books.services().harness().unitOfWork(), new CloseChecklist(checks));
        ImmutableList<ChecklistItem> items = close.checklist(BookId.MAIN, month);
        Outcome<PeriodFact> outcome = close.close(BookId.MAIN, month, KitBooks.CLERK);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "closed", "allowed", "can_close" ->
                    current.differences().same(expected, expected.truth(), outcome.isAccepted());
                case "refused", "blocked" ->
                    current.differences().same(expected, expected.truth(), !outcome.isAccepted());
                case "blockers", "blocking" ->
                    current.differences()
                            .number(
                                    expected,
                                    items.select(ChecklistItem::blocks).size());
                case "warnings" ->
                    current.differences()
                            .number(
                                    expected,
                                    items.select(i -> i.state() == ChecklistItem.State.OPEN && !i.blocks())
                                            .size());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static PeriodCheck check(String name, Field field) {
        long count = field.decimal().longValueExact();
        PeriodChecks.Counter counter = (book, period) -> count;
        return switch (name) {
            case "drafts", "open_drafts", "unposted", "unposted_entries" -> PeriodChecks.drafts(counter);
            case "undepreciated_assets", "unposted_depreciation" -> PeriodChecks.depreciation(counter);
            case "unrecognised_deferrals", "unrecognized_deferrals" -> PeriodChecks.deferrals(counter);
            case "unmatched_bank_lines" -> PeriodChecks.bankLines(counter);
            case "unfiled_declarations" -> PeriodChecks.declaration(counter);
            default -> throw new UnsupportedCaseException("given " + name);
        };
    }

    /** Months with drafts in them, closed and reopened in turn. */
    private static void months(Case current) {
        Field given = current.given();
        given.find("periods").ifPresent(list -> list.elements().forEach(Field::text));
        given.requireNames(given.has("periods") ? new String[] {"periods", "drafts"} : new String[] {"drafts"});
        MutableMap<YearMonth, Long> drafts = Maps.mutable.empty();
        given.at("drafts")
                .names()
                .forEach(name -> drafts.put(
                        YearMonth.parse(name),
                        given.at("drafts").at(name).decimal().longValueExact()));
        CaseBooks books = new CaseBooks(new CaseCurrencies(current, "USD").base());
        PeriodChecks.Counter counter = (book, range) -> drafts.getOrDefault(YearMonth.from(range.startInclusive()), 0L);
        PeriodClose close = new PeriodClose(
                books.services().periods(),
                books.services().harness().unitOfWork(),
                new CloseChecklist(Lists.immutable.of(PeriodChecks.drafts(counter))));
        MutableList<String> words = Lists.mutable.empty();
        for (String step : current.when()) {
            Matcher month = MONTH.matcher(step);
            String verb = step.toLowerCase(Locale.ROOT);
            if (verb.matches("(close|lock)\\b.*") && month.find()) {
                LocalDate first = YearMonth.parse(month.group()).atDay(1);
                Outcome<PeriodFact> outcome =
                        close.close(BookId.MAIN, DateRange.of(first, first.plusMonths(1)), KitBooks.CLERK);
                words.add(outcome.isAccepted() ? "closed" : "rejected");
            } else if (verb.matches("(post|delete|cancel) (the|all) drafts?.*")) {
                drafts.clear();
                words.add(verb.startsWith("post") ? "posted" : "done");
            } else {
                throw new UnsupportedCaseException("step: " + step);
            }
        }
        current.expect().requireNames("steps");
        current.differences()
                .same(
                        current.expect().at("steps"),
                        current.expect()
                                .at("steps")
                                .elements()
                                .collect(f -> f.text().replaceAll("^(refused|blocked).*", "rejected"))
                                .toList(),
                        words.toList());
    }
}
