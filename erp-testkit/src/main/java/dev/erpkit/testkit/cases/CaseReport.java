package dev.erpkit.testkit.cases;

import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How the cases of a run ended.
 *
 * @param results one for each case, in the order of the run
 */
public record CaseReport(ImmutableList<Result> results) {
    /** How a case ended. */
    public enum Verdict {
        /** Every expected field was computed by the library and is equal. */
        PASSED,
        /** A field differs, or the library refused what the case needs. */
        FAILED,
        /** No reader knows the shape of the case; nothing is claimed. */
        UNSUPPORTED
    }

    /**
     * How one case ended.
     *
     * @param id the case
     * @param reason the differences, or what no reader knows; empty for a pass
     */
    public record Result(String id, Verdict verdict, String reason) {}

    /** The results with a verdict. */
    public ImmutableList<Result> with(Verdict verdict) {
        return results.select(r -> r.verdict() == verdict);
    }

    /** {@code passed N, failed N, unsupported N}. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "passed %d, failed %d, unsupported %d",
                with(Verdict.PASSED).size(),
                with(Verdict.FAILED).size(),
                with(Verdict.UNSUPPORTED).size());
    }
}
