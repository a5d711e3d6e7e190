package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.RoleAmount;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * One amount of the accounting event of a document, with what it belongs to.
 *
 * @param role the role
 * @param debit whether a positive amount of the role stands on the debit side
 * @param minor the amount, positive in the natural direction of the role
 * @param line the number of the line that it is the net of, 0 when none
 * @param tax the tax that it is
 */
record DocumentPart(
        String role,
        boolean debit,
        String qualifier,
        Dimensions dimensions,
        long minor,
        Optional<LocalDate> due,
        int line,
        @Nullable TaxKey tax) {

    /** Debit positive. */
    long signed() {
        return debit ? minor : -minor;
    }

    /** The parts of a document: what is owed, its lines, its taxes, its rounding; those of zero too. */
    static ImmutableList<DocumentPart> of(
            DocumentKind kind,
            ImmutableList<IssuedLine> lines,
            long roundingMinor,
            ImmutableList<Instalment> instalments) {
        long sign = kind.reduces() ? -1 : 1;
        MutableList<DocumentPart> parts = Lists.mutable.empty();
        instalments.forEach(part -> parts.add(new DocumentPart(
                kind.sale() ? DocumentRoles.RECEIVABLE : DocumentRoles.PAYABLE,
                kind.sale(),
                "",
                Dimensions.none(),
                sign * Amounts.minor(part.amount()),
                Optional.of(part.due()),
                0,
                null)));
        lines.forEach(line -> {
            parts.add(ofLine(kind, line, sign * line.netMinor(), line.number(), null));
            line.taxes()
                    .reject(tax -> tax.tax().recoverable())
                    .forEach(tax -> parts.add(ofLine(kind, line, sign * tax.taxMinor(), 0, tax.tax())));
        });
        TaxSums.of(lines)
                .select(tax -> tax.tax().recoverable())
                .forEach(tax -> parts.add(new DocumentPart(
                        DocumentRoles.TAX,
                        !kind.sale(),
                        tax.tax().account(),
                        Dimensions.none(),
                        sign * tax.taxMinor(),
                        Optional.empty(),
                        0,
                        tax.tax())));
        parts.add(new DocumentPart(
                DocumentRoles.ROUNDING,
                !kind.sale(),
                "",
                Dimensions.none(),
                sign * roundingMinor,
                Optional.empty(),
                0,
                null));
        return parts.toImmutable();
    }

    private static DocumentPart ofLine(
            DocumentKind kind, IssuedLine line, long minor, int number, @Nullable TaxKey tax) {
        String item = kind.sale() ? DocumentRoles.REVENUE : DocumentRoles.EXPENSE;
        return new DocumentPart(
                line.role() == LineRole.ITEM ? item : DocumentRoles.ADVANCE,
                !kind.sale(),
                line.qualifier(),
                line.dimensions(),
                minor,
                Optional.empty(),
                number,
                tax);
    }

    RoleAmount amount(CurrencyUnit currency, PartyId party) {
        RoleAmount amount = RoleAmount.of(role, Amounts.ofMinor(minor, currency))
                .qualified(qualifier)
                .in(dimensions);
        return due.isPresent() ? amount.concerning(party).due(due.get()) : amount;
    }
}
