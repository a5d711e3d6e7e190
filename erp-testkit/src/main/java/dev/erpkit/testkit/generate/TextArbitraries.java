package dev.erpkit.testkit.generate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts and keys as they come from people and systems. */
public final class TextArbitraries {
    private TextArbitraries() {}

    /**
     * Any Unicode text without U+0000 (which some databases cannot hold) and without unpaired surrogates, up to a length in
     * {@code char}s; also the texts that break careless adapters.
     */
    public static Arbitrary<String> texts(int maxLength) {
        Arbitrary<String> any = Arbitraries.integers()
                .between(1, 0x10FFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .list()
                .ofMinSize(1)
                .ofMaxSize(Math.max(1, maxLength / 2))
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        Arbitrary<String> nasty = Arbitraries.of(
                        "'; drop table entry; --",
                        "é or e\u0301",
                        " leading and trailing ",
                        "tab\tand\nline\r\nbreaks",
                        "株式会社　山田商店 ㈱ 髙",
                        "\ud83d\ude00 \ud840\udc0b",
                        "null",
                        "%s \\ \" ' ` ? :x")
                .map(s -> s.length() <= maxLength
                        ? s
                        : s.substring(0, Math.max(1, maxLength)).replaceAll("[\ud800-\udfff]", "x"));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        3, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(Math.min(20, maxLength))),
                net.jqwik.api.Tuple.of(2, nasty),
                net.jqwik.api.Tuple.of(1, any));
    }

    /** Keys of 1 to 24 letters and digits; shrinks to {@code "a"}. */
    public static Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(24);
    }
}
