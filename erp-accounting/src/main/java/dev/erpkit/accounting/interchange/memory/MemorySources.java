package dev.erpkit.accounting.interchange.memory;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sources by name. An include names another source as it is called here. */
public final class MemorySources implements SourceResolver {
    private final Map<String, byte[]> sources = new ConcurrentHashMap<>();

    /** No sources yet. */
    public MemorySources() {}

    /** A single source. */
    public static MemorySources of(String name, String text) {
        return new MemorySources().with(name, text);
    }

    /** Adds a source, or replaces the one of that name. */
    public MemorySources with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a source, or replaces the one of that name. */
    public MemorySources with(String name, byte[] bytes) {
        sources.put(name, bytes.clone());
        return this;
    }

    @Override
    public String resolve(String from, String reference) {
        return reference;
    }

    @Override
    public InputStream open(String name) throws FileNotFoundException {
        byte[] bytes = sources.get(name);
        if (bytes == null) {
            throw new FileNotFoundException(name);
        }
        return new ByteArrayInputStream(bytes);
    }
}
