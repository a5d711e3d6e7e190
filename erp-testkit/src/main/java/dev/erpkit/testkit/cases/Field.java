package dev.erpkit.testkit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;

/** A field of a case that remembers which of its values were read. */
final class Field {
    private final String path;
    private final JsonNode json;
    private final MutableSet<String> read;

    private Field(String path, JsonNode json, MutableSet<String> read) {
        this.path = path;
        this.json = json;
        this.read = read;
    }

    static Field root(String name, JsonNode json) {
        return new Field(name, json, Sets.mutable.empty());
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return json.has(name);
    }

    boolean isList() {
        return json.isArray();
    }

    boolean isObject() {
        return json.isObject();
    }

    /** Tells whether it is written as text, and not as a number or as true or false. */
    boolean isText() {
        return json.isTextual();
    }

    /** The field of this name. */
    Field at(String name) {
        if (!json.has(name)) {
            throw new UnsupportedCaseException(path + " has no field " + name);
        }
        return new Field(path + "." + name, json.get(name), read);
    }

    Optional<Field> find(String name) {
        return json.has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    /** The names of an object's fields, in their order. */
    ImmutableList<String> names() {
        if (!json.isObject()) {
            throw new UnsupportedCaseException(path + " is no object");
        }
        return Lists.immutable.ofAll(json::fieldNames);
    }

    /** The elements of a list. */
    ImmutableList<Field> elements() {
        if (!json.isArray()) {
            throw new UnsupportedCaseException(path + " is no list");
        }
        MutableList<Field> elements = Lists.mutable.empty();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new Field(path + "[" + i + "]", json.get(i), read));
        }
        return elements.toImmutable();
    }

    /** The same object seen without the fields of other names. */
    Field only(ImmutableList<String> names) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        names().select(names::contains).forEach(name -> part.set(name, json.get(name)));
        return new Field(path, part, read);
    }

    void requireNames(String... names) {
        MutableSet<String> wanted = Sets.mutable.with(names);
        if (!Sets.mutable.ofAll(names()).equals(wanted)) {
            throw new UnsupportedCaseException(path + " has the fields " + names());
        }
    }

    /** The value as text. */
    String text() {
        if (json.isContainerNode()) {
            throw new UnsupportedCaseException(path + " is no single value");
        }
        read.add(path);
        return json.asText();
    }

    /** The value as a number. */
    BigDecimal decimal() {
        String text = text();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnsupportedCaseException(path + " is no number: " + text);
        }
    }

    /** The value as a date. */
    LocalDate date() {
        String text = text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnsupportedCaseException(path + " is no date: " + text);
        }
    }

    /** The value as yes or no. */
    boolean truth() {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnsupportedCaseException(path + " is neither true nor false: " + text);
        }
        return text.equals("true");
    }

    ImmutableList<String> unread() {
        MutableList<String> unread = Lists.mutable.empty();
        collectUnread(this, unread);
        return unread.toImmutable();
    }

    private static void collectUnread(Field field, MutableList<String> unread) {
        if (field.json.isObject()) {
            field.names().forEach(name -> collectUnread(field.at(name), unread));
        } else if (field.json.isArray()) {
            field.elements().forEach(element -> collectUnread(element, unread));
        } else if (!field.json.isMissingNode() && !field.read.contains(field.path)) {
            unread.add(field.path);
        }
    }
}
