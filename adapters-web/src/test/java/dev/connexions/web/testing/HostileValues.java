package dev.connexions.web.testing;

import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** What nobody sends by mistake, for every member and parameter that there is. */
public final class HostileValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\u00a0",
            " a",
            "a\n",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "\u202eabc",
            "\u2066abc",
            "\u200b",
            "\u001b[31m",
            "e\u0301",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud83c\uddeb\ud83c\uddf7",
            "'; drop table public.instagram_connexion; --",
            "' or 1=1 --",
            "$$",
            "E'\\''",
            "\\",
            "%",
            "_",
            "{{7*7}}",
            "#{7*7}",
            "${jndi:ldap://127.0.0.1:1/x}",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "=cmd|'/c calc'!A1",
            "infinity",
            "-infinity",
            "0000-00-00T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00[Europe/Kyiv]",
            "2026-01-01T00:00:00 Europe/Kyiv",
            "9999-12-31T23:59:59.999999999-23:59",
            "1767225600000",
            "-1",
            "1e3",
            "0x10",
            "\u0663",
            "TRUE",
            "Active",
            "{9c5b94b1-35ad-49bb-b118-8e8fc24abf80}",
            "9C5B94B1-35AD-49BB-B118-8E8FC24ABF80",
            "9c5b94b135ad49bbb1188e8fc24abf80",
            "00000000-0000-0000-0000-000000000000",
            "a@b@c.example",
            "a@b.example\r\nBcc: c@d.example",
            "x".repeat(255),
            "x".repeat(32_768));

    private HostileValues() {}

    public static List<String> texts() {
        return TEXTS;
    }

    /** As JSON. */
    public static List<String> json() {
        var values = new ArrayList<>(List.of(
                "null",
                "true",
                "0",
                "-1",
                "-0",
                "1.0",
                "1.5",
                "1e3",
                "1e400",
                "1e-400",
                "2147483647",
                "2147483648",
                "-2147483649",
                "9007199254740993",
                "9223372036854775808",
                "9".repeat(500),
                "[]",
                "{}",
                "[null]",
                "[[]]",
                "[\"x\",\"x\"]",
                "[1]",
                "[\"\"]",
                "[\"{x,y}\"]",
                "[" + "\"x\",".repeat(10_000) + "\"y\"]",
                "{\"__proto__\":{}}",
                "[".repeat(40) + "]".repeat(40)));
        TEXTS.forEach(text -> values.add(json(text)));
        return values;
    }

    /** What a text is once it is stored: itself, in Unicode's composed form. */
    public static String kept(String json) {
        return TEXTS.stream()
                .filter(text -> json(text).equals(json))
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .findFirst()
                .orElseThrow();
    }

    /** Unpaired surrogates too can only be written escaped. */
    private static String json(String text) {
        var quoted = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            quoted.append(Character.isSurrogate(c) ? "\\u%04x".formatted((int) c) : c);
        }
        return TextNode.valueOf(quoted.toString()).toString().replace("\\\\u", "\\u");
    }
}
