package dev.erpkit.company.report;

/** A table of a page, cell by cell; texts are escaped, headings have a Japanese and an English part. */
final class HtmlTable {
    private final StringBuilder page;

    /**
     * Begins a table.
     *
     * @param words how many of its first columns are words; what follows are figures
     */
    HtmlTable(StringBuilder page, int words, String... headings) {
        this.page = page;
        page.append("<table class=\"w").append(words).append("\"><thead><tr>");
        for (String heading : headings) {
            page.append("<th>").append(Text.name(heading));
        }
        page.append("</tr></thead><tbody>\n");
    }

    /** A row of names and figures. */
    HtmlTable row(String... cells) {
        return row("", cells);
    }

    /** The row of a sum. */
    HtmlTable sum(String... cells) {
        return row(" class=\"sum\"", cells);
    }

    private HtmlTable row(String kind, String... cells) {
        page.append("<tr").append(kind).append('>');
        for (String cell : cells) {
            page.append("<td>").append(Text.name(cell));
        }
        page.append("</tr>\n");
        return this;
    }

    void end() {
        page.append("</tbody></table>\n");
    }
}
