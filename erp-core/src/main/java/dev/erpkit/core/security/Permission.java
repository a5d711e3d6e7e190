package dev.erpkit.core.security;

/**
 * What an actor wants to do.
 *
 * @param action the command, such as {@code journal.post}
 * @param scope what it touches, such as a book; {@code *} when nothing narrower applies
 */
public record Permission(String action, String scope) {}
