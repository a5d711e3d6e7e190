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
import org.eclipse.collections.api.list.ImmutableList;

/** Counts of what is left to do, and whether a period can be closed over it. */
final class PeriodCloseReader {
    private PeriodCloseReader() {}

    static void run(Case current) {
        Field given = current.given();
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
}
