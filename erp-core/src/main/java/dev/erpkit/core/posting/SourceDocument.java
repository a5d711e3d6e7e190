package dev.erpkit.core.posting;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The document that caused a fact.
 *
 * @param system the system or module that owns it, such as {@code shop}; 1 to 64 characters
 * @param type its kind, such as {@code sales-invoice}; 1 to 64 characters
 * @param id its id there, 1 to 200 characters
 * @param version its version from 1, which documents that never change keep
 */
public record SourceDocument(String system, String type, String id, int version) {
    /** Checks the texts ({@code source.form}, also for control characters) and the version ({@code source.version}). */
    public SourceDocument {
        check("system", system, 64);
        check("type", type, 64);
        check("id", id, 200);
        if (version < 1) {
            throw new InvalidValueException(
                    "SourceDocument", "version", "source.version", "must be 1 or more but is " + version);
        }
    }

    private static void check(String path, String text, int longest) {
        if (text.isBlank() || text.length() > longest || !Texts.isLabel(text)) {
            throw new InvalidValueException(
                    "SourceDocument",
                    path,
                    "source.form",
                    "must have 1 to " + longest + " characters and no control characters");
        }
    }

    /** The first version of a document. */
    public static SourceDocument of(String system, String type, String id) {
        return new SourceDocument(system, type, id, 1);
    }

    @Override
    public String toString() {
        return system + ":" + type + ":" + id + ":" + version;
    }
}
