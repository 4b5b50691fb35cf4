package dev.connexions.web.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What problems are worded in. English is written where a problem arises and is the key to every other language, as it
 * is with gettext; the parts that change from one problem to the next are found again in the finished sentence.
 */
enum Language {
    ENGLISH("en") {
        @Override
        Optional<String> translate(String english) {
            return Optional.of(english);
        }
    },
    FRENCH("fr") {
        @Override
        Optional<String> translate(String english) {
            return Catalogue.FRENCH.find(english);
        }
    };

    private static final int MAX_HEADER = 1_000;
    private static final List<String> TAGS = List.of("en", "fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** @param header every {@code Accept-Language} of a request; what cannot be read asks for nothing */
    static Language of(List<String> header) {
        var accepted = String.join(",", header);
        if (accepted.isBlank() || accepted.length() > MAX_HEADER) {
            return ENGLISH;
        }
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
            return FRENCH.tag.equals(best) ? FRENCH : ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    /** BCP 47. */
    String tag() {
        return tag;
    }

    abstract Optional<String> translate(String english);

    /** In English when there is no translation: an answer in the wrong language is better than none. */
    String say(String english) {
        return translate(english).orElse(english);
    }

    /** Sentences by the English one. */
    static final class Catalogue {

        private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");
        static final Catalogue FRENCH = load("problems-fr.yaml");

        private final Map<String, String> sentences = new HashMap<>();
        private final Map<Pattern, String> templates = new LinkedHashMap<>();

        private Catalogue(Map<String, String> entries) {
            entries.forEach((english, translation) -> {
                if (PLACEHOLDER.matcher(english).find()) {
                    templates.put(pattern(english), translation);
                } else {
                    sentences.put(english, translation);
                }
            });
        }

        static Map<String, String> read(String resource) {
            try (var yaml = Language.class.getResourceAsStream(resource)) {
                return new YAMLMapper().readValue(yaml, new TypeReference<LinkedHashMap<String, String>>() {});
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        static List<String> placeholders(String sentence) {
            var found = new ArrayList<String>();
            var matcher = PLACEHOLDER.matcher(sentence);
            while (matcher.find()) {
                found.add(matcher.group());
            }
            return found;
        }

        private static Catalogue load(String resource) {
            return new Catalogue(read(resource));
        }

        /** Of every sentence that the template can become; the placeholders are numbered in their order. */
        private static Pattern pattern(String english) {
            var literals = PLACEHOLDER.split(english, -1);
            var expression = new StringBuilder();
            for (var i = 0; i < literals.length; i++) {
                expression.append(i == 0 ? "" : "(.*)").append(Pattern.quote(literals[i]));
            }
            return Pattern.compile(expression.toString(), Pattern.DOTALL);
        }

        private Optional<String> find(String english) {
            var sentence = sentences.get(english);
            if (sentence != null) {
                return Optional.of(sentence);
            }
            return templates.entrySet().stream()
                    .flatMap(entry -> filled(entry.getKey().matcher(english), entry.getValue()).stream())
                    .findFirst();
        }

        private static Optional<String> filled(Matcher matcher, String translation) {
            return matcher.matches()
                    ? Optional.of(PLACEHOLDER
                            .matcher(translation)
                            .replaceAll(
                                    place -> Matcher.quoteReplacement(matcher.group(Integer.parseInt(place.group(1))))))
                    : Optional.empty();
        }
    }
}
