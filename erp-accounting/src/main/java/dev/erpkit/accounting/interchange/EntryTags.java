package dev.erpkit.accounting.interchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** The tags that carry what an entry has and a plain transaction has not; values are escaped as in web addresses. */
final class EntryTags {
    static final String ID = "entry-id";
    static final String BOOK = "entry-book";
    static final String JOURNAL = "entry-journal";
    static final String KIND = "entry-kind";
    static final String REVERSES = "entry-reverses";
    static final String SOURCE = "entry-source";
    static final String EVENT = "entry-event";
    static final String NARRATIVE = "entry-narrative";
    static final String ASSERTS = "entry-asserts";

    static final String AMOUNT = "line-amount";
    static final String ADJUSTMENT = "line-adjustment";
    static final String PARTY = "line-party";
    static final String DOCUMENT = "line-document";
    static final String DUE = "line-due";
    static final String NOTE = "line-note";
    static final String DIMENSION = "dimension-";

    private EntryTags() {}

    /** The text of a tag. */
    static Optional<String> value(ImmutableList<PlainTag> tags, String name) {
        return written(tags, name).map(EntryTags::decode);
    }

    /** The text of a tag, still escaped. */
    static Optional<String> written(ImmutableList<PlainTag> tags, String name) {
        return tags.detectOptional(t -> t.name().equals(name)).map(PlainTag::value);
    }

    /** Texts as one, divided by slashes. */
    static String join(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            joined.append(i == 0 ? "" : "/").append(encode(parts[i]).replace("/", "%2F"));
        }
        return joined.toString();
    }

    /** The texts that were joined. */
    static String[] split(String joined, int count) {
        String[] parts = joined.split("/", -1);
        if (parts.length != count) {
            throw new Malformed(ImportCodes.ENTRY, "cannot read the tag's value '" + joined + "'");
        }
        for (int i = 0; i < count; i++) {
            parts[i] = decode(parts[i]);
        }
        return parts;
    }

    /** Escapes what would end a value, be stripped from it or be read as a date. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean edge = i == 0 || next == text.length();
            boolean plain = c != '%' && c != ',' && c != '[' && !Character.isISOControl(c);
            if (plain && !(edge && (Character.isWhitespace(c) || Character.isSpaceChar(c)))) {
                out.appendCodePoint(c);
            } else {
                escape(text.substring(i, next), out);
            }
            i = next;
        }
        return out.toString();
    }

    /** The same for a part of a tag's name. */
    static String encodeName(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                out.appendCodePoint(c);
            } else {
                escape(Character.toString(c), out);
            }
        });
        return out.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
    }

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (bytes[i] == '%' && low >= 0) {
                out.write(16 * high + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return Line.decode(out.toByteArray(), 0, out.size());
    }
}
