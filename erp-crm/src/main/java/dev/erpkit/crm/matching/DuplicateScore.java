package dev.erpkit.crm.matching;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How likely two parties are one, field by field. It is the same whichever of them is asked about.
 *
 * @param first the party with the lower id
 * @param second the other one
 * @param fields what each field says
 * @param weight the sum of the weights, in ten-thousandths of a bit
 * @param verdict what that means
 */
public record DuplicateScore(
        PartyId first, PartyId second, ImmutableList<FieldScore> fields, long weight, Verdict verdict) {
    /** The party that is not this one. */
    public PartyId other(PartyId one) {
        return first.equals(one) ? second : first;
    }

    /** The derivation, without the values that were compared. */
    public TraceStep trace() {
        return fields.injectInto(
                TraceStep.of("match.score", weight).with("verdict", verdict),
                (all, field) -> all.from(
                        TraceStep.of("match." + field.field(), field.weight()).with("agreement", field.agreement())));
    }
}
