package dev.erpkit.core.message;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.value.Violation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * The sentences of refusals and violations in the language of a reader. Every module brings its texts in
 * {@code META-INF/erpkit/messages_LANGUAGE.properties}, in UTF-8, by the stable code; {@code {name}} stands for the fact of
 * that name. The library brings Japanese; a host adds languages by resources of the same name.
 *
 * <p>English is what the refusal or violation carries itself. It is also what comes where a language has no text for a code,
 * or where the text names a fact that is not there.
 *
 * <pre>{@code
 * Messages messages = Messages.in(Locale.JAPANESE);
 * outcome.refusal().ifPresent(r -> show(messages.of(r)));
 * }</pre>
 */
public final class Messages {
    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

    private final ImmutableMap<String, String> texts;

    private Messages(ImmutableMap<String, String> texts) {
        this.texts = texts;
    }

    /** The sentences in the language of a locale. Reads the texts each time, so keep what it gives. */
    public static Messages in(Locale locale) {
        MutableMap<String, String> texts = Maps.mutable.empty();
        String resource = "META-INF/erpkit/messages_" + locale.getLanguage() + ".properties";
        try {
            for (URL url : Collections.list(Messages.class.getClassLoader().getResources(resource))) {
                Properties read = new Properties();
                try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.forEach((code, text) -> texts.putIfAbsent(code.toString(), text.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Messages(texts.toImmutable());
    }

    /** Why a command was refused. */
    public String of(Refusal refusal) {
        return text(refusal.code().value(), refusal.facts(), refusal.message());
    }

    /** What is wrong with an attribute; its path stands beside the sentence, not in it. */
    public String of(Violation violation) {
        return text(violation.code(), violation.facts(), violation.message());
    }

    private String text(String code, ImmutableSortedMap<String, String> facts, String english) {
        String text = texts.get(code);
        if (text == null) {
            return english;
        }
        Matcher named = FACT.matcher(text);
        StringBuilder sentence = new StringBuilder();
        while (named.find()) {
            String fact = facts.get(named.group(1));
            if (fact == null) {
                return english;
            }
            named.appendReplacement(sentence, Matcher.quoteReplacement(fact));
        }
        return named.appendTail(sentence).toString();
    }
}
