package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.ErpException;
import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Runs cases through the library; stateless. */
public final class CaseRunner {
    private final ImmutableList<CaseReader> readers;

    /** A runner that knows every kind of case of this kit. */
    public CaseRunner() {
        this(Readers.all());
    }

    CaseRunner(ImmutableList<CaseReader> readers) {
        this.readers = readers;
    }

    /** Runs cases in their order. */
    public CaseReport run(Iterable<CaseFile> cases) {
        return new CaseReport(Lists.immutable.ofAll(cases).collect(this::run));
    }

    /** Runs one case: the first reader that knows its shape decides. */
    public Result run(CaseFile file) {
        MutableList<String> reasons = Lists.mutable.empty();
        MutableList<String> refusals = Lists.mutable.empty();
        for (CaseReader reader : readers) {
            Case current = new Case(file);
            try {
                reader.run(current);
            } catch (UnsupportedCaseException other) {
                reasons.add(other.getMessage());
                continue;
            } catch (ErpException | ArithmeticException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
                continue;
            } catch (RuntimeException unread) {
                // a shape that a reader stumbles over is one that it does not know; the other cases must still run
                reasons.add(String.valueOf(unread));
                continue;
            }
            ImmutableList<String> differences = current.differences().found();
            if (current.unread().notEmpty()) {
                reasons.add("not checked: " + current.unread().makeString());
            } else {
                return differences.isEmpty()
                        ? new Result(file.id(), Verdict.PASSED, "")
                        : new Result(file.id(), Verdict.FAILED, differences.makeString("; "));
            }
        }
        return refusals.notEmpty()
                ? new Result(file.id(), Verdict.FAILED, refusals.getFirst())
                : new Result(file.id(), Verdict.UNSUPPORTED, closest(reasons));
    }

    /** The reader that came furthest says what it lacks. */
    private static String closest(MutableList<String> reasons) {
        String unchecked = reasons.detect(r -> r.startsWith("not checked"));
        return unchecked != null ? unchecked : "no reader knows this shape";
    }
}
