package dev.connexions.acceptance.steps;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Seen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scenario gathered along its way; shared by its steps. */
public final class Gathered {

    List<Answer<Seen.Connexion>> created = List.of();
    List<Seen.Arrival> arrivals = List.of();
    final List<Seen.Connexion> met = new ArrayList<>();
    int pages;

    @Nullable
    String tokenBefore;

    Seen.@Nullable Connexion untouched;
}
