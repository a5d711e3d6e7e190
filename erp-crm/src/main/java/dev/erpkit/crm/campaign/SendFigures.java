package dev.erpkit.crm.campaign;

import java.util.TreeMap;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * How the messages of a campaign fared: sent and not sent are all that were asked for, each once.
 *
 * @param sent how many were claimed to be sent
 * @param notSent how many were not, by reason; a reason that kept none is left out
 */
public record SendFigures(long sent, ImmutableSortedMap<NotSent.Reason, Long> notSent) {
    /** The figures of some records. */
    public static SendFigures of(ImmutableList<SendRecord> records) {
        TreeMap<NotSent.Reason, Long> notSent = new TreeMap<>();
        for (SendRecord fact : records) {
            fact.notSent().ifPresent(why -> notSent.merge(why.reason(), 1L, Math::addExact));
        }
        return new SendFigures(records.count(SendRecord::sent), SortedMaps.immutable.ofSortedMap(notSent));
    }

    /** All that were asked for. */
    public long asked() {
        return Math.addExact(sent, notSent.valuesView().sumOfLong(Long::longValue));
    }
}
