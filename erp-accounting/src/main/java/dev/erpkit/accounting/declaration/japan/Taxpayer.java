package dev.erpkit.accounting.declaration.japan;

/** Who files. */
public enum Taxpayer {
    /** A person who does business (個人事業者). */
    SOLE_PROPRIETOR,
    /** A corporation (法人). */
    CORPORATION
}
