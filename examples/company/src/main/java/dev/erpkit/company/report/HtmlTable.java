package dev.erpkit.company.report;

import java.util.Arrays;

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

    /** A row of cells that are ready for the page, such as links. */
    HtmlTable cells(String... html) {
        return cells("", html);
    }

    /** The row of a sum, of cells that are ready for the page. */
    HtmlTable sumOfCells(String... html) {
        return cells(" class=\"sum\"", html);
    }

    private HtmlTable row(String kind, String... cells) {
        return cells(kind, Arrays.stream(cells).map(Text::name).toArray(String[]::new));
    }

    private HtmlTable cells(String kind, String... html) {
        page.append("<tr").append(kind).append('>');
        for (String cell : html) {
            page.append("<td>").append(cell);
        }
        page.append("</tr>\n");
        return this;
    }

    void end() {
        page.append("</tbody></table>\n");
    }
}
