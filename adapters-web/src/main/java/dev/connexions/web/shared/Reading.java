package dev.connexions.web.shared;

/**
 * Turns what came over the wire into a value.
 *
 * @param <S> the wire's side: a JSON value, or the text of a parameter
 */
@FunctionalInterface
public interface Reading<S, T> {

    /** @throws IllegalArgumentException with a sentence for the caller */
    T read(S source);
}
