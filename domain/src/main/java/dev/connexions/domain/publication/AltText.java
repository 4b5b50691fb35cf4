package dev.connexions.domain.publication;

import dev.connexions.domain.shared.Prose;

/** What a picture shows, for who cannot see it: 1 to 1000 code points. */
public record AltText(String value) {

    private static final int MAX_LENGTH = 1000;

    public AltText {
        Prose.checked("an alternative text", value, MAX_LENGTH);
    }
}
