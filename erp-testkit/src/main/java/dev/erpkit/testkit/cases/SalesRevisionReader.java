package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteRevision;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import dev.erpkit.crm.sales.quote.RevisionRule;
import dev.erpkit.crm.sales.quote.RevisionState;
import dev.erpkit.testkit.sales.KitSales;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;

/** Quotes that are revised, in numbers or in words, and quotes that expire. */
final class SalesRevisionReader {
    private static final Pattern STORY = Pattern.compile(
            "(\\w+) (?:is )?(submitted|sent|drafted|draft)(?:, (?:and )?(?:a )?revision (\\w+) (?:is )?(drafted|submitted|sent))?");
    private static final Pattern CURRENT = Pattern.compile("(\\w[\\w-]*) (?:is )?(?:again )?current(?: again)?");
    private static final Pattern OTHER =
            Pattern.compile("(\\w[\\w-]*) (?:is )?(superseded|draft|withdrawn|cancelled|open)");

    private final Case current;
    private final SalesCase sales;
    private final KitSales seller;
    private final DocumentId id;
    private final Quotes quotes;
    private LocalDate validThrough = SalesCase.DAY.plusDays(30);

    private SalesRevisionReader(Case current, String id, RevisionRule rule) {
        this.current = current;
        this.sales = new SalesCase(current);
        this.seller = sales.seller();
        this.id = DocumentId.of(id);
        this.quotes = seller.quotes(QuoteSetup.plain().revised(rule));
    }

    private static RevisionRule rule(Case current, RevisionRule otherwise) {
        return new Alias(current.given())
                .any("rule", "revision_rule", "policy")
                .map(field -> RevisionRule.parse(field.text()))
                .orElse(otherwise);
    }

    /** A quote that is revised so many times. */
    static void counted(Case current) {
        Field given = current.given();
        if (!given.has("quote") || !(given.has("revise") || given.has("revisions"))) {
            throw new UnsupportedCaseException("no quote that is revised");
        }
        SalesRevisionReader reader =
                new SalesRevisionReader(current, given.at("quote").text(), rule(current, RevisionRule.ON_DRAFT));
        int times = RuleTexts.whole(new Alias(given).need("revise", "revisions"));
        for (int i = 0; i <= times; i++) {
            reader.draft();
        }
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    private void draft() {
        Offer offer = Offer.builder()
                .party("customer")
                .currency(sales.currency())
                .add(SalesLine.of("item", "1", "100", sales.currency()))
                .build();
        quotes.draft(
                        seller.key(),
                        id,
                        new QuoteDraft(offer, sales.pricing(), validThrough),
                        SalesCase.DAY,
                        KitSales.CLERK)
                .orElseThrow();
    }

    private Quote quote() {
        return quotes.find(id).orElseThrow();
    }

    private void check(String name, Field expected) {
        Quote quote = quote();
        ImmutableList<QuoteRevision> all = quote.revisions();
        Optional<QuoteRevision> now = quote.current();
        switch (name) {
            case "names", "revision_names" -> texts(expected, all.collect(quote::name));
            case "states" -> states(expected);
            case "current" ->
                current.differences().text(expected, now.map(quote::name).orElse("none"));
            case "history_of_current", "old_revisions", "history" ->
                texts(expected, quote.historyOf(now.orElseThrow()).collect(quote::name));
            case "unrevised_name", "base_name" -> current.differences().text(expected, quote.id());
            case "revision_count", "count", "revisions" -> current.differences().number(expected, all.size() - 1L);
            case "current_revision", "revision_number" ->
                current.differences().number(expected, now.orElseThrow().number());
            case "order_from_superseded", "order_from_old", "accept_superseded" -> {
                quotes.submit(seller.key(), id, now.orElseThrow().number(), SalesCase.DAY, KitSales.CLERK);
                sales.verdict(expected, accept(0, SalesCase.DAY));
            }
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void texts(Field expected, ImmutableList<String> actual) {
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), actual.size());
        rows.zip(actual).forEach(pair -> current.differences().text(pair.getOne(), pair.getTwo()));
    }

    private void states(Field expected) {
        ImmutableList<Field> rows = expected.elements();
        ImmutableList<QuoteRevision> all = quote().revisions();
        current.differences().same(expected, rows.size(), all.size());
        rows.zip(all).forEach(pair -> state(pair.getOne(), pair.getOne().text(), pair.getTwo()));
    }

    private void state(Field expected, String word, QuoteRevision revision) {
        RevisionState state = quote().state(revision, SalesCase.DAY);
        boolean holds = switch (word.toLowerCase(Locale.ROOT)) {
            case "cancelled", "canceled", "cancel" ->
                state == RevisionState.SUPERSEDED || state == RevisionState.WITHDRAWN;
            case "sent", "submitted" -> state == RevisionState.OPEN || state == RevisionState.WAITING;
            default -> state.text().equals(word.toLowerCase(Locale.ROOT));
        };
        current.differences().holds(expected, holds);
    }

    private Outcome<Quote> accept(int revision, LocalDate day) {
        return quotes.accept(seller.key(), id, revision, Acceptance.of("order-" + revision), day, KitSales.CLERK);
    }

    /** A quote and a revision told as a story. */
    static void told(Case current) {
        Field given = current.given();
        if (!given.has("quote")) {
            throw new UnsupportedCaseException("no quote");
        }
        Matcher story = STORY.matcher(given.at("quote").text());
        if (!story.matches() || story.group(3) == null) {
            throw new UnsupportedCaseException(
                    "no story of a revision: " + given.at("quote").text());
        }
        SalesRevisionReader reader =
                new SalesRevisionReader(current, story.group(1), rule(current, RevisionRule.ON_SUBMIT));
        Story told = reader.new Story(story.group(1), story.group(3));
        reader.draft();
        if (!story.group(2).startsWith("draft")) {
            reader.submit(0);
        }
        reader.draft();
        if (!story.group(4).startsWith("draft")) {
            reader.submit(1);
        }
        current.expect()
                .names()
                .forEach(name -> told.check(name, current.expect().at(name)));
    }

    private void submit(int revision) {
        quotes.submit(seller.key(), id, revision, SalesCase.DAY, KitSales.CLERK).orElseThrow();
    }

    /** What holds while the story goes on; orders are tried where the revision it speaks of is superseded. */
    private final class Story {
        private final String first;
        private final String second;
        private Outcome<?> superseded = Outcome.accepted("never superseded");

        Story(String first, String second) {
            this.first = first;
            this.second = second;
        }

        void check(String name, Field expected) {
            String step = name.toLowerCase(Locale.ROOT);
            if (step.equals("while_draft") || step.equals("before_submit")) {
                statements(expected);
            } else if (step.equals("after_submit") || step.equals("after_submitted")) {
                submit(1);
                superseded = accept(0, SalesCase.DAY);
                statements(expected);
            } else if (step.matches("after_.*(cancel|withdraw).*")) {
                quotes.withdraw(seller.key(), id, 1, SalesCase.DAY, KitSales.CLERK)
                        .orElseThrow();
                statements(expected);
            } else if (step.matches("order_from_(superseded|old)")) {
                sales.verdict(expected, superseded);
            } else if (step.equals("order_from_current")) {
                sales.verdict(expected, accept(quote().current().orElseThrow().number(), SalesCase.DAY));
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }

        private void statements(Field expected) {
            for (String statement : expected.text().split("[,;] *(?:and )?")) {
                Matcher is = CURRENT.matcher(statement);
                Matcher other = OTHER.matcher(statement);
                if (is.matches()) {
                    boolean holds =
                            quote().current().map(QuoteRevision::number).equals(Optional.of(number(is.group(1))));
                    current.differences().holds(expected, holds);
                } else if (other.matches()) {
                    state(
                            expected,
                            other.group(2),
                            quote().revision(number(other.group(1))).orElseThrow());
                } else {
                    throw new UnsupportedCaseException(expected.path() + ": " + statement);
                }
            }
        }

        private int number(String name) {
            if (!name.equals(first) && !name.equals(second)) {
                throw new UnsupportedCaseException("who is " + name);
            }
            return name.equals(first) ? 0 : 1;
        }
    }

    /** A quote that is valid through a day and accepted on another. */
    static void expiry(Case current) {
        Alias given = new Alias(current.given());
        LocalDate until = given.need(
                        "valid_until",
                        "valid_till",
                        "valid_through",
                        "validity_date",
                        "expires",
                        "expiration_date",
                        "quote_date")
                .date()
                .plusDays(given.any("valid_days", "validity_days")
                        .map(RuleTexts::whole)
                        .orElse(0));
        LocalDate day = given.need("accepted_on", "accept_on", "order_on", "ordered_on", "today", "date", "on", "day")
                .date();
        SalesRevisionReader reader = new SalesRevisionReader(
                current, given.any("quote").map(Field::text).orElse("quote"), RevisionRule.ON_SUBMIT);
        reader.validThrough = until;
        reader.draft();
        boolean inTime = !SalesCase.DAY.isAfter(until);
        Outcome<Quote> sent =
                reader.quotes.submit(reader.seller.key(), reader.id, 0, inTime ? SalesCase.DAY : until, KitSales.CLERK);
        sent.orElseThrow();
        RevisionState state = reader.quote().state(reader.quote().revisions().getFirst(), day);
        Outcome<Quote> accepted = reader.accept(0, day);
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "state", "status" ->
                    current.differences()
                            .text(
                                    expected,
                                    expected.text().equals("accepted") && accepted.isAccepted()
                                            ? "accepted"
                                            : state.text());
                case "expired", "is_expired" ->
                    current.differences().holds(expected, expected.truth() == (state == RevisionState.EXPIRED));
                case "accepted", "order", "result", "outcome", "refused", "allowed", "accept" ->
                    reader.sales.verdict(expected, accepted);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }
}
