package dev.connexions.acceptance.memory;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Status;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class Filters {

    private Filters() {}

    static Filter of(Map<String, String> text) {
        return new Filter(
                read(text, "status", value -> Status.of(value).orElseThrow()),
                read(text, "enabled", Boolean::valueOf),
                text.get("clientType"),
                read(text, "clientId", UUID::fromString),
                text.get("key"),
                read(text, "expiresBefore", Instant::parse),
                read(text, "capability", value -> Capability.valueOf(value.toUpperCase(Locale.ROOT))));
    }

    private static <T> @Nullable T read(Map<String, String> text, String name, Function<String, T> parse) {
        var value = text.get(name);
        return value == null ? null : parse.apply(value);
    }
}
