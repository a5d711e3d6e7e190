package dev.erpkit.core.trace;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * One step in the derivation of a figure.
 *
 * @param rule what was applied, such as {@code fx.realised} or a paragraph of law
 * @param inputs the figures and policies that went in, by name
 * @param result the figure that came out, as exact text
 * @param parts the steps this one was built from
 */
public record TraceStep(
        String rule, ImmutableSortedMap<String, String> inputs, String result, ImmutableList<TraceStep> parts) {

    /** A step without inputs or parts yet. */
    public static TraceStep of(String rule, Object result) {
        return new TraceStep(rule, SortedMaps.immutable.empty(), result.toString(), Lists.immutable.empty());
    }

    /** The same step with one more input. */
    public TraceStep with(String name, Object value) {
        return new TraceStep(rule, inputs.newWithKeyValue(name, value.toString()), result, parts);
    }

    /** The same step built from one more part. */
    public TraceStep from(TraceStep part) {
        return new TraceStep(rule, inputs, result, parts.newWith(part));
    }

    /** The derivation as indented lines, one step each. */
    public String render() {
        StringBuilder out = new StringBuilder();
        render(out, 0);
        return out.toString();
    }

    private void render(StringBuilder out, int depth) {
        out.append("  ".repeat(depth)).append(rule).append(" = ").append(result);
        if (inputs.notEmpty()) {
            out.append("  ").append(inputs);
        }
        out.append('\n');
        parts.forEach(part -> part.render(out, depth + 1));
    }
}
