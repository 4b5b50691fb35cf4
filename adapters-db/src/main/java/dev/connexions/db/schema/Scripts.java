package dev.connexions.db.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** The scripts that a database administrator runs with psql. */
final class Scripts {

    private Scripts() {}

    /** Once for each cluster: the roles. */
    static String provision() {
        return read("provision.sql");
    }

    /** Once in a database that has a platform already. */
    static String provisionExisting() {
        return read("provision-existing.sql");
    }

    /** The script as psql would send it: its variables filled in, its own commands left out. */
    static String interpolated(String script, Map<String, String> variables) {
        var text = script.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
        for (var variable : variables.entrySet()) {
            text = text.replace(":\"" + variable.getKey() + "\"", identifier(variable.getValue()))
                    .replace(":'" + variable.getKey() + "'", literal(variable.getValue()));
        }
        return text;
    }

    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(String value) {
        if (value.contains("\\")) {
            throw new IllegalArgumentException("a name or a hash holds no backslash");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    private static String read(String name) {
        try (var stream = Scripts.class.getResourceAsStream("/db/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource db/" + name + " is missing");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
