package dev.erpkit.core.security;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Who sends a command: a person or a system, by an opaque id.
 *
 * @param id the host's id of the actor, 1 to 64 characters without control characters
 */
public record Actor(String id) {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public Actor {
        if (id.isBlank() || id.length() > 64) {
            throw new InvalidValueException("Actor", "id", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(id)) {
            throw new InvalidValueException("Actor", "id", "id.form", "must have no control characters");
        }
    }

    /** The actor with this id. */
    public static Actor of(String id) {
        return new Actor(id);
    }
}
