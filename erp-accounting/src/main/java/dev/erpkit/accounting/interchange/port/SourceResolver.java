package dev.erpkit.accounting.interchange.port;

import java.io.IOException;
import java.io.InputStream;

/**
 * Gives the bytes of a journal source by its name. A name is whatever the host likes, such as a path; equal names are the
 * same source, which is how a cycle of includes is seen.
 */
public interface SourceResolver {
    /**
     * The name of the source that an include directive means.
     *
     * @param from the name of the source that holds the directive
     * @param reference what the directive says, such as {@code 2024/january.journal}
     */
    String resolve(String from, String reference);

    /**
     * Opens a source; the reader closes it.
     *
     * @param name a name the host passed in or that {@link #resolve} gave
     * @throws IOException when there is no such source or it cannot be read
     */
    InputStream open(String name) throws IOException;
}
