package dev.erpkit.core.value.internal;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.eclipse.collections.api.list.ListIterable;

/** Validates the elements of Eclipse Collections lists and names them by position. */
public final class ListElementExtractor implements ValueExtractor<ListIterable<@ExtractedValue ?>> {
    @Override
    public void extractValues(ListIterable<?> list, ValueReceiver receiver) {
        list.forEachWithIndex((element, i) -> receiver.indexedValue("<list element>", i, element));
    }
}
