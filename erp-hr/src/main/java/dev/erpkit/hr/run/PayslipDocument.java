package dev.erpkit.hr.run;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A payslip to be read, as data: sections of named lines with amounts in decimals and with their derivations. English and
 * Japanese; any other language is written in English with whatever names there are.
 *
 * @param language the language of the words
 * @param title what it is
 * @param facts heading and value, such as the day of payment
 * @param sections in the order of reading
 */
public record PayslipDocument(
        Locale language, String title, ImmutableList<Heading> facts, ImmutableList<Section> sections) {
    /**
     * A named fact.
     *
     * @param name the heading
     * @param value what it says
     */
    public record Heading(String name, String value) {}

    /**
     * Lines of one kind and their sum.
     *
     * @param name the heading
     * @param lines the lines, perhaps none
     * @param sum the sum in decimals of the currency
     */
    public record Section(String name, ImmutableList<Line> lines, BigDecimal sum) {}

    /**
     * A line.
     *
     * @param slot its stable name
     * @param name its name in the language, with the period that it corrects
     * @param amount in decimals of the currency
     * @param derivation how it came about
     */
    public record Line(String slot, String name, BigDecimal amount, Optional<TraceStep> derivation) {}

    /** A payslip with the names of its lines, in a language. */
    public static PayslipDocument of(PaidSlip slip, Locale language, SlotNames names) {
        PayslipWords words = PayslipWords.in(language);
        MutableList<Section> sections = Lists.mutable.empty();
        sections.add(section(slip, SlotKind.EARNING, words.earnings(), names));
        sections.add(section(slip, SlotKind.DEDUCTION, words.deductions(), names));
        if (slip.sum(SlotKind.CREDIT) != 0) {
            sections.add(section(slip, SlotKind.CREDIT, words.credits(), names));
        }
        sections.add(new Section(words.net(), Lists.immutable.empty(), decimal(slip, slip.netMinor())));
        sections.add(section(slip, SlotKind.EMPLOYER, words.employer(), names));
        sections.add(new Section(
                words.employerCost(), Lists.immutable.empty(), decimal(slip, slip.employerCostMinor())));
        return new PayslipDocument(
                language,
                words.title(),
                Lists.immutable.of(
                        new Heading(words.employment(), slip.employment()),
                        new Heading(
                                words.period(),
                                slip.dates().period().startInclusive() + " - "
                                        + slip.dates().period().lastDay()),
                        new Heading(words.payment(), slip.dates().payment().toString()),
                        new Heading(words.currency(), slip.currency()),
                        new Heading(words.rules(), slip.pack() + " / " + slip.edition())),
                sections.toImmutable());
    }

    private static Section section(PaidSlip slip, SlotKind kind, String name, SlotNames names) {
        ImmutableList<Line> lines =
                slip.lines().select(line -> line.kind() == kind).collect(line -> line(slip, line, names));
        return new Section(name, lines, decimal(slip, slip.sum(kind)));
    }

    private static Line line(PaidSlip slip, PayslipLine line, SlotNames names) {
        String pack = slip.pack().substring(0, slip.pack().indexOf(' '));
        String name = names.of(pack, line.slot());
        return new Line(
                line.slot(),
                line.attribution()
                        .map(of -> name + " (" + of.startInclusive() + " - " + of.lastDay() + ")")
                        .orElse(name),
                decimal(slip, line.minor()),
                slip.explain(line.slot()));
    }

    private static BigDecimal decimal(PaidSlip slip, long minor) {
        return BigDecimal.valueOf(minor, slip.digits());
    }

    /** As text in two columns; with the derivation of each line below it when asked. */
    public String text(boolean explained) {
        return new PayslipText(explained).of(this);
    }

    /** As a page of its own, without scripts; each figure opens its derivation. */
    public String html() {
        return PayslipHtml.of(this);
    }

    /** Without the amounts and the person. */
    @Override
    public String toString() {
        return "PayslipDocument in " + language;
    }
}
