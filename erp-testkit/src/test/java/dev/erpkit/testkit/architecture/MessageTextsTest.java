package dev.erpkit.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.message.Messages;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.io.IOException;
import java.io.Reader;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Test;

/** Every code that main code refuses with has a Japanese text, and the text names only facts that come with the code. */
class MessageTextsTest {
    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Set<String> MODULES =
            Set.of("erp-core", "erp-accounting", "erp-hr", "erp-inventory", "erp-crm");
    private static final Path[] SOURCES = MODULES.stream()
            .map(module -> Path.of("..", module, "src/main/java"))
            .toArray(Path[]::new);

    private static SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String module : MODULES) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(
                    Path.of("..", module, "src/main/resources/META-INF/erpkit/messages_ja.properties"))) {
                read.load(reader);
            }
            read.stringPropertyNames()
                    .forEach(code -> assertThat(texts.put(code, read.getProperty(code)))
                            .as("%s has one text", code)
                            .isNull());
        }
        return texts;
    }

    @Test
    void every_code_has_a_text_and_every_text_a_code() throws IOException {
        ImmutableSet<String> codes = Sets.immutable
                .withAll(RefusalSources.codes(SOURCES).keySet())
                .union(RefusalSources.constraints(SOURCES));
        assertThat(codes.size()).as("the codes are found").isGreaterThan(150);
        assertThat(texts().keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void a_text_names_only_facts_that_come_with_its_code() throws IOException {
        SortedMap<String, ImmutableSet<String>> facts = RefusalSources.codes(SOURCES);
        texts().forEach((code, text) -> {
            ImmutableSet<String> carried = facts.getOrDefault(
                    code, code.equals("Size") ? Sets.immutable.of("min", "max") : Sets.immutable.empty());
            assertThat(FACT.matcher(text).results().map(named -> named.group(1)))
                    .as("%s carries %s", code, carried)
                    .allMatch(carried::contains);
        });
    }

    @Test
    void the_facts_of_refusals_are_found_in_the_sources() {
        SortedMap<String, ImmutableSet<String>> facts = RefusalSources.codes(SOURCES);
        assertThat(facts.get("period.locked")).containsExactlyInAnyOrder("book", "scope", "date", "lockedThrough");
        assertThat(facts.get("account.currency"))
                .as("of helper and caller")
                .containsExactlyInAnyOrder("account", "line", "currency");
        assertThat(facts.get("account.unknown")).as("common to all places").containsExactly("account");
    }

    /** On the class path this very test finds them; here as on the module path. */
    @Test
    void named_modules_find_their_texts() throws ReflectiveOperationException {
        Refusal refusal =
                Refusal.of(RefusalCode.of("book.unknown"), "There is no book x").with("book", "x");
        assertThat(Messages.in(Locale.JAPANESE).of(refusal)).isEqualTo("帳簿 x はありません。登録済みの帳簿を指定してください");

        ClassLoader named = layer().findLoader("dev.erpkit.core");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(named);
            assertThat(japaneseOfAnUnknownBook(named)).isEqualTo("帳簿 x はありません。登録済みの帳簿を指定してください");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Object japaneseOfAnUnknownBook(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> messages = loader.loadClass(Messages.class.getName());
        assertThat(messages.getModule().isNamed()).isTrue();
        Object japanese = messages.getMethod("in", Locale.class).invoke(null, Locale.JAPANESE);
        Class<?> codes = loader.loadClass(RefusalCode.class.getName());
        Class<?> refusals = loader.loadClass(Refusal.class.getName());
        Object code = codes.getMethod("of", String.class).invoke(null, "book.unknown");
        Object there = refusals.getMethod("of", codes, String.class).invoke(null, code, "There is no book x");
        Object named = refusals.getMethod("with", String.class, Object.class).invoke(there, "book", "x");
        return messages.getMethod("of", refusals).invoke(japanese, named);
    }

    /** The library's modules and what they need, from the class path of this test. */
    private static ModuleLayer layer() {
        Path[] path = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .filter(entry -> !Pattern.compile("junit|jqwik|archunit|assertj|slf4j|testkit|jackson")
                        .matcher(entry)
                        .find())
                .map(Path::of)
                .filter(Files::exists)
                .toArray(Path[]::new);
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolveAndBind(ModuleFinder.of(path), ModuleFinder.of(), Set.of("dev.erpkit.accounting"));
        return ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }
}
