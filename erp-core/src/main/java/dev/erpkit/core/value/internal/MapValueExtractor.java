package dev.erpkit.core.value.internal;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.eclipse.collections.api.map.MapIterable;

/** Validates the values of Eclipse Collections maps. */
public final class MapValueExtractor implements ValueExtractor<MapIterable<?, @ExtractedValue ?>> {
    @Override
    public void extractValues(MapIterable<?, ?> map, ValueReceiver receiver) {
        map.forEachKeyValue((key, value) -> receiver.keyedValue("<map value>", key, value));
    }
}
