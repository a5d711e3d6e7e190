package dev.erpkit.testkit.invariant;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.employment.PersonFile.Holding;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of employment and of the files that pay people: invariant 18. */
public final class EmploymentInvariants {
    private EmploymentInvariants() {}

    /** On no day does somebody have two contracts of one engagement. */
    public static ImmutableList<Finding> engagementsNeverOverlap(PersonFile file, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (LocalDate day : days) {
            ImmutableList<Holding> holdings = file.contractsOn(day);
            if (holdings.collect(Holding::engagement).distinct().size() != holdings.size()) {
                found.add(new Finding(
                        "contract-overlap",
                        day.toString(),
                        holdings.collect(Holding::id).toString()));
            }
        }
        return found.toImmutable();
    }

    /** The file has as many records and as much money as was to be sent, none of it zero or below, and reads back the same. */
    public static ImmutableList<Finding> fileMatches(ZenginFile file, ImmutableList<CreditTransfer> transfers) {
        MutableList<Finding> found = Lists.mutable.empty();
        long sent = transfers.sumOfLong(transfer -> Amounts.minor(transfer.amount()));
        if (file.total() != sent || file.transfers().size() != transfers.size()) {
            found.add(new Finding("bank-file-total", "trailer", "does not match what is to be sent"));
        }
        if (file.transfers().anySatisfy(transfer -> transfer.yen() <= 0)) {
            found.add(new Finding("bank-file-amount", "data", "an amount is not above zero"));
        }
        if (!ZenginFile.read(file.bytes(), file.day().getYear()).equals(file)) {
            found.add(new Finding("bank-file-read", "file", "does not read back"));
        }
        return found.toImmutable();
    }
}
