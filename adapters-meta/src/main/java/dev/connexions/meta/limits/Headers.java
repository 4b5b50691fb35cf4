package dev.connexions.meta.limits;

import java.util.Optional;

/** The headers of an answer, whatever carried it. */
@FunctionalInterface
public interface Headers {

    Headers NONE = name -> Optional.empty();

    /** @param name in lower case */
    Optional<String> first(String name);
}
