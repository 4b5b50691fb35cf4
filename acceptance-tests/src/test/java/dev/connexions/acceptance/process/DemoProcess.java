package dev.connexions.acceptance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A demo that runs in a process of its own, from the jar that the build made. */
final class DemoProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final Path file;
    private final JsonNode facts;

    private DemoProcess(Process process, Path log, Path file, JsonNode facts) {
        this.process = process;
        this.log = log;
        this.file = file;
        this.facts = facts;
    }

    /** Returns once the demo says that it is ready. */
    static DemoProcess start(Path directory, String... arguments) {
        try {
            var file = directory.resolve("demo.json");
            var log = directory.resolve("demo.log");
            // what the run before left must not be taken for this one's
            Files.deleteIfExists(file);
            var process = launch(log, file, "demo", arguments);
            var waitUntil = Instant.now().plus(PATIENCE);
            while (!Files.exists(file)) {
                if (!process.isAlive() || Instant.now().isAfter(waitUntil)) {
                    process.destroyForcibly();
                    throw new AssertionError("the demo did not get ready:\n" + Files.readString(log));
                }
                Thread.sleep(50);
            }
            return new DemoProcess(process, log, file, JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Process launch(Path log, Path file, String command, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + ROOT.resolve("connexions.jvm"),
                "-jar",
                ROOT.resolve("bootstrap/target/connexions.jar").toString(),
                command));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line)
                .directory(Objects.requireNonNull(log.getParent()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("CONNEXIONS_"));
        builder.environment().put("CONNEXIONS_DEMO_FILE", file.toString());
        builder.environment().put("CONNEXIONS_HTTP_PORT", "0");
        builder.environment().put("CONNEXIONS_ADMIN_PORT", "0");
        return builder.start();
    }

    JsonNode facts() {
        return facts;
    }

    boolean announces() {
        return Files.exists(file);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** SIGTERM; answers the exit status. */
    int stop() {
        process.destroy();
        return waitForEnd();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private int waitForEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the demo did not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
