package dev.connexions.acceptance.memory;

import static dev.connexions.acceptance.memory.Replies.refused;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Answer.Refused;
import java.util.Optional;

/** What a use case's outcome comes to, with the names that the API gives to problems. */
final class Replies {

    private Replies() {}

    static <T> Answer<T> found(Optional<T> value) {
        return value.<Answer<T>>map(Given::new).orElseGet(() -> refused("not-found"));
    }

    static <T> Answer<T> refused(String problem) {
        return new Refused<>(problem, "");
    }
}
