package dev.erpkit.core.value.internal;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.eclipse.collections.api.map.MapIterable;

/** Validates the keys of Eclipse Collections maps. */
public final class MapKeyExtractor implements ValueExtractor<MapIterable<@ExtractedValue ?, ?>> {
    @Override
    public void extractValues(MapIterable<?, ?> map, ValueReceiver receiver) {
        map.forEachKey(key -> receiver.keyedValue("<map key>", key, key));
    }
}
