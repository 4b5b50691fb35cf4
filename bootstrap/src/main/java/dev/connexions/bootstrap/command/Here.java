package dev.connexions.bootstrap.command;

import java.nio.file.Path;

/** Where settings are looked for. */
final class Here {

    private Here() {}

    static Path directory() {
        return Path.of("").toAbsolutePath();
    }
}
