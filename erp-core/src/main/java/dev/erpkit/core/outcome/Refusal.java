package dev.erpkit.core.outcome;

import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * Why a command was refused. A refused command has changed nothing.
 *
 * @param code the stable code to branch on
 * @param message one sentence that names the value and the bound and says what to do; no personal or pay data
 * @param facts the values needed to act on the refusal, by name
 */
public record Refusal(RefusalCode code, String message, ImmutableSortedMap<String, String> facts) {

    /** A refusal without facts yet. */
    public static Refusal of(RefusalCode code, String message) {
        return new Refusal(code, message, SortedMaps.immutable.empty());
    }

    /** The same refusal with one more fact. */
    public Refusal with(String name, Object value) {
        return new Refusal(code, message, facts.newWithKeyValue(name, value.toString()));
    }

    @Override
    public String toString() {
        return code + ": " + message + (facts.isEmpty() ? "" : " " + facts);
    }
}
