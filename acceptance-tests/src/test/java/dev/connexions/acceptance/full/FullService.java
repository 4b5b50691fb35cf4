package dev.connexions.acceptance.full;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connexions.acceptance.Driver.Organisation;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.bootstrap.settings.Secret;
import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.bootstrap.settings.Settings.Listener;
import dev.connexions.bootstrap.wiring.Application;
import dev.connexions.bootstrap.wiring.Time;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One service, one database and one sandbox for all scenarios of a run; each scenario has organisations of its own. */
final class FullService {

    private static final String JWT_SECRET = "a-secret-of-the-acceptance-tests-only";
    private static final String META_APP = "4711";
    private static final String FACEBOOK_APP = "4712";
    private static final String META_SECRET = "the-secret-of-the-sandbox-app";
    private static final String FACEBOOK_SECRET = "the-secret-of-the-sandbox-facebook-app";
    private static final long SEED = 7;

    private static final class Holder {
        static final FullService RUNNING = new FullService();
    }

    private final TestDatabase database = TestDatabase.open();
    private final Sandbox sandbox;
    private final Application application;
    private final Http http;

    private FullService() {
        sandbox = Sandbox.start(
                new SandboxSettings(
                        "127.0.0.1",
                        0,
                        null,
                        SEED,
                        new RegisteredApp(FACEBOOK_APP, FACEBOOK_SECRET, Set.of()),
                        new RegisteredApp(META_APP, META_SECRET, Set.of()),
                        null),
                Time.system());
        // the sandbox's clock is the service's, so that scenarios can let time pass
        application = Application.start(settings(), database -> sandbox.clock(), Time.system());
        http = new Http(application.publicUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static FullService running() {
        return Holder.RUNNING;
    }

    URI url() {
        return application.publicUrl();
    }

    void takeTurns() {
        application.background().takeTurns();
    }

    URI returnUrl() {
        return url().resolve("/done");
    }

    URI sandboxUrl() {
        return sandbox.url();
    }

    Http http() {
        return http;
    }

    Organisation organisation(String name) {
        var organisation = new OrganisationId(UUID.randomUUID());
        var credentials = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            var user = new UserId(UUID.randomUUID());
            database.register(user, organisation, false);
            credentials.put(role, token(user, role));
        }
        return new Organisation(name, organisation.value(), credentials);
    }

    Who administrator() {
        var user = new UserId(UUID.randomUUID());
        database.register(user, null, true);
        return new Who(token(user, Role.SERVICE), null);
    }

    /** What somebody at the database's prompt does and sees. */
    TestDatabase database() {
        return database;
    }

    Instant now() {
        return sandbox.clock().instant();
    }

    private void stop() {
        application.close();
        sandbox.close();
        database.close();
    }

    private static String token(UserId user, Role role) {
        var now = Time.system().instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(user.value().toString())
                .claim("role", "authenticated")
                .claim("exp", now.plus(Duration.ofHours(1)).getEpochSecond());
        switch (role) {
            case OPERATOR -> {
                // as most platforms' tokens: nothing is said of permissions
            }
            case VIEWER -> claims.claim("permissions", List.of("connexions:read", "insights:read"));
            case SERVICE ->
                claims.claim(
                        "permissions",
                        Arrays.stream(Permission.values()).map(Permission::code).toList());
        }
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            token.sign(new MACSigner(JWT_SECRET));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private Settings settings() {
        var port = freePort();
        var publicUrl = URI.create("http://127.0.0.1:" + port);
        var login = database.settings().login();
        try {
            var directory = Files.createTempDirectory("connexions-acceptance");
            var keys = directory.resolve("keys.json");
            KeyRing.init(keys);
            // in reverse order of their registration
            directory.toFile().deleteOnExit();
            keys.toFile().deleteOnExit();
            return new Settings(
                    new Listener("127.0.0.1", port),
                    new Listener("127.0.0.1", 0),
                    publicUrl,
                    new Settings.Database(
                            database.settings().url(),
                            login.user(),
                            new Secret(login.password()),
                            database.settings().poolSize(),
                            Settings.Platform.BUNDLED),
                    null,
                    new Settings.Jwt(new Secret(JWT_SECRET), null, null, null, Duration.ofSeconds(60), null),
                    keys,
                    new Settings.Meta(
                            null,
                            new Settings.InstagramApp(
                                    META_APP,
                                    new Secret(META_SECRET),
                                    sandbox.instagramGraphUrl(),
                                    sandbox.instagramDialogUrl(),
                                    sandbox.instagramTokenUrl()),
                            new Settings.FacebookApp(
                                    FACEBOOK_APP,
                                    new Secret(FACEBOOK_SECRET),
                                    sandbox.facebookGraphUrl(),
                                    sandbox.facebookDialogUrl(),
                                    sandbox.facebookUploadUrl())),
                    List.of(publicUrl),
                    database.systemUser(),
                    Settings.LogFormat.TEXT,
                    Settings.DEFAULT_QUOTA_ZONE,
                    // scenarios say when background work takes its turns
                    new Settings.Background(Settings.Background.DEFAULT.refreshWindow(), false),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
