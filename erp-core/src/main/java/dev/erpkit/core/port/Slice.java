package dev.erpkit.core.port;

import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A part of an ordered result.
 *
 * @param elements the elements, in the total order that the port's contract fixes
 * @param next the request for what follows, empty when nothing does
 */
public record Slice<T>(ImmutableList<T> elements, Optional<SliceRequest> next) {}
