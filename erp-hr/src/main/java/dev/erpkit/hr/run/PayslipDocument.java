package dev.erpkit.hr.run;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * A payslip to be read, as data: sections of named lines with amounts in decimals and with their derivations. English and
 * Japanese; any other language is written in English with whatever names there are.
 *
 * @param language the language of the words
 * @param title what it is
 * @param facts heading and value, such as the day of payment
 * @param sections in the order of reading
 * @param names how the figures and facts that derivations speak of are called, where the pack names them
 */
public record PayslipDocument(
        Locale language,
        String title,
        ImmutableList<Heading> facts,
        ImmutableList<Section> sections,
        ImmutableMap<String, String> names) {
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
     * @param derivation what it is the sum of
     */
    public record Section(String name, ImmutableList<Line> lines, BigDecimal sum, TraceStep derivation) {
        /** Without the amounts. */
        @Override
        public String toString() {
            return "Section " + name;
        }
    }

    /**
     * A line.
     *
     * @param slot its stable name
     * @param name its name in the language, with the period that it corrects
     * @param amount in decimals of the currency
     * @param derivation how it came about
     */
    public record Line(String slot, String name, BigDecimal amount, Optional<TraceStep> derivation) {
        /** Without the amount. */
        @Override
        public String toString() {
            return "Line " + slot;
        }
    }

    /** A payslip with the names of its lines, in a language. */
    public static PayslipDocument of(PaidSlip slip, Locale language, SlotNames names) {
        PayslipWords words = PayslipWords.in(language);
        MutableList<Section> sections = Lists.mutable.empty();
        Section earnings = section(slip, SlotKind.EARNING, words.earnings(), names);
        Section deductions = section(slip, SlotKind.DEDUCTION, words.deductions(), names);
        sections.with(earnings).with(deductions);
        TraceStep net = TraceStep.of(words.net(), decimal(slip, slip.netMinor()))
                .from(term("", earnings))
                .from(term("\u2212 ", deductions));
        if (slip.sum(SlotKind.CREDIT) != 0) {
            Section credits = section(slip, SlotKind.CREDIT, words.credits(), names);
            sections.add(credits);
            net = net.from(term("+ ", credits));
        }
        sections.add(total(words.net(), decimal(slip, slip.netMinor()), net));
        Section employer = section(slip, SlotKind.EMPLOYER, words.employer(), names);
        BigDecimal cost = decimal(slip, slip.employerCostMinor());
        sections.with(employer)
                .with(total(
                        words.employerCost(),
                        cost,
                        TraceStep.of(words.employerCost(), cost)
                                .from(term("", earnings))
                                .from(term("+ ", employer))));
        return new PayslipDocument(
                language,
                title(slip, names, words),
                Lists.immutable.of(
                        new Heading(words.employment(), slip.employment()),
                        new Heading(
                                words.period(),
                                slip.dates().period().startInclusive() + " - "
                                        + slip.dates().period().lastDay()),
                        new Heading(words.payment(), slip.dates().payment().toString()),
                        new Heading(words.currency(), slip.currency()),
                        new Heading(words.rules(), slip.pack() + " / " + slip.edition())),
                sections.toImmutable(),
                names(slip, names));
    }

    /** What the pack calls a payslip of the edition, if it has a word of its own for it. */
    private static String title(PaidSlip slip, SlotNames names, PayslipWords words) {
        String key = "title." + slip.edition();
        String own = names.of(pack(slip), key);
        return own.equals(key) ? words.title() : own;
    }

    private static ImmutableMap<String, String> names(PaidSlip slip, SlotNames names) {
        MutableMap<String, String> called = Maps.mutable.empty();
        slip.lines()
                .collect(PayslipLine::slot)
                .distinct()
                .forEach(slot -> slip.explain(slot).ifPresent(step -> name(step, pack(slip), names, called)));
        return called.toImmutable();
    }

    private static void name(TraceStep step, String pack, SlotNames names, MutableMap<String, String> called) {
        step.inputs().keysView().toList().with(step.rule()).forEach(key -> {
            String name = names.of(pack, key);
            if (!name.equals(key)) {
                called.put(key, name);
            }
        });
        step.parts().forEach(part -> name(part, pack, names, called));
    }

    private static String pack(PaidSlip slip) {
        return slip.pack().substring(0, slip.pack().indexOf(' '));
    }

    private static TraceStep term(String sign, Section section) {
        return TraceStep.of(sign + section.name(), section.sum());
    }

    private static Section total(String name, BigDecimal sum, TraceStep derivation) {
        return new Section(name, Lists.immutable.empty(), sum, derivation);
    }

    private static Section section(PaidSlip slip, SlotKind kind, String name, SlotNames names) {
        ImmutableList<Line> lines =
                slip.lines().select(line -> line.kind() == kind).collect(line -> line(slip, line, names));
        BigDecimal sum = decimal(slip, slip.sum(kind));
        TraceStep derivation = lines.injectInto(
                TraceStep.of(name, sum), (step, line) -> step.from(TraceStep.of(line.name(), line.amount())));
        return new Section(name, lines, sum, derivation);
    }

    private static Line line(PaidSlip slip, PayslipLine line, SlotNames names) {
        String name = names.of(pack(slip), line.slot());
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

    /** As a page of its own, without scripts; each figure opens its derivation, and the figures in it theirs. */
    public String html() {
        return PayslipHtml.page(this);
    }

    /** What that page shows below its title, for a page of the host: lists, sections, elements that open. */
    public String fragment() {
        return PayslipHtml.fragment(this);
    }

    /** Without the amounts and the person. */
    @Override
    public String toString() {
        return "PayslipDocument in " + language;
    }
}
