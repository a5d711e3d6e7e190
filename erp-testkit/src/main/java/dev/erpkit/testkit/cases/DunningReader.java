package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.dunning.DayCount;
import dev.erpkit.accounting.dunning.DunningChange;
import dev.erpkit.accounting.dunning.DunningFee;
import dev.erpkit.accounting.dunning.DunningLevel;
import dev.erpkit.accounting.dunning.DunningProcedure;
import dev.erpkit.accounting.dunning.DunningProposal;
import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.DunningRules;
import dev.erpkit.accounting.dunning.DunningScope;
import dev.erpkit.accounting.dunning.DunningService;
import dev.erpkit.accounting.dunning.DunningStage;
import dev.erpkit.accounting.dunning.ItemDunning;
import dev.erpkit.accounting.dunning.LateInterest;
import dev.erpkit.accounting.dunning.memory.MemoryDunningLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** One overdue item that is dunned step by step. */
final class DunningReader {
    private static final Pattern STEP = Pattern.compile(
            "(?:(run|dun|create dunnings?)(?: (?:on|at|as of))? (?:D ?\\+ ?)?(\\d+(?:-\\d{2}-\\d{2})?)(?: while (?:level \\d+ is unsent|(blocked)))?)"
                    + "|((?:send|process)(?: level \\d+| the dunning)?)|(block)|(unblock)|(pay(?: in full)?(?: (\\d+(?:\\.\\d+)?))?)");
    private static final ImmutableList<String> AMOUNT =
            Lists.immutable.of("amount", "outstanding", "open", "total_outstanding");
    private static final ImmutableList<String> OVERDUE =
            Lists.immutable.of("overdue_days", "overdue", "days_overdue", "days");
    private static final ImmutableList<String> FEE = Lists.immutable.of("fee", "dunning_fee");
    private static final ImmutableList<String> FEE_PERCENT = Lists.immutable.of("fee_percent", "fee_percentage");
    private static final ImmutableList<String> INTEREST = Lists.immutable.of(
            "interest", "rate_of_interest", "interest_rate", "interest_percent", "interest_percent_per_year");
    private static final ImmutableList<String> OTHERS = Lists.immutable.of(
            "levels_overdue_days", "levels", "due", "currency", "day_count", "minimum", "min_amount");

    private final Case current;
    private final CaseBooks books;
    private final ItemId item;
    private final DunningService dunning;
    private final MutableList<String> states = Lists.mutable.empty();
    private final MutableList<BigDecimal> balances = Lists.mutable.empty();
    private LocalDate today;
    private boolean blocked;
    private boolean removed;
    private int commands;

    private DunningReader(Case current) {
        this.current = current;
        Field given = current.given();
        TermReaders.requireOnly(
                given,
                AMOUNT.newWithAll(OVERDUE)
                        .newWithAll(FEE)
                        .newWithAll(FEE_PERCENT)
                        .newWithAll(INTEREST)
                        .newWithAll(OTHERS));
        given.find("due").ifPresent(Field::text);
        this.today = due();
        this.books = new CaseBooks(new CaseCurrencies(
                        current, given.find("currency").map(Field::text).orElse("USD"))
                .base());
        BigDecimal amount = TermReaders.any(given, AMOUNT)
                .orElseThrow(() -> new UnsupportedCaseException("nothing open"))
                .decimal();
        DunningProcedure procedure = procedure(given);
        this.item = books.item("invoice", "receivable", due(), CaseCurrencies.amount(amount, books.base()), amount);
        books.account("dunning-income");
        this.dunning = new DunningService(
                BookId.MAIN,
                new MemoryDunningLog(
                        (MemoryUnitOfWork) books.services().harness().unitOfWork()),
                books.services().harness().openItems(),
                books.services()
                        .books()
                        .events(new PostingRules(
                                Lists.immutable.of(DunningRules.rule("receivable", "dunning-income", "dunning-income")),
                                Translation.atSpot())),
                party -> Optional.of(procedure),
                books.services().harness().unitOfWork(),
                AccessPolicy.allowAll(),
                books.clock());
    }

    /** The day it is due: that of the case, or a day called D. */
    private LocalDate due() {
        return current.given()
                .find("due")
                .filter(due -> due.text().matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(Field::date)
                .orElse(CaseBooks.DAY);
    }

    private DunningProcedure procedure(Field given) {
        DunningProcedure.Builder procedure = DunningProcedure.builder();
        procedure.id("case");
        if (given.has("levels_overdue_days")) {
            given.at("levels_overdue_days")
                    .elements()
                    .forEach(days -> procedure.add(DunningLevel.after(RuleTexts.whole(days), "text")));
        } else if (given.has("levels")) {
            given.at("levels").elements().forEach(level -> procedure.add(level(level)));
        } else {
            procedure.add(level(given));
        }
        return procedure.build();
    }

    private DunningLevel level(Field fields) {
        if (!fields.isObject()) {
            return DunningLevel.after(RuleTexts.whole(fields), "text");
        }
        Field days = TermReaders.any(fields, OVERDUE)
                .orElseThrow(() -> new UnsupportedCaseException(fields.path() + " has no days"));
        DunningLevel.Builder level = DunningLevel.builder();
        level.overdueDays(RuleTexts.whole(days)).textKey("text");
        TermReaders.any(fields, FEE).ifPresent(fee -> level.fee(fee(fee.text())));
        TermReaders.any(fields, FEE_PERCENT).ifPresent(fee -> level.fee(new DunningFee.Percent(fee.decimal())));
        TermReaders.any(fields, Lists.immutable.of("minimum", "min_amount"))
                .ifPresent(least -> level.minimum(CaseCurrencies.amount(least.decimal(), books.base())));
        TermReaders.any(fields, INTEREST)
                .ifPresent(rate -> level.interest(LateInterest.of(
                        rate.text().replace("%", ""),
                        fields.find("day_count")
                                .map(count -> DayCount.parse(count.text()))
                                .orElse(DayCount.ACTUAL_365))));
        return level.build();
    }

    private DunningFee fee(String text) {
        return text.endsWith("%")
                ? new DunningFee.Percent(
                        new BigDecimal(text.substring(0, text.length() - 1).strip()))
                : new DunningFee.Fixed(
                        CaseCurrencies.amount(CaseAmount.parse(text).number(), books.base()));
    }

    static void run(Case current) {
        DunningReader reader = new DunningReader(current);
        if (current.expect().has("steps")
                || current.given().has("levels")
                || current.given().has("levels_overdue_days")) {
            current.when().forEach(reader::step);
        }
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    private void step(String text) {
        removed = false;
        for (String part : text.split(",\\s*")) {
            Matcher step = STEP.matcher(part.strip());
            if (!step.matches()) {
                throw new UnsupportedCaseException("step: " + part);
            }
            if (step.group(2) != null) {
                if (step.group(3) != null && !blocked) {
                    block();
                }
                today = step.group(2).contains("-")
                        ? LocalDate.parse(step.group(2))
                        : due().plusDays(Integer.parseInt(step.group(2)));
                dun();
            } else if (step.group(4) != null) {
                dunning.send(key(), Lists.immutable.of(item), today, KitBooks.CLERK)
                        .orElseThrow();
            } else if (step.group(5) != null) {
                block();
            } else if (step.group(6) != null) {
                dunning.unblock(key(), new DunningScope.OfItem(item), today, KitBooks.CLERK)
                        .orElseThrow();
                blocked = false;
            } else {
                pay(Optional.ofNullable(step.group(8)).map(BigDecimal::new));
            }
        }
        states.add(state());
        balances.add(books.base("receivable", today));
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("command-" + ++commands);
    }

    private void dun() {
        Outcome<DunningRecord> run = dunning.run(key(), today, KitBooks.CLERK);
        removed = run.orElseThrow().changes().anySatisfy(DunningChange.Removed.class::isInstance);
    }

    private void block() {
        dunning.block(
                        key(),
                        new DunningChange.Blocked(new DunningScope.OfItem(item), Optional.empty(), "blocked"),
                        today,
                        KitBooks.CLERK)
                .orElseThrow();
        blocked = true;
    }

    /** Pays all, and lets the dunning of the day see it. */
    private void pay(Optional<BigDecimal> part) {
        BigDecimal open = part.orElseGet(() -> books.openAmount(item));
        ItemId payment = books.item(
                "payment-" + commands,
                "receivable",
                today,
                CaseCurrencies.amount(open.negate(), books.base()),
                open.negate());
        books.match("match-" + commands, today, item, payment);
        dun();
    }

    private String state() {
        Optional<ItemDunning> found = dunning.state().of(item);
        if (removed) {
            return "removed";
        }
        return found.filter(ItemDunning::active)
                .map(state -> "level "
                        + (state.stage() == DunningStage.SENT
                                ? state.sentLevel()
                                : state.current().level()) + " " + state.stage().text() + (blocked ? ", blocked" : ""))
                .orElse("none");
    }

    private void check(String name, Field expected) {
        switch (name) {
            case "steps", "states" -> list(expected, states, false);
            case "receivable", "balances", "receivable_balance" -> list(expected, balances, true);
            case "open", "open_after", "outstanding_after" ->
                current.differences().number(expected, books.openAmount(item));
            case "total_due" -> current.differences().number(expected, books.base("receivable", today));
            case "fees", "charges_each" -> list(expected, fees(), true);
            default -> figure(name, expected);
        }
    }

    /** What each letter that was sent added to what is owed. */
    private MutableList<BigDecimal> fees() {
        MutableList<BigDecimal> fees = Lists.mutable.empty();
        for (int i = 0; i < balances.size(); i++) {
            BigDecimal before = i == 0 ? current.given().at("amount").decimal() : balances.get(i - 1);
            if (balances.get(i).compareTo(before) > 0) {
                fees.add(balances.get(i).subtract(before));
            }
        }
        return fees;
    }

    private void list(Field expected, ImmutableList<?> actual, boolean numbers) {
        if (!expected.isList()) {
            current.differences().number(expected, (BigDecimal) actual.getLast());
            return;
        }
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), actual.size());
        for (int i = 0; i < Math.min(rows.size(), actual.size()); i++) {
            if (numbers) {
                current.differences().number(rows.get(i), (BigDecimal) actual.get(i));
            } else {
                current.differences().text(rows.get(i), actual.get(i));
            }
        }
    }

    private void list(Field expected, MutableList<?> actual, boolean numbers) {
        list(expected, actual.toImmutable(), numbers);
    }

    /** The figures of one letter, as many days overdue as the case says. */
    private void figure(String name, Field expected) {
        int days = TermReaders.any(current.given(), OVERDUE)
                .map(RuleTexts::whole)
                .orElseThrow(() -> new UnsupportedCaseException(expected.path()));
        DunningProposal letter =
                dunning.preview(due().plusDays(days)).proposals().getOnly();
        current.differences()
                .number(
                        expected,
                        Amounts.decimal(
                                switch (name) {
                                    case "interest", "total_interest" -> letter.interest();
                                    case "fee", "dunning_fee" -> letter.fee();
                                    case "dunning_amount", "charges" -> letter.charges();
                                    case "grand_total", "total" -> letter.total();
                                    case "total_outstanding", "outstanding", "open" -> letter.open();
                                    default -> throw new UnsupportedCaseException(expected.path());
                                }));
    }
}
