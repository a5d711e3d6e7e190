package dev.erpkit.hr.run;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.run.PayslipDocument.Section;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A payslip as a page without scripts. Every figure is the summary of an element that opens to what it comes from; the
 * steps within open in the same way, so that a reader goes as deep as there is need.
 */
final class PayslipHtml {
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{4,16}(\\.[0-9]+)?");
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:15px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}
            h1{font-size:1.4em}
            dl{display:grid;grid-template-columns:max-content auto;gap:.1em 1em;margin:.5em 0}
            dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}
            section{border-top:1px solid #aaa;margin-top:1em;padding-top:.5em}
            summary,p{display:flex;gap:.5em;margin:0}summary{cursor:pointer;list-style:none}
            summary::-webkit-details-marker{display:none}
            summary::before{content:"\\25B8";width:.9em;opacity:.6}details[open]>summary::before{content:"\\25BE"}
            p::before{content:"";width:.9em}
            summary>:last-child,p>:last-child{margin-left:auto;font-variant-numeric:tabular-nums;white-space:nowrap}
            section>.sum{font-weight:bold;margin-top:.3em}
            .why{font-size:.85em;font-weight:normal;border-left:2px solid #aaa;margin:.2em 0 .5em .4em;padding-left:.8em}
            .why .why{font-size:1em}
            @media print{summary::before{content:none}}
            """;

    private final PayslipDocument document;
    private final StringBuilder out = new StringBuilder();

    private PayslipHtml(PayslipDocument document) {
        this.document = document;
    }

    static String page(PayslipDocument document) {
        String title = escaped(document.title());
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(document.language().toLanguageTag())
                + "\">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n<h1>" + title + "</h1>\n"
                + fragment(document)
                + "</body>\n</html>\n";
    }

    static String fragment(PayslipDocument document) {
        PayslipHtml html = new PayslipHtml(document);
        html.out.append("<dl>\n");
        document.facts().forEach(fact -> html.term(fact.name(), fact.value()));
        html.out.append("</dl>\n");
        document.sections().forEach(html::section);
        return html.out.toString();
    }

    private void section(Section section) {
        out.append("<section>\n");
        section.lines().forEach(line -> {
            String amount = PayslipText.grouped(line.amount());
            line.derivation()
                    .ifPresentOrElse(step -> details("", line.name(), amount, step), () -> leaf(line.name(), amount));
        });
        details(" class=\"sum\"", section.name(), PayslipText.grouped(section.sum()), section.derivation());
        out.append("</section>\n");
    }

    private void details(String kind, String name, String result, TraceStep step) {
        out.append("<details").append(kind).append("><summary>");
        spans(name, result);
        out.append("</summary><div class=\"why\">");
        if (step.inputs().notEmpty()) {
            out.append("<dl>");
            step.inputs().forEachKeyValue((input, value) -> term(called(input), value));
            out.append("</dl>");
        }
        step.parts().forEach(this::part);
        out.append("</div></details>\n");
    }

    private void part(TraceStep part) {
        String name = called(part.rule());
        String result = AMOUNT.matcher(part.result()).matches()
                ? PayslipText.grouped(new BigDecimal(part.result()))
                : part.result();
        if (part.inputs().isEmpty() && part.parts().isEmpty()) {
            leaf(name, result);
        } else {
            details("", name, result, part);
        }
    }

    private String called(String name) {
        return document.names().getIfAbsentValue(name, name);
    }

    private void leaf(String name, String result) {
        out.append("<p>");
        spans(name, result);
        out.append("</p>\n");
    }

    private void spans(String name, String result) {
        out.append("<span>")
                .append(escaped(name))
                .append("</span><span>")
                .append(escaped(result))
                .append("</span>");
    }

    private void term(String name, String value) {
        out.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
