package dev.erpkit.company.report;

import dev.erpkit.accounting.report.Statement;
import java.util.stream.LongStream;

/** Sales, operating costs and ordinary profit by month as a drawing in the page, with the figure behind each mark. */
final class MonthChart {
    private static final long TICK = 10_000_000;
    private static final int WIDTH = 780;
    private static final int TOP = 26;
    private static final int TICK_HEIGHT = 34;
    private static final int LEFT = 46;
    private static final int STEP = (WIDTH - LEFT - 6) / 12;

    private final Statement months;
    private final int count;
    private final long highest;
    private final long lowest;
    private final StringBuilder svg = new StringBuilder();

    private MonthChart(Statement months) {
        this.months = months;
        this.count = months.columns().size() - 1;
        this.highest = -Math.floorDiv(-extreme(true), TICK);
        this.lowest = Math.floorDiv(extreme(false), TICK);
    }

    static String of(Statement months) {
        return new MonthChart(months).draw();
    }

    private long sales(int month) {
        return months.minor("revenue", month);
    }

    private long costs(int month) {
        return Math.subtractExact(sales(month), months.minor("operating", month));
    }

    private long profit(int month) {
        return months.minor("ordinary", month);
    }

    private long extreme(boolean most) {
        LongStream all = LongStream.range(0, count)
                .flatMap(i -> LongStream.of(0, sales((int) i), costs((int) i), profit((int) i)));
        return most ? all.max().orElse(0) : all.min().orElse(0);
    }

    private String draw() {
        int bottom = TOP + (int) (highest - lowest) * TICK_HEIGHT;
        svg.append(Text.format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"chart-title\"><title id=\"chart-title\">"
                        + "売上高・営業費用・経常利益の月次推移 Net sales, operating costs and ordinary profit by month</title>\n",
                WIDTH, bottom + 26));
        svg.append("<text x=\"0\" y=\"12\">百万円 JPY million</text>\n");
        for (long tick = lowest; tick <= highest; tick++) {
            svg.append(Text.format(
                    "<path class=\"%s\" d=\"M%d %dH%d\"/><text class=\"end\" x=\"%d\" y=\"%d\">%s</text>\n",
                    tick == 0 ? "zero" : "grid",
                    LEFT,
                    y(tick * TICK),
                    WIDTH - 6,
                    LEFT - 8,
                    y(tick * TICK) + 4,
                    Text.yen(tick * 10)));
        }
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int middle = LEFT + i * STEP + STEP / 2;
            String month = months.columns().get(i).label();
            bar("sales", middle - 21, sales(i), month + " 売上高 Net sales");
            bar("costs", middle + 1, costs(i), month + " 営業費用 Operating costs");
            line.append(i == 0 ? "M" : " L").append(middle).append(' ').append(y(profit(i)));
            dots.append(Text.format(
                    "<circle class=\"profit\" cx=\"%d\" cy=\"%d\" r=\"4\"><title>%s 経常利益 Ordinary profit %s</title></circle>\n",
                    middle, y(profit(i)), month, Text.yen(profit(i))));
            svg.append(Text.format("<text class=\"mid\" x=\"%d\" y=\"%d\">%s</text>\n", middle, bottom + 19, month));
        }
        return svg.append("<path class=\"profit\" d=\"")
                .append(line)
                .append("\"/>\n")
                .append(dots)
                .append("</svg>\n")
                .toString();
    }

    private void bar(String kind, int x, long amount, String title) {
        svg.append(Text.format(
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"20\" height=\"%d\"><title>%s %s</title></rect>\n",
                kind, x, Math.min(y(amount), y(0)), Math.abs(y(amount) - y(0)), title, Text.yen(amount)));
    }

    private long y(long amount) {
        return TOP + (highest * TICK - amount) * TICK_HEIGHT / TICK;
    }
}
