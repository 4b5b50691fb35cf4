package dev.connexions.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Holds whatever problem a test provokes against the catalogue, so that none is forgotten there. */
public final class Translations {

    private Translations() {}

    /** @param problem in English */
    public static void check(JsonNode problem) {
        isTranslated(problem.path("title").asText());
        isTranslated(problem.path("detail").asText());
        problem.path("errors")
                .forEach(fault -> isTranslated(fault.path("detail").asText()));
    }

    private static void isTranslated(String english) {
        assertThat(Language.FRENCH.translate(english))
                .as("the French of: %s", english)
                .isPresent();
    }
}
