package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.Settings.LogFormat;
import dev.connexions.bootstrap.wiring.Logging;
import dev.connexions.bootstrap.wiring.Running;
import dev.connexions.bootstrap.wiring.StartRefusedException;
import dev.connexions.bootstrap.wiring.Time;
import dev.connexions.meta.sandbox.Sandbox;
import dev.connexions.meta.sandbox.SandboxSettings;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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

    /** The apps that a stranger's client is to use; made up, since the sandbox guards nothing. */
    static final String APP_ID = "990000000000001";

    private static final String APP_SECRET = "sandbox-app-secret";
    private static final String FACEBOOK_APP_ID = "880000000000001";
    private static final String FACEBOOK_APP_SECRET = "sandbox-facebook-app-secret";
    private static final int DEFAULT_PORT = 8082;
    private static final int MAX_PORT = 65535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + DEFAULT_PORT,
            description = "0 takes any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "Speaks HTTPS too, with a certificate of its own; 0 takes any free one.")
    private @Nullable Integer httpsPort;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "Where to write what a client has to trust for HTTPS; it is served as /_sandbox/certificate too.")
    private @Nullable Path certificate;

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
        requirePort(command, "--port", port);
        if (httpsPort != null) {
            requirePort(command, "--https-port", httpsPort);
        } else if (certificate != null) {
            throw new ParameterException(command, "--certificate needs --https-port");
        }
        Logging.configure(LogFormat.TEXT, Logging.Stream.ERR);
        var sandbox = start();
        writeCertificate(sandbox);
        var out = command.getOut();
        out.println("Meta sandbox: " + sandbox.url());
        sandbox.secureUrl().ifPresent(url -> out.println("  https:      " + url));
        out.println("  page:       " + sandbox.url() + "/_sandbox");
        out.println("  control:    " + sandbox.url() + "/_sandbox/accounts and its neighbours");
        out.println("Instagram Login");
        out.println("  app:        " + APP_ID + ", secret " + APP_SECRET);
        out.println("  consent:    " + sandbox.instagramDialogUrl() + "/oauth/authorize");
        out.println("  token:      " + sandbox.instagramTokenUrl() + "/oauth/access_token");
        out.println("  graph:      " + sandbox.instagramGraphUrl());
        out.println("Facebook Login");
        out.println("  app:        " + FACEBOOK_APP_ID + ", secret " + FACEBOOK_APP_SECRET);
        out.println("  consent:    " + sandbox.facebookDialogUrl() + "/v26.0/dialog/oauth");
        out.println("  graph:      " + sandbox.facebookGraphUrl());
        out.flush();
        Running.untilStopped(sandbox);
    }

    private Sandbox start() {
        var instagram = new RegisteredApp(APP_ID, APP_SECRET, Set.of());
        var facebook = new RegisteredApp(FACEBOOK_APP_ID, FACEBOOK_APP_SECRET, Set.of());
        var settings = new SandboxSettings(host, port, httpsPort, seed, facebook, instagram, null);
        try {
            return Sandbox.start(settings, Time.system());
        } catch (IllegalStateException | UncheckedIOException taken) {
            throw new StartRefusedException("the sandbox cannot listen on " + host + ":" + port, taken);
        }
    }

    private void writeCertificate(Sandbox sandbox) {
        if (certificate == null) {
            return;
        }
        try {
            Files.writeString(certificate, sandbox.certificate().orElseThrow());
        } catch (IOException failed) {
            sandbox.close();
            throw new StartRefusedException(
                    "--certificate names a file that cannot be written: " + certificate, failed);
        }
    }

    private static void requirePort(CommandLine command, String option, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(command, option + " is a whole number from 0 to " + MAX_PORT);
        }
    }
}
