package dev.connexions.meta.sandbox.people;

import org.jspecify.annotations.Nullable;

/** @param trouble what stops the person's tokens of Facebook Login */
public record Person(
        String id,
        String username,
        String name,
        String password,
        @Nullable Trouble trouble) {

    public Person with(@Nullable Trouble next) {
        return new Person(id, username, name, password, next);
    }

    @Override
    public String toString() {
        return "Person[id=" + id + ", username=" + username + "]";
    }
}
