package dev.connexions.acceptance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A demo that runs in a process of its own. */
final class DemoProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "demo.json";

    private final Program program;
    private final Path file;
    private final JsonNode facts;

    private DemoProcess(Program program, Path file) {
        this.program = program;
        this.file = file;
        try {
            facts = JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once the demo says that it is ready. */
    static DemoProcess start(Path directory, String... arguments) {
        var file = directory.resolve(FILE);
        try {
            // what a killed run left must not be taken for this one's
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DemoProcess(launch(directory, FILE, arguments).until(() -> Files.exists(file)), file);
    }

    static Program launch(Path directory, String file, String... arguments) {
        var settings = Map.of(
                "CONNEXIONS_DEMO_FILE", directory.resolve(file).toString(),
                "CONNEXIONS_HTTP_PORT", "0",
                "CONNEXIONS_ADMIN_PORT", "0",
                // where digits, letters and days are others: it makes no difference
                "JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG -Duser.timezone=Pacific/Apia");
        var line = new String[arguments.length + 1];
        line[0] = "demo";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return Program.run(directory, file, settings, line);
    }

    JsonNode facts() {
        return facts;
    }

    boolean announces() {
        return Files.exists(file);
    }

    String log() {
        return program.log();
    }

    /** SIGKILL. */
    void kill() {
        program.kill();
    }

    /** SIGTERM; answers the exit status. */
    int stop() {
        program.terminate();
        return program.end();
    }

    @Override
    public void close() {
        if (program.isRunning()) {
            stop();
        }
    }
}
