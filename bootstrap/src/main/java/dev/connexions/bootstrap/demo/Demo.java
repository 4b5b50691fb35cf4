package dev.connexions.bootstrap.demo;

import dev.connexions.bootstrap.settings.Secret;
import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.settings.Settings.DemoClock;
import dev.connexions.bootstrap.settings.Settings.Listener;
import dev.connexions.bootstrap.wiring.Application;
import dev.connexions.bootstrap.wiring.Opened;
import dev.connexions.bootstrap.wiring.Time;
import dev.connexions.db.schema.Migrations;
import dev.connexions.db.schema.Platform;
import dev.connexions.db.schema.Provisioning;
import dev.connexions.db.shared.Login;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.shared.UserId;
import dev.connexions.meta.sandbox.Sandbox;
import dev.connexions.meta.sandbox.SandboxSettings;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole product on one machine: the service itself, on a database, a Meta and a platform that the demo makes up. */
public final class Demo implements AutoCloseable {

    private static final String DATABASE = "connexions";
    private static final String OWNER = "connexions_owner";
    private static final String APPLICATION = "connexions_app";
    private static final String META_APP = "990000000000001";
    private static final String FACEBOOK_APP = "880000000000001";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SANDBOX_PORT = 8082;
    private static final long SEED = 42;
    private static final int POOL = 8;
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final Opened opened;
    private final DemoFile file;
    private final @Nullable Path target;

    private Demo(Opened opened, DemoFile file, @Nullable Path target) {
        this.opened = opened;
        this.file = file;
        this.target = target;
    }

    /** @throws DemoException for a reason that a person can mend */
    public static Demo start(Settings.Demo settings, @Nullable Path dataDirectory) {
        var opened = new Opened();
        try {
            // what an earlier demo left would be taken for this one's
            remove(settings.file());
            var directory = opened.add(DemoDirectory.open(dataDirectory)).path();
            var secrets = DemoSecrets.in(directory);
            var database = opened.add(EmbeddedDatabase.start(directory, secrets.superuserPassword()));
            var platform = prepare(database, secrets);
            var sandbox = opened.add(sandbox(settings, secrets, directory));
            var clock = settings.clock() == DemoClock.SANDBOX ? sandbox.clock() : Time.system();
            var application = opened.add(Application.start(
                    service(settings, secrets, database, sandbox, directory), served -> clock, Time.system()));
            var demo = new Demo(opened, describe(application, database, secrets, platform, sandbox), settings.file());
            demo.announce();
            return demo;
        } catch (RuntimeException | Error e) {
            opened.abandon(e);
            throw e;
        }
    }

    public String welcome() {
        return Welcome.text(file);
    }

    @Override
    public void close() {
        remove(target);
        opened.close();
    }

    private void announce() {
        if (target != null) {
            file.write(target);
        }
    }

    private static DemoPlatform prepare(EmbeddedDatabase database, DemoSecrets secrets) {
        var owner = new Login(OWNER, secrets.ownerPassword());
        var application = new Login(APPLICATION, secrets.applicationPassword());
        Provisioning.run(database.superuserUrl(), DATABASE, owner, application);
        Migrations.run(database.url(DATABASE), owner, APPLICATION, Platform.BUNDLED, new UserId(secrets.systemUser()));
        var platform = new DemoPlatform(secrets, new DemoTokens(secrets.jwtSecret(), Time.system()));
        platform.populate(database.url(DATABASE), OWNER, secrets.ownerPassword());
        return platform;
    }

    private static Sandbox sandbox(Settings.Demo settings, DemoSecrets secrets, Path directory) {
        var instagram = new RegisteredApp(META_APP, secrets.metaAppSecret(), Set.of());
        var facebook = new RegisteredApp(FACEBOOK_APP, secrets.metaAppSecret(), Set.of());
        var state = directory.resolve("sandbox.json");
        var port = settings.http().port() != 0 && isFree(SANDBOX_PORT) ? SANDBOX_PORT : 0;
        var sandbox = new SandboxSettings(LOOPBACK, port, null, SEED, facebook, instagram, state);
        return Sandbox.start(sandbox, Time.system());
    }

    private static Settings service(
            Settings.Demo settings, DemoSecrets secrets, EmbeddedDatabase database, Sandbox sandbox, Path directory) {
        // links name the port, so it has to be known before the server listens
        var port = settings.http().port() == 0 ? anyFreePort() : settings.http().port();
        var publicUrl =
                settings.publicUrl() == null ? URI.create("http://" + LOOPBACK + ":" + port) : settings.publicUrl();
        var keys = directory.resolve("keys.json");
        if (!Files.exists(keys)) {
            KeyRing.init(keys);
        }
        return new Settings(
                new Listener(settings.http().host(), port),
                settings.admin(),
                publicUrl,
                new Settings.Database(
                        database.url(DATABASE),
                        APPLICATION,
                        new Secret(secrets.applicationPassword()),
                        POOL,
                        Settings.Platform.BUNDLED),
                null,
                new Settings.Jwt(new Secret(secrets.jwtSecret()), null, null, null, LEEWAY, null),
                keys,
                new Settings.Meta(
                        null,
                        new Settings.InstagramApp(
                                META_APP,
                                new Secret(secrets.metaAppSecret()),
                                sandbox.instagramGraphUrl(),
                                sandbox.instagramDialogUrl(),
                                sandbox.instagramTokenUrl()),
                        new Settings.FacebookApp(
                                FACEBOOK_APP,
                                new Secret(secrets.metaAppSecret()),
                                sandbox.facebookGraphUrl(),
                                sandbox.facebookDialogUrl(),
                                sandbox.facebookUploadUrl())),
                List.of(publicUrl),
                new UserId(secrets.systemUser()),
                settings.log(),
                Settings.DEFAULT_QUOTA_ZONE,
                Settings.Background.DEFAULT,
                List.of());
    }

    private static DemoFile describe(
            Application application,
            EmbeddedDatabase database,
            DemoSecrets secrets,
            DemoPlatform platform,
            Sandbox sandbox) {
        return new DemoFile(
                application.publicUrl(),
                application.adminUrl(),
                sandbox.url(),
                new DemoFile.Database(
                        database.url(DATABASE),
                        new DemoFile.Login(OWNER, secrets.ownerPassword()),
                        new DemoFile.Login(APPLICATION, secrets.applicationPassword())),
                ProcessHandle.current().pid(),
                platform.organisations(),
                platform.tokens(),
                sandbox.accounts().stream()
                        .filter(account -> !account.type().equals("PERSONAL"))
                        .map(account -> new DemoFile.SandboxAccount(
                                account.username(),
                                account.id(),
                                account.type(),
                                account.login(),
                                account.consentUsername(),
                                account.consentPassword()))
                        .toList());
    }

    private static void remove(@Nullable Path file) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DemoException("CONNEXIONS_DEMO_FILE names a file that cannot be replaced: " + file, e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
