package dev.connexions.meta.sandbox.graph;

import java.util.Map;

/**
 * What an error says to a person, in the language of the request (parameter {@code locale}, dossier 7.1).
 *
 * @param translations by language, {@code fr}
 */
public record UserText(String title, String message, Map<String, UserText> translations) {

    public UserText {
        translations = Map.copyOf(translations);
    }

    public static UserText of(String title, String message) {
        return new UserText(title, message, Map.of());
    }

    public UserText french(String itsTitle, String itsMessage) {
        return new UserText(title, message, Map.of("fr", of(itsTitle, itsMessage)));
    }

    /** @param locale {@code fr_FR} */
    UserText in(String locale) {
        return translations.getOrDefault(locale.split("_", 2)[0], this);
    }
}
