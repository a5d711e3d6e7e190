package dev.erpkit.core.posting;

/**
 * The document that caused a fact.
 *
 * @param system the system or module that owns it, such as {@code shop}
 * @param type its kind, such as {@code sales-invoice}
 * @param id its id there
 * @param version its version, 1 for documents that never change
 */
public record SourceDocument(String system, String type, String id, int version) {
    /** The first version of a document. */
    public static SourceDocument of(String system, String type, String id) {
        return new SourceDocument(system, type, id, 1);
    }

    @Override
    public String toString() {
        return system + ":" + type + ":" + id + ":" + version;
    }
}
