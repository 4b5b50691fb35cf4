package dev.connexions.acceptance.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The jar that the build made, running one of its commands in a process of its own. */
final class Program implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LISTENING =
            Pattern.compile("serving \\S+ on 127\\.0\\.0\\.1:([0-9]+), health and metrics on 127\\.0\\.0\\.1:([0-9]+)");

    /** Any free port is good enough for a test. */
    record Listening(int port, int adminPort) {}

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param settings all of them: what the build's own environment says is left out */
    static Program run(Path directory, String name, Map<String, String> settings, String... arguments) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + ROOT.resolve("connexions.jvm"),
                "-jar",
                ROOT.resolve("bootstrap/target/connexions.jar").toString()));
        line.addAll(List.of(arguments));
        return launch(directory, name, settings, line);
    }

    /** A script of the repository. */
    static Program script(Path directory, String path, Map<String, String> settings) {
        var script = ROOT.resolve(path);
        return launch(directory, script.getFileName().toString(), settings, List.of("sh", script.toString()));
    }

    private static Program launch(Path directory, String name, Map<String, String> settings, List<String> line) {
        var log = directory.resolve(name + ".log");
        var builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("CONNEXIONS_"));
        builder.environment().putAll(settings);
        try {
            return new Program(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program until(BooleanSupplier ready) {
        var end = Instant.now().plus(PATIENCE);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new AssertionError("it did not come so far:\n" + log());
            }
            pause();
        }
        return this;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a service says that it does. */
    Optional<Listening> listening() {
        return LISTENING
                .matcher(log())
                .results()
                .map(said -> new Listening(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2))))
                .reduce((first, second) -> second);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The exit status, once it ended. */
    int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        terminate();
        end();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
