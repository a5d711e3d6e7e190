package dev.erpkit.accounting.interchange;

/**
 * A label in a comment, {@code name:value}.
 *
 * @param name the word before the colon
 * @param value what follows up to a comma or the end of the line, without blanks around it; may be empty
 */
public record PlainTag(String name, String value) {}
