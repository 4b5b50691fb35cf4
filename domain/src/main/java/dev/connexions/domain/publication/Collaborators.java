package dev.connexions.domain.publication;

import java.util.HashSet;
import java.util.List;

/** Who is invited to show the post as theirs too: at most three, each once. */
public record Collaborators(List<Username> users) {

    public static final Collaborators NONE = new Collaborators(List.of());

    private static final int MOST = 3;

    public Collaborators {
        users = List.copyOf(users);
        if (users.size() > MOST || new HashSet<>(users).size() != users.size()) {
            throw new IllegalArgumentException("a post has at most " + MOST + " collaborators, each once");
        }
    }
}
