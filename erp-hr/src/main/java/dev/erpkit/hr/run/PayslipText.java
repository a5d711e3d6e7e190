package dev.erpkit.hr.run;

import dev.erpkit.hr.run.PayslipDocument.Line;
import dev.erpkit.hr.run.PayslipDocument.Section;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A payslip as text in two columns. */
final class PayslipText {
    private static final int NAME = 52;
    private static final int AMOUNT = 16;

    private final boolean explained;
    private final StringBuilder out = new StringBuilder();

    PayslipText(boolean explained) {
        this.explained = explained;
    }

    String of(PayslipDocument document) {
        out.append(document.title()).append('\n');
        document.facts()
                .forEach(fact -> out.append("  ")
                        .append(pad(fact.name(), 20))
                        .append(fact.value())
                        .append('\n'));
        document.sections().forEach(this::section);
        return out.toString();
    }

    private void section(Section section) {
        out.append('\n');
        section.lines().forEach(this::line);
        out.append(pad(section.name(), NAME)).append(amount(section.sum())).append('\n');
    }

    private void line(Line line) {
        out.append("  ").append(pad(line.name(), NAME - 2)).append(amount(line.amount())).append('\n');
        if (explained) {
            line.derivation()
                    .ifPresent(step -> out.append(step.render().indent(6)).append('\n'));
        }
    }

    private static String amount(BigDecimal amount) {
        String text = grouped(amount);
        return " ".repeat(Math.max(1, AMOUNT - text.length())) + text;
    }

    /** With commas between thousands, in both languages. */
    static String grouped(BigDecimal amount) {
        String pattern = amount.scale() > 0 ? "#,##0." + "0".repeat(amount.scale()) : "#,##0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    /** To a width in which wide characters take two columns. */
    private static String pad(String text, int width) {
        int columns = text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - columns));
    }
}
