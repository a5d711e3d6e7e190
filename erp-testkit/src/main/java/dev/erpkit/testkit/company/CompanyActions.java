package dev.erpkit.testkit.company;

import static dev.erpkit.testkit.company.CompanyBooks.BANK;
import static dev.erpkit.testkit.company.CompanyBooks.JPY;
import static dev.erpkit.testkit.company.CompanyBooks.PAYABLE;
import static dev.erpkit.testkit.company.CompanyBooks.PURCHASES;
import static dev.erpkit.testkit.company.CompanyBooks.RECEIVABLE;
import static dev.erpkit.testkit.company.CompanyBooks.SALES;
import static dev.erpkit.testkit.company.CompanyBooks.USD;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The daily business of the company: makes the next command from what the books hold and a source of numbers. */
final class CompanyActions {
    private static final RoundingPolicy HALF_EVEN = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);
    private static final ImmutableList<String> CENTRES = Lists.immutable.of("tokyo", "osaka", "札幌");

    private final Random random;
    private int next;

    CompanyActions(Random random) {
        this.random = random;
    }

    /** The next command on a day. */
    Command next(KitBooks books, LocalDate today) {
        next++;
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> invoice(books, "sale", "sales", RECEIVABLE, SALES, 1, today);
            case 5, 6, 7 -> invoice(books, "purchase", "purchases", PAYABLE, PURCHASES, -1, today);
            case 8, 9, 10, 11 -> payment(books, RECEIVABLE, today);
            case 12, 13 -> payment(books, PAYABLE, today);
            case 14 -> post("backdated", rent(today.minusDays(1 + random.nextInt(70))));
            case 15 -> reversal(books, today);
            case 16 -> undoing(books, today);
            case 17 -> reservation(today);
            case 18 -> post("broken", broken(today));
            default -> post("rent", rent(today));
        };
    }

    private static Command post(String kind, JournalEntry entry) {
        return new Command(kind, b -> b.books().post(entry, KitBooks.CLERK));
    }

    private static String in(String kind, MonetaryAmount amount) {
        return kind + " in " + amount.getCurrency().getCurrencyCode();
    }

    private String id(String kind) {
        return kind + "-" + next;
    }

    private Dimensions centre() {
        return random.nextInt(3) == 0
                ? Dimensions.none()
                : Dimensions.of("cost-centre", CENTRES.get(random.nextInt(CENTRES.size())));
    }

    private Command invoice(
            KitBooks books, String kind, String journal, String control, String result, int sign, LocalDate today) {
        CurrencyUnit currency = random.nextInt(3) == 0 ? USD : JPY;
        LocalDate date = random.nextInt(8) == 0 ? today.minusDays(random.nextInt(50)) : today;
        MonetaryAmount amount = Amounts.ofMinor(sign * (1L + random.nextInt(5_000_000)), currency);
        MonetaryAmount base = worth(books, amount, date);
        JournalLine open = line(control, Dimensions.none(), amount, base)
                .party(PartyId.of((control.equals(RECEIVABLE) ? "C" : "S") + random.nextInt(4)))
                .dueDate(date.plusDays(30))
                .document(id("doc"))
                .build();
        return post(
                in(kind, amount),
                JournalEntry.builder()
                        .id(id(kind))
                        .journal(JournalId.of(journal))
                        .date(date)
                        .narrative("請求 " + next)
                        .add(open)
                        .add(line(result, centre(), amount.negate(), base.negate())
                                .build())
                        .build());
    }

    /** Pays one open item in whole or in part, at the rate of the day, and matches the two at once. */
    private Command payment(KitBooks books, String control, LocalDate today) {
        ImmutableList<ItemHistory> open = open(books, control, today);
        if (open.isEmpty()) {
            return post("rent", rent(today));
        }
        ItemHistory chosen = open.get(random.nextInt(open.size()));
        long left = chosen.residual(today).amountMinor();
        long paid = random.nextInt(3) == 0 ? left / (1 + random.nextInt(4)) : left;
        MonetaryAmount amount =
                Amounts.ofMinor(paid == 0 ? left : paid, chosen.item().currency());
        MonetaryAmount base = worth(books, amount, today);
        JournalEntry entry = JournalEntry.builder()
                .id(id("payment"))
                .date(today)
                .add(line(control, Dimensions.none(), amount.negate(), base.negate())
                        .party(chosen.item().party())
                        .build())
                .add(line(BANK, Dimensions.none(), amount, base).build())
                .build();
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id("match")).date(today);
        request.item(chosen.item().id()).item(new ItemId(entry.id(), 0));
        MatchRequest match = request.build();
        return new Command(
                control.equals(RECEIVABLE) ? in("receipt", amount) : in("payment", amount),
                false,
                b -> b.books()
                        .post(entry, KitBooks.CLERK)
                        .then(posted -> b.matching().match(match, CompanyBooks.matching(), KitBooks.CLERK)));
    }

    private static ImmutableList<ItemHistory> open(KitBooks books, String control, LocalDate today) {
        MutableList<ItemHistory> open = Lists.mutable.empty();
        books.harness()
                .openItems()
                .forEach(OpenItemQuery.all().on(AccountId.of(control)).openAsOf(today), open::add);
        boolean claims = control.equals(RECEIVABLE);
        return open.select(h ->
                        h.residual(LocalDate.MAX).amountMinor() != 0 && h.item().amountMinor() > 0 == claims)
                .toImmutable();
    }

    private Command reversal(KitBooks books, LocalDate today) {
        long last = books.harness().journal().lastPosition();
        if (last == 0) {
            return post("rent", rent(today));
        }
        long position = 1L + random.nextInt((int) last);
        MutableList<PostedEntry> chosen = Lists.mutable.empty();
        books.harness().journal().forEach(JournalQuery.after(position - 1).through(position), chosen::add);
        EntryId original = chosen.getOnly().id();
        boolean ordinary = chosen.getOnly().entry().kind() == EntryKind.NORMAL;
        EntryId reversal = EntryId.of(id("reversal"));
        return ordinary
                ? new Command("reversal", b -> b.books().reverse(original, reversal, today, KitBooks.CLERK))
                : post("rent", rent(today));
    }

    private Command undoing(KitBooks books, LocalDate today) {
        ImmutableList<Match> matches =
                OpenItemInvariants.matches(books.harness().openItems());
        if (matches.isEmpty()) {
            return post("rent", rent(today));
        }
        MatchId undone = matches.get(random.nextInt(matches.size())).id();
        MatchId id = MatchId.of(id("undo"));
        return new Command("undoing", b -> b.matching().undo(id, undone, today, KitBooks.CLERK));
    }

    private Command reservation(LocalDate today) {
        JournalEntry entry = rent(today);
        JournalEntry reserved =
                JournalEntry.builder().from(entry).id(id("reservation")).build();
        boolean settle = random.nextBoolean();
        return new Command(
                settle ? "settlement" : "release",
                false,
                b -> b.reservations()
                        .reserve(reserved, Optional.empty(), KitBooks.CLERK)
                        .then(r -> settle
                                ? b.reservations()
                                        .settle(r.id(), entry.id(), KitBooks.CLERK)
                                        .map(p -> p.id())
                                : b.reservations()
                                        .release(r.id(), KitBooks.CLERK)
                                        .map(x -> x.reservation())));
    }

    private JournalEntry rent(LocalDate date) {
        MonetaryAmount amount = Amounts.ofMinor(1L + random.nextInt(300_000), JPY);
        return JournalEntry.builder()
                .id(id("rent"))
                .date(date)
                .add(line(CompanyBooks.RENT, centre(), amount, amount).build())
                .credit(CompanyBooks.CASH, amount)
                .build();
    }

    /** An entry that must be refused: unbalanced, on an unknown account, on a heading, without lines. */
    private JournalEntry broken(LocalDate today) {
        MonetaryAmount one = Amounts.of("1", "JPY");
        JournalEntry.Builder entry = JournalEntry.builder().id(id("broken")).date(today);
        return switch (random.nextInt(4)) {
            case 0 ->
                entry.debit(CompanyBooks.CASH, one).credit(SALES, one.add(one)).build();
            case 1 -> entry.debit("9999", one).credit(SALES, one).build();
            case 2 -> entry.debit("1", one).credit(SALES, one).build();
            default -> entry.lines(Lists.immutable.empty()).build();
        };
    }

    private static MonetaryAmount worth(KitBooks books, MonetaryAmount amount, LocalDate date) {
        MonetaryAmount worth = books.harness()
                .rates()
                .convert(amount, JPY, RateType.SPOT, date, HALF_EVEN)
                .orElseThrow();
        return worth.isZero() ? Amounts.ofMinor(amount.signum(), JPY) : worth;
    }

    private static JournalLine.Builder line(
            String account, Dimensions dimensions, MonetaryAmount amount, MonetaryAmount base) {
        return JournalLine.builder()
                .account(account)
                .dimensions(dimensions)
                .amount(amount)
                .base(base);
    }
}
