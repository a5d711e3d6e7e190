package dev.erpkit.company;

import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.company.goods.GoodsTask;
import dev.erpkit.company.people.PayCalendar;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Everything that happens in the year, by day: documents, entries, what is done about goods, and matches of what is paid. A pure
 * function of the seed.
 */
final class TradingYear {
    static final LocalDate FIRST = LocalDate.of(2025, 4, 1);

    /** Opening balances stand at the end of the day before the year. */
    static final LocalDate OPENING = FIRST.minusDays(1);

    static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    static final BusinessCalendar CALENDAR = BusinessCalendar.of(JapaneseHolidays.banks());

    /** What happens on one day, in this order; of receipts the bank tells at the end of the month. */
    record Day(
            LocalDate date,
            List<DocumentDraft> drafts,
            List<Booking> bookings,
            List<MatchRequest> matches,
            List<Receipt> receipts,
            List<GoodsTask> goods) {}

    private final Entries entries;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    private TradingYear(Entries entries) {
        this.entries = entries;
    }

    /** The days of the year on which something happens, in their order. */
    static List<Day> days(Entries entries) {
        TradingYear year = new TradingYear(entries);
        year.opening();
        TradePlan plan = TradePlan.through(CALENDAR, LAST);
        for (Trade trade : plan.trades()) {
            if (trade.date().isAfter(LAST)) {
                continue;
            }
            if (!trade.ordered()) {
                year.day(trade.date()).drafts().add(Invoices.of(trade));
            }
            year.payments(trade, Invoices.item(trade));
        }
        plan.credits()
                .forEach(credit -> year.day(credit.documentDate()).drafts().add(credit));
        plan.goods()
                .headMap(LAST.plusDays(1))
                .forEach((day, tasks) -> year.day(day).goods().addAll(tasks));
        PayCalendar.days().forEach(year::day);
        Routine.year(entries, YearMonth.from(FIRST)).forEach(year::add);
        return List.copyOf(year.days.values());
    }

    private void opening() {
        Opening opening = new Opening(OPENING, entries);
        add(opening.entry());
        List<Trade> invoices = opening.invoices();
        for (int i = 0; i < invoices.size(); i++) {
            payments(invoices.get(i), Opening.item(i));
        }
    }

    private void payments(Trade trade, ItemId invoice) {
        for (Trade.Payment payment : trade.payments()) {
            if (payment.date().isAfter(LAST)) {
                continue;
            }
            if (trade.sale() && !trade.partner().foreign()) {
                day(payment.date()).receipts().add(new Receipt(trade, invoice, payment));
            } else {
                add(entries.payment(trade, payment));
                day(payment.date()).matches().add(Entries.match(invoice, trade, payment));
            }
        }
    }

    private void add(JournalEntry entry) {
        add(Booking.of(entry));
    }

    private void add(Booking booking) {
        day(booking.entry().date()).bookings().add(booking);
    }

    private Day day(LocalDate date) {
        return days.computeIfAbsent(
                date,
                d -> new Day(
                        d,
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>()));
    }
}
