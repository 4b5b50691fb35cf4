package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.Settings.LogFormat;
import dev.connexions.bootstrap.wiring.Logging;
import dev.connexions.bootstrap.wiring.Running;
import dev.connexions.bootstrap.wiring.StartRefusedException;
import dev.connexions.bootstrap.wiring.Time;
import dev.connexions.meta.sandbox.Sandbox;
import dev.connexions.meta.sandbox.SandboxSettings;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description =
                "Runs the Meta sandbox alone, for other people's tests. It asks for no credential and keeps nothing.")
final class SandboxCommand implements Runnable {

    /** The app that a stranger's client is to use; made up, since the sandbox guards nothing. */
    static final String APP_ID = "990000000000001";

    private static final String APP_SECRET = "sandbox-app-secret";
    private static final int DEFAULT_PORT = 8082;
    private static final int MAX_PORT = 65535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + DEFAULT_PORT,
            description = "0 takes any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Default: ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "42",
            description = "What the people and accounts are made of. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var command = Objects.requireNonNull(spec).commandLine();
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(command, "--port is a whole number from 0 to " + MAX_PORT);
        }
        Logging.configure(LogFormat.TEXT, Logging.Stream.ERR);
        var sandbox = start();
        var out = command.getOut();
        out.println("Meta sandbox: " + sandbox.url());
        out.println("  app:        " + APP_ID + ", secret " + APP_SECRET);
        out.println("  consent:    " + sandbox.instagramDialogUrl() + "/oauth/authorize");
        out.println("  token:      " + sandbox.instagramTokenUrl() + "/oauth/access_token");
        out.println("  graph:      " + sandbox.instagramGraphUrl());
        out.println("  control:    " + sandbox.url() + "/_sandbox/accounts");
        out.flush();
        Running.untilStopped(sandbox);
    }

    private Sandbox start() {
        try {
            var app = new RegisteredApp(APP_ID, APP_SECRET, Set.of());
            return Sandbox.start(new SandboxSettings(host, port, seed, app, null), Time.system());
        } catch (IllegalStateException | UncheckedIOException taken) {
            throw new StartRefusedException("the sandbox cannot listen on " + host + ":" + port, taken);
        }
    }
}
