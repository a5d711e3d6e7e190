package dev.erpkit.company.report;

import java.time.YearMonth;
import java.util.List;

/** Income, expenses and result by month as a drawing in the page, with the figures as text behind each bar. */
final class MonthChart {
    private static final int WIDTH = 960;
    private static final int TOP = 20;
    private static final int BASE = 250;
    private static final int LEFT = 70;
    private static final int STEP = (WIDTH - LEFT - 10) / 12;

    private final List<long[]> months;
    private final YearMonth first;
    private final long scale;
    private final StringBuilder svg = new StringBuilder();

    private MonthChart(Figures figures) {
        this.months = figures.months();
        this.first = YearMonth.from(figures.year().startInclusive());
        long most = 1;
        for (long[] month : months) {
            most = Math.max(most, Math.max(month[0], month[1]));
        }
        this.scale = (most / 10_000_000 + 1) * 10_000_000;
    }

    static String of(Figures figures) {
        return new MonthChart(figures).draw();
    }

    private String draw() {
        svg.append(Text.format(
                "<svg viewBox=\"0 0 %d 330\" role=\"img\" aria-label=\"収益・費用・損益の月次推移 Income, expenses and result by month\">\n",
                WIDTH));
        for (long line = -1; line <= scale / 10_000_000; line++) {
            long y = y(line * 10_000_000);
            svg.append(Text.format(
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                            + "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
                    line == 0 ? "zero" : "grid", LEFT, WIDTH - 10, y, y, LEFT - 8, y + 4, Text.yen(line * 10)));
        }
        svg.append("<text class=\"axis\" x=\"4\" y=\"12\">百万円 JPY million</text>\n");
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < months.size(); i++) {
            int x = LEFT + i * STEP;
            bar("income", x + 12, months.get(i)[0], "収益 Income", i);
            bar("expense", x + 38, months.get(i)[1], "費用 Expenses", i);
            path.append(i == 0 ? "M" : " L").append(x + STEP / 2).append(' ').append(y(months.get(i)[2]));
            svg.append(Text.format(
                    "<text class=\"axis\" x=\"%d\" y=\"322\" text-anchor=\"middle\">%s</text>\n",
                    x + STEP / 2, first.plusMonths(i)));
        }
        svg.append("<path class=\"result\" d=\"").append(path).append("\"/>\n");
        for (int i = 0; i < months.size(); i++) {
            svg.append(Text.format(
                    "<circle class=\"result\" cx=\"%d\" cy=\"%d\" r=\"4\"><title>%s 損益 Result %s</title></circle>\n",
                    LEFT + i * STEP + STEP / 2, y(months.get(i)[2]), first.plusMonths(i), Text.yen(months.get(i)[2])));
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(String kind, int x, long amount, String what, int month) {
        long top = Math.min(y(amount), BASE);
        svg.append(Text.format(
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"22\" height=\"%d\" rx=\"2\"><title>%s %s %s</title></rect>\n",
                kind, x, top, Math.abs(y(amount) - BASE), first.plusMonths(month), what, Text.yen(amount)));
    }

    private long y(long amount) {
        return BASE - amount * (BASE - TOP) / scale;
    }
}
