package dev.erpkit.examples.benchmarks;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path, what it is measured against, and the bound: so many times the floor, or so many nanoseconds where there is no floor.
 *
 * @param path the name of a benchmark
 * @param floor the name of the benchmark that is the floor; null where the bound is a time
 * @param bound the bound; 0 for a ratio that is only told
 */
record Comparison(String path, @Nullable String floor, double bound) {
    static final Comparison[] ALL = {
        new Comparison("Posting.prebuilt", "Posting.sameWork", 12),
        new Comparison("Posting.prebuilt", "Posting.columns"),
        new Comparison("Posting.prebuiltInBatches", "Posting.sameWork", 12),
        new Comparison("Posting.prebuiltInBatches", "Posting.columns"),
        new Comparison("Posting.prebuiltSystemClock", "Posting.sameWork", 12),
        new Comparison("Posting.prebuiltSystemClock", "Posting.columns"),
        new Comparison("Posting.builtAndPosted", "Posting.sameWork", 40),
        new Comparison("Posting.builtAndPosted", "Posting.columns"),
        new Comparison("Sealing.sealed", "Sealing.sha256", 1.5),
        new Comparison("Scan.trialBalance", "Scan.groupedSum", 1.5),
        new Comparison("TrialBalance.monthEnd/10000000", null, 100_000),
        new Comparison("TrialBalance.monthEnd/10000000", "TrialBalance.monthEnd/10000", 1.5),
        new Comparison("TrialBalance.day/10000000", null, 1_000_000),
        new Comparison("TrialBalance.day/10000000", "TrialBalance.day/10000", 1.5),
        new Comparison("TrialBalance.randomDay/10000000", null, 1_000_000),
        new Comparison("TrialBalance.randomDay/10000000", "TrialBalance.randomDay/10000", 1.5),
        new Comparison("Register.register", null, 15_000_000),
        new Comparison("Tax.byLine", "Tax.sameArithmetic", 20),
        new Comparison("Tax.byRate", "Tax.sameArithmetic"),
        new Comparison("BankMatching.matched", null, 5_000_000_000.0),
        new Comparison("BankMatching.matched", "BankMatching.amountsAlone"),
        new Comparison("Depreciation.months", "Depreciation.monthsInLongs"),
        new Comparison("Depreciation.years", "Depreciation.yearsInLongs"),
        new Comparison("Consolidation.consolidated", "Consolidation.groupedSum", 2),
        new Comparison("Payslip.withTrace", "Payslip.byHandInLongs", 20),
        new Comparison("Payslip.withTrace", "Payslip.byHandInDecimals"),
        new Comparison("JapanPayslip.withTrace", "JapanPayslip.byHandInLongs", 20),
        new Comparison("JapanPayslip.withTrace", "JapanPayslip.byHandInDecimalsByName", 1),
        new Comparison("JapanPayslip.withTrace", "JapanPayslip.byHandInDecimals"),
        new Comparison("MillionPayslips.readAndKept", "JapanPayslip.withTrace", 3),
        new Comparison("YearEnd.adjusted", "YearEnd.byHandInLongs"),
        new Comparison("LeaveBalance.folded", "LeaveBalance.inHalfDays"),
        new Comparison("LeaveBalance.balance", "LeaveBalance.inHalfDays"),
        new Comparison("Customer.candidates", null, 100_000),
        new Comparison("Customer.segment", "Customer.bits"),
        new Comparison("Buying.bgNbd", null, 1_000_000_000.0),
        new Comparison("Forecast.forecast", "Forecast.primitiveFold", 10),
        new Comparison("Deadline.plain", null, 1_000),
        new Comparison("Deadline.withPauses", null, 1_000),
        new Comparison("Stock.fifoColumns", "Stock.fifoFloor", 4),
        new Comparison("Stock.averageColumns", "Stock.averageFloor", 4),
        new Comparison("Stock.fifo", "Stock.fifoFloor", 10),
        new Comparison("Stock.average", "Stock.averageFloor", 10),
        new Comparison("Stock.fifo", null, 200),
        new Comparison("Stock.threeQuestions", null, 10_000),
        new Comparison("Stock.backdated", null, 10_000),
        new Comparison("Jdbc.adapter/h2/100", "Jdbc.raw/h2/100", 1 / 0.7),
        new Comparison("Jdbc.adapter/h2/1000", "Jdbc.raw/h2/1000", 1 / 0.7),
        new Comparison("Jdbc.adapter/postgresql/100", "Jdbc.raw/postgresql/100", 1 / 0.7),
        new Comparison("Jdbc.adapter/postgresql/1000", "Jdbc.raw/postgresql/1000", 1 / 0.7),
    };

    static final String HEADER = "| path | ns | floor | ns | ratio | bound |\n|---|---|---|---|---|---|";

    private Comparison(String path, String toldBeside) {
        this(path, toldBeside, 0);
    }

    boolean measured(Map<String, Double> times) {
        return times.containsKey(path) && (floor == null || times.containsKey(floor));
    }

    String row(Map<String, Double> times) {
        double spent = times.getOrDefault(path, Double.NaN);
        if (floor == null) {
            return String.format(Locale.ROOT, "| %s | %,.0f | | | | %,.0f ns |", path, spent, bound);
        }
        double least = times.getOrDefault(floor, Double.NaN);
        return String.format(
                Locale.ROOT,
                "| %s | %,.1f | %s | %,.1f | %.2f | %s |",
                path,
                spent,
                floor,
                least,
                spent / least,
                bound == 0 ? "" : String.format(Locale.ROOT, "%.1f", bound));
    }
}
