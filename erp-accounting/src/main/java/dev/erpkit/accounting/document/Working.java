package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Works a draft out. Pure: same draft, taxes, rates and earlier documents, same figures.
 */
final class Working {
    private final DocumentDraft draft;
    private final Taxes taxes;
    private final CurrencyUnit base;
    private final ExchangeRates rates;
    private final Function<DocumentId, Optional<IssuedDocument>> issued;
    private final Function<DocumentId, ImmutableList<IssuedDocument>> referring;

    /**
     * Works with what there is.
     *
     * @param issued gives the documents that were issued
     * @param referring gives those that take something back of a document
     */
    Working(
            DocumentDraft draft,
            Taxes taxes,
            CurrencyUnit base,
            ExchangeRates rates,
            Function<DocumentId, Optional<IssuedDocument>> issued,
            Function<DocumentId, ImmutableList<IssuedDocument>> referring) {
        this.draft = draft;
        this.taxes = taxes;
        this.base = base;
        this.rates = rates;
        this.issued = issued;
        this.referring = referring;
    }

    /**
     * The figures, and the rate at which they are posted.
     *
     * @param posted what makes the base total of a partial credit exact; the rate of the figures otherwise
     */
    record Worked(DocumentFigures figures, Optional<ExchangeRate> posted) {}

    /** The figures, or why the draft is refused. */
    Outcome<Worked> work() {
        try {
            DraftRules.check(draft);
            return Outcome.accepted(
                    draft.creditOf().isPresent() ? credit(draft.creditOf().get()) : document());
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    private Worked document() {
        draft.addsTo().ifPresent(this::related);
        Drafting drafting = new Drafting(draft, taxes);
        Drafting.Drafted drafted = drafting.lines();
        ImmutableList<IssuedLine> lines = draft.advance().isPresent()
                ? Advances.of(draft, draft.advance().get(), drafted.lines())
                : deducted(drafted.lines());
        long exact = Math.addExact(Sums.of(lines, IssuedLine::netMinor), Sums.of(lines, IssuedLine::taxMinor));
        long rounding = draft.totalRounding()
                .map(policy -> Math.subtractExact(rounded(policy, exact), exact))
                .orElse(0L);
        Optional<ExchangeRate> rate = rate(draft.effectiveDate());
        DocumentFigures figures = figures(
                new Basis(
                        drafting.taxPoint(),
                        draft.taxPolicy().name(),
                        draft.totalRounding().map(RoundingPolicy::name)),
                lines,
                drafted.differences(),
                rounding,
                rate,
                rate);
        return new Worked(figures, rate);
    }

    private long rounded(RoundingPolicy policy, long minor) {
        return Amounts.minor(policy.round(Amounts.ofMinor(minor, draft.currency())));
    }

    /** The lines and, below zero, the down payments that were invoiced. */
    private ImmutableList<IssuedLine> deducted(ImmutableList<IssuedLine> ordered) {
        MutableList<IssuedLine> lines = ordered.toList();
        for (DocumentId id : draft.deducts()) {
            IssuedDocument advance = related(id);
            if (!advance.kind().isAdvance()) {
                throw new RefusedException(
                        DocumentRefusals.form(draft.id(), "deducts " + id + ", which is no advance; name one that is"));
            }
            Creditable.of(advance, referring)
                    .deduct()
                    .orElseThrow()
                    .lines()
                    .forEach(line -> lines.add(line.numbered(lines.size() + 1)));
        }
        ImmutableList<IssuedLine> all = lines.toImmutable();
        if (draft.deducts().notEmpty()) {
            requireEnough(ordered, all);
        }
        return all;
    }

    /** Neither the total nor a tax may fall below zero by what was asked for ahead. */
    private void requireEnough(ImmutableList<IssuedLine> ordered, ImmutableList<IssuedLine> all) {
        if (turned(Sums.of(ordered, IssuedLine::grossMinor), Sums.of(all, IssuedLine::grossMinor))) {
            throw new RefusedException(DocumentRefusals.deductionExceeds(draft.id(), "total"));
        }
        for (String code : all.flatCollect(IssuedLine::taxes)
                .collect(tax -> tax.tax().code())
                .distinct()) {
            if (turned(tax(ordered, code), tax(all, code))) {
                throw new RefusedException(DocumentRefusals.deductionExceeds(draft.id(), "tax " + code));
            }
        }
    }

    private static boolean turned(long before, long after) {
        return after != 0 && Long.signum(after) != Long.signum(before);
    }

    private static long tax(ImmutableList<IssuedLine> lines, String code) {
        return Sums.of(
                lines.flatCollect(IssuedLine::taxes)
                        .select(tax ->
                                tax.tax().code().equals(code) && tax.tax().recoverable()),
                LineTax::taxMinor);
    }

    private Worked credit(CreditOf wanted) {
        IssuedDocument original = related(wanted.original());
        if (original.kind().reduces()) {
            throw new RefusedException(DocumentRefusals.notCreditable(original));
        }
        Creditable.Credit credit =
                Creditable.of(original, referring).credit(wanted.lines()).orElseThrow();
        DocumentFigures frozen = original.figures();
        Optional<ExchangeRate> posted = frozen.rate().map(rate -> posted(rate, credit, frozen));
        DocumentFigures figures = figures(
                new Basis(frozen.taxPoint(), frozen.taxPolicy(), frozen.totalRounding()),
                credit.lines(),
                Lists.immutable.empty(),
                credit.roundingMinor(),
                frozen.rate(),
                posted);
        return new Worked(figures, posted);
    }

    /**
     * The rate at which the total of a credit comes to its share of the original's base total exactly, where all of its
     * amounts stand on one side; that of the original for all of it at once.
     */
    private ExchangeRate posted(ExchangeRate rate, Creditable.Credit credit, DocumentFigures original) {
        long total = Math.addExact(
                Math.addExact(
                        Sums.of(credit.lines(), IssuedLine::netMinor), Sums.of(credit.lines(), IssuedLine::taxMinor)),
                credit.roundingMinor());
        boolean whole = total == original.totalMinor() && credit.baseMinor() == original.totalBaseMinor();
        if (whole || total == 0 || credit.baseMinor() == 0 || Long.signum(total) != Long.signum(credit.baseMinor())) {
            return rate;
        }
        Rational exact = major(credit.baseMinor(), base).divide(major(total, draft.currency()));
        return new ExchangeRate(rate.base(), rate.quote(), exact, rate.type(), rate.date());
    }

    private static Rational major(long minor, CurrencyUnit currency) {
        return Rational.of(BigDecimal.valueOf(minor, Amounts.digits(currency)));
    }

    /** An issued document of the same party, currency and side. */
    private IssuedDocument related(DocumentId id) {
        IssuedDocument document =
                issued.apply(id).orElseThrow(() -> new RefusedException(DocumentRefusals.unknown(id)));
        boolean same = document.party().equals(draft.party())
                && document.currency().equals(draft.currency())
                && document.kind().sale() == draft.kind().sale();
        if (!same) {
            throw new RefusedException(DocumentRefusals.otherParty(draft.id(), id));
        }
        return document;
    }

    private Optional<ExchangeRate> rate(LocalDate day) {
        if (draft.currency().equals(base)) {
            return Optional.empty();
        }
        Optional<ExchangeRate> rate = rates.find(draft.currency(), base, RateType.SPOT, day);
        if (rate.isEmpty()) {
            // refuses in the words of the port
            rates.convert(Amounts.of(1, draft.currency()), base, RateType.SPOT, day, Creditable.HALF_UP)
                    .orElseThrow();
        }
        return rate;
    }

    /** What decided the taxes. */
    private record Basis(LocalDate taxPoint, String taxPolicy, Optional<String> totalRounding) {}

    private DocumentFigures figures(
            Basis basis,
            ImmutableList<IssuedLine> lines,
            ImmutableList<TaxDifference> differences,
            long rounding,
            Optional<ExchangeRate> rate,
            Optional<ExchangeRate> posted) {
        long total = Math.addExact(
                Math.addExact(Sums.of(lines, IssuedLine::netMinor), Sums.of(lines, IssuedLine::taxMinor)), rounding);
        ImmutableList<Instalment> instalments = instalments(total);
        BaseFigures figures = BaseFigures.of(draft.kind(), lines, rounding, instalments, posted);
        return new DocumentFigures(
                draft.currency(),
                base,
                rate,
                basis.taxPoint(),
                basis.taxPolicy(),
                basis.totalRounding(),
                figures.lines(),
                figures.taxes(),
                differences,
                rounding,
                figures.roundingMinor(),
                instalments);
    }

    private ImmutableList<Instalment> instalments(long total) {
        MonetaryAmount owed = Amounts.ofMinor(total, draft.currency());
        if (draft.instalments().isEmpty()) {
            return Lists.immutable.of(new Instalment(draft.documentDate(), owed));
        }
        boolean currency = draft.instalments()
                .allSatisfy(part -> part.amount().getCurrency().equals(draft.currency()));
        if (!currency) {
            throw new RefusedException(DocumentRefusals.form(
                    draft.id(), "has instalments in another currency than its own; convert them"));
        }
        long given = Sums.of(draft.instalments(), part -> Amounts.minor(part.amount()));
        if (given != total) {
            throw new RefusedException(DocumentRefusals.instalments(
                    draft.id(), owed, Amounts.canonical(Amounts.ofMinor(given, draft.currency()))));
        }
        return draft.instalments();
    }
}
