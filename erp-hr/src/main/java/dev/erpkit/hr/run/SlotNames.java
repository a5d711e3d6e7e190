package dev.erpkit.hr.run;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * How the lines of payslips, and what their derivations speak of, are called. Packs bring names in
 * {@code META-INF/erpkit/payslip_LANGUAGE.properties}, in UTF-8, by {@code PACK.SLOT}; a host adds its own by resources
 * of the same name or with {@link #with}. What has no name is called by its slot.
 */
public final class SlotNames {
    private final ImmutableMap<String, String> names;

    private SlotNames(ImmutableMap<String, String> names) {
        this.names = names;
    }

    /** The names in a language. Reads them each time, so keep what it gives. */
    public static SlotNames in(Locale locale) {
        MutableMap<String, String> names = Maps.mutable.empty();
        String resource = "META-INF/erpkit/payslip_" + locale.getLanguage() + ".properties";
        try {
            for (URL url : Collections.list(SlotNames.class.getClassLoader().getResources(resource))) {
                Properties read = new Properties();
                try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.forEach((slot, name) -> names.putIfAbsent(slot.toString(), name.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SlotNames(names.toImmutable());
    }

    /** With the name of a slot of a pack, such as one that a company's layer adds. */
    public SlotNames with(String pack, String slot, String name) {
        return new SlotNames(names.newWithKeyValue(pack + "." + slot, name));
    }

    /** The name of a slot of a pack. */
    public String of(String pack, String slot) {
        return names.getIfAbsentValue(pack + "." + slot, slot);
    }
}
