package dev.erpkit.hr.run;

import dev.erpkit.hr.run.PayslipDocument.Line;
import dev.erpkit.hr.run.PayslipDocument.Section;

/** A payslip as a page without scripts. */
final class PayslipHtml {
    private static final String STYLE =
            "body{font:15px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
                    + "dl{display:grid;grid-template-columns:max-content auto;gap:.2em 1em}dt{color:#555}dd{margin:0}"
                    + "section{border-top:1px solid #aaa;margin-top:1em;padding-top:.5em}"
                    + "summary,p.sum{display:flex;justify-content:space-between;gap:1em}"
                    + "summary{cursor:pointer}p.sum{font-weight:bold;margin:.4em 0 0}"
                    + "pre{background:#f5f5f2;padding:.6em;overflow-x:auto;font-size:12px}";

    private PayslipHtml() {}

    static String of(PayslipDocument document) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(document.language().toLanguageTag()))
                .append("\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(document.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(escaped(document.title()))
                .append("</h1>\n<dl>\n");
        document.facts()
                .forEach(fact -> out.append("<dt>")
                        .append(escaped(fact.name()))
                        .append("</dt><dd>")
                        .append(escaped(fact.value()))
                        .append("</dd>\n"));
        out.append("</dl>\n");
        document.sections().forEach(section -> section(section, out));
        return out.append("</body>\n</html>\n").toString();
    }

    private static void section(Section section, StringBuilder out) {
        out.append("<section>\n");
        section.lines().forEach(line -> line(line, out));
        out.append("<p class=\"sum\"><span>")
                .append(escaped(section.name()))
                .append("</span><span>")
                .append(PayslipText.grouped(section.sum()))
                .append("</span></p>\n</section>\n");
    }

    private static void line(Line line, StringBuilder out) {
        out.append("<details><summary><span>")
                .append(escaped(line.name()))
                .append("</span><span>")
                .append(PayslipText.grouped(line.amount()))
                .append("</span></summary><pre>")
                .append(line.derivation().map(step -> escaped(step.render())).orElse(""))
                .append("</pre></details>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
