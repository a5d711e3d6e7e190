package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.LockedPart;
import dev.erpkit.accounting.deferral.PartRounding;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.SourceDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** What a case says about a deferral, and the policies that its words name. */
final class DeferralCase {
    private final Case current;
    private final Alias given;
    private final CurrencyUnit currency;

    DeferralCase(Case current) {
        this.current = current;
        this.given = new Alias(current.given());
        this.currency = new CaseCurrencies(
                        current, given.any("currency").map(Field::text).orElse("USD"))
                .base();
        given.any("kind", "type", "item").ifPresent(Field::text);
    }

    Alias given() {
        return given;
    }

    CurrencyUnit currency() {
        return currency;
    }

    static Optional<Field> amount(Alias given) {
        return given.any(
                "amount",
                "total",
                "invoice",
                "invoice_amount",
                "net",
                "net_amount",
                "rate",
                "price",
                "value",
                "original",
                "revenue",
                "expense");
    }

    Optional<DateRange> service() {
        Optional<LocalDate> first = given.any(
                        "service_from",
                        "service_start",
                        "service_start_date",
                        "start",
                        "start_date",
                        "from",
                        "defer_from")
                .map(Field::date);
        Optional<LocalDate> last = given.any(
                        "service_to", "service_end", "service_end_date", "end", "end_date", "to", "defer_to")
                .map(Field::date);
        Optional<Field> months = given.any("months", "no_of_months", "service_months");
        Optional<Field> days = given.any("days", "service_days");
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (last.isEmpty() && months.isPresent()) {
            last = months.map(m -> first.get()
                    .plusMonths(m.decimal().longValueExact())
                    .minusDays(m.decimal().signum() == 0 ? 0 : 1));
        }
        if (last.isEmpty()) {
            last = days.map(d -> first.get().plusDays(d.decimal().longValueExact() - 1));
        }
        return last.filter(day -> !day.isBefore(first.get())).map(day -> DateRange.ofClosed(first.get(), day));
    }

    Deferral deferral(BigDecimal amount, DateRange service) {
        return Deferral.builder()
                .id("case")
                .kind(DeferralKind.REVENUE)
                .total(CaseCurrencies.amount(amount, currency))
                .service(service)
                .basis(basis())
                .rounding(Alias.says(current, "cumulative") ? PartRounding.CUMULATIVE : PartRounding.EACH_PART)
                .source(SourceDocument.of("case", "invoice", "1"))
                .build();
    }

    /** By days unless something is said of months; then by tenths as ERPNext, unless another share of months is named. */
    private SpreadBasis basis() {
        Optional<String> named = given.any("basis", "based_on", "book_based_on", "booked_by", "by", "method", "spread")
                .map(field -> field.text().toLowerCase(Locale.ROOT));
        for (SpreadBasis basis : SpreadBasis.values()) {
            if (named.isPresent() && named.get().equals(basis.text())) {
                return basis;
            }
        }
        String words = named.orElse(current.when().makeString(" ").toLowerCase(Locale.ROOT));
        boolean asMonths = words.replace("month by month", "")
                .matches(".*(equal (parts of )?months?|by months?|in months|monthly|per month|months).*");
        boolean months = named.isPresent()
                ? words.contains("month")
                : current.expect().has("months")
                        || current.expect().has("actual_months")
                        || asMonths && !current.expect().has("days") && !words.matches(".*by (the )?days?.*");
        if (!months) {
            return SpreadBasis.DAYS;
        }
        if (words.contains("half") || words.contains("halves")) {
            return SpreadBasis.MONTHS_BY_HALVES;
        }
        if (words.contains("30")) {
            return SpreadBasis.MONTHS_OF_30_DAYS;
        }
        if (words.matches(".*(whole|full|each month begun|every month begun).*")) {
            return SpreadBasis.WHOLE_MONTHS;
        }
        return words.matches(".*by (their|its|the share of) days.*")
                ? SpreadBasis.MONTHS_BY_DAYS
                : SpreadBasis.MONTHS_BY_TENTHS;
    }

    Optional<LocalDate> lockedThrough() {
        return given.any(
                        "frozen_upto",
                        "frozen_until",
                        "frozen_through",
                        "frozen_till",
                        "accounts_frozen_upto",
                        "accounts_frozen_until",
                        "books_frozen_until",
                        "books_frozen_through",
                        "locked_through",
                        "locked_until",
                        "closed_through",
                        "lock_date")
                .map(Field::date);
    }

    /** The end of the first open month, as ERPNext books it, unless the first open day is named. */
    LockedPart locked() {
        return Alias.says(current, "first[ _-](open|unlocked)[ _-]day|next open day")
                ? LockedPart.FIRST_OPEN_DAY
                : LockedPart.END_OF_FIRST_OPEN_MONTH;
    }
}
