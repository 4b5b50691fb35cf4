package dev.connexions.meta.sandbox.people;

import java.util.List;

/**
 * A business portfolio.
 *
 * @param people who belong to it
 */
public record Business(String id, String name, List<String> people) {

    public Business {
        people = List.copyOf(people);
    }
}
