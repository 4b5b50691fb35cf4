package dev.connexions.bootstrap.settings;

import static dev.connexions.bootstrap.settings.SettingName.*;

import dev.connexions.application.authorization.ReturnUrls;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.RenewalPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that {@code serve} needs. Every value has a default or is required. */
public record Settings(
        Listener http,
        Listener admin,
        URI publicUrl,
        Database database,
        @Nullable Owner owner,
        Jwt jwt,
        Path keysFile,
        Meta meta,
        List<URI> returnUrls,
        UserId systemUser,
        LogFormat logFormat,
        ZoneId quotaZone,
        Background background,
        List<String> corsOrigins) {

    public record Listener(String host, int port) {}

    public record Database(String url, String user, Secret password, int pool, Platform platform) {}

    /** Whoever owns the schema; only to migrate. */
    public record Owner(String user, Secret password) {}

    public record Jwt(
            @Nullable Secret secret,
            @Nullable URI jwksUrl,
            @Nullable String issuer,
            @Nullable String audience,
            Duration leeway,
            @Nullable Duration maxLifetime) {}

    /** At least one of the two apps. */
    public record Meta(
            @Nullable String graphVersion,
            @Nullable InstagramApp instagram,
            @Nullable FacebookApp facebook) {}

    /** Absent addresses are Meta's own. */
    public record InstagramApp(
            String id,
            Secret secret,
            @Nullable URI graphUrl,
            @Nullable URI dialogUrl,
            @Nullable URI tokenUrl) {}

    /** Absent addresses are Meta's own. */
    public record FacebookApp(
            String id,
            Secret secret,
            @Nullable URI graphUrl,
            @Nullable URI dialogUrl,
            @Nullable URI uploadUrl) {}

    /**
     * @param refreshWindow the share of a token's life after which it is renewed
     * @param on whether this replica takes turns, or only serves
     */
    public record Background(double refreshWindow, boolean on) {

        public static final Background DEFAULT = new Background(RenewalPolicy.DEFAULT.share(), true);
    }

    private enum Switch {
        ON,
        OFF
    }

    public enum Platform {
        EXISTING,
        BUNDLED
    }

    public enum LogFormat {
        JSON,
        TEXT
    }

    /** What {@code migrate} needs, and nothing else. */
    public record Migration(String url, Owner owner, Platform platform, String applicationUser, UserId systemUser) {}

    /** What {@code serve} migrates before it starts; absent unless it was asked to. */
    public @Nullable Migration migration() {
        return owner == null
                ? null
                : new Migration(database.url(), owner, database.platform(), database.user(), systemUser);
    }

    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int DEFAULT_ADMIN_PORT = 8081;
    private static final int MAX_PORT = 65535;
    private static final int DEFAULT_POOL = 8;
    private static final int MAX_POOL = 500;
    private static final int MIN_JWT_SECRET = 32;
    public static final ZoneId DEFAULT_QUOTA_ZONE = ZoneId.of("UTC");
    private static final Duration DEFAULT_LEEWAY = Duration.ofSeconds(60);

    /** @throws SettingsException naming everything that is wrong */
    public static Settings serve(Path directory, Map<String, String> environment) {
        var reader = new SettingsReader(SettingsFile.under(directory, environment));
        var migrate = reader.flag(DATABASE_MIGRATE);
        var settings = new Settings(
                http(reader, "0.0.0.0"),
                admin(reader),
                publicUrl(reader),
                new Database(
                        jdbcUrl(reader),
                        reader.required(DATABASE_USER),
                        reader.requiredSecret(DATABASE_PASSWORD),
                        reader.integer(DATABASE_POOL, DEFAULT_POOL, 1, MAX_POOL),
                        reader.oneOf(DATABASE_PLATFORM, Platform.class, Platform.EXISTING)),
                migrate ? owner(reader) : null,
                jwt(reader),
                Path.of(reader.required(KEYS_FILE)),
                MetaSettingsReader.read(reader),
                returnUrls(reader),
                systemUser(reader),
                reader.oneOf(LOG_FORMAT, LogFormat.class, LogFormat.JSON),
                quotaZone(reader),
                new Background(
                        reader.share(REFRESH_WINDOW, Background.DEFAULT.refreshWindow()),
                        reader.oneOf(BACKGROUND, Switch.class, Switch.ON) == Switch.ON),
                reader.origins(CORS_ORIGINS));
        reader.finish();
        return settings;
    }

    /** @throws SettingsException naming everything that is wrong */
    public static Migration migrate(Path directory, Map<String, String> environment) {
        var reader = new SettingsReader(SettingsFile.under(directory, environment));
        var migration = new Migration(
                jdbcUrl(reader),
                owner(reader),
                reader.oneOf(DATABASE_PLATFORM, Platform.class, Platform.EXISTING),
                reader.required(DATABASE_USER),
                systemUser(reader));
        reader.finish();
        return migration;
    }

    /** The login that migrates, whichever program does it; absent where the settings do not say. */
    public static @Nullable String ownerUser(Path directory, Map<String, String> environment) {
        return new SettingsReader(SettingsFile.under(directory, environment)).text(DATABASE_OWNER_USER);
    }

    /** @throws SettingsException naming everything that is wrong */
    public static Path keysFile(Path directory, Map<String, String> environment) {
        var reader = new SettingsReader(SettingsFile.under(directory, environment));
        var file = Path.of(reader.required(KEYS_FILE));
        reader.finish();
        return file;
    }

    /** What {@code demo} lets be set; everything else it makes itself. */
    public record Demo(
            Listener http,
            Listener admin,
            @Nullable URI publicUrl,
            @Nullable Path file,
            DemoClock clock,
            LogFormat log) {}

    public enum DemoClock {
        REAL,
        SANDBOX
    }

    /** @throws SettingsException naming everything that is wrong */
    public static Demo demo(Path directory, Map<String, String> environment) {
        var reader = new SettingsReader(SettingsFile.under(directory, environment));
        var file = reader.text(DEMO_FILE);
        var demo = new Demo(
                http(reader, "127.0.0.1"),
                admin(reader),
                reader.url(PUBLIC_URL),
                file == null ? null : Path.of(file),
                reader.oneOf(DEMO_CLOCK, DemoClock.class, DemoClock.REAL),
                reader.oneOf(LOG_FORMAT, LogFormat.class, LogFormat.TEXT));
        reader.finish();
        return demo;
    }

    private static Listener http(SettingsReader reader, String host) {
        var chosen = reader.text(HTTP_HOST);
        return new Listener(chosen == null ? host : chosen, reader.integer(HTTP_PORT, DEFAULT_HTTP_PORT, 0, MAX_PORT));
    }

    private static Listener admin(SettingsReader reader) {
        var chosen = reader.text(ADMIN_HOST);
        return new Listener(
                chosen == null ? "127.0.0.1" : chosen, reader.integer(ADMIN_PORT, DEFAULT_ADMIN_PORT, 0, MAX_PORT));
    }

    private static URI publicUrl(SettingsReader reader) {
        var url = reader.url(PUBLIC_URL);
        if (url == null) {
            reader.required(PUBLIC_URL);
            return URI.create("");
        }
        return url;
    }

    private static String jdbcUrl(SettingsReader reader) {
        var url = reader.required(DATABASE_URL);
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            reader.fault(DATABASE_URL, "is a JDBC URL that begins with jdbc:postgresql:");
        }
        return url;
    }

    private static Owner owner(SettingsReader reader) {
        return new Owner(reader.required(DATABASE_OWNER_USER), reader.requiredSecret(DATABASE_OWNER_PASSWORD));
    }

    private static Jwt jwt(SettingsReader reader) {
        var secret = reader.secret(JWT_SECRET);
        var jwksUrl = reader.url(JWT_JWKS_URL);
        if (secret != null && reader.has(JWT_JWKS_URL)) {
            reader.fault(JWT_SECRET, "and " + JWT_JWKS_URL.variable() + " are both set; choose one");
        }
        if (secret == null && !reader.has(JWT_JWKS_URL)) {
            reader.fault(JWT_SECRET, "or " + JWT_JWKS_URL.variable() + " is required");
        }
        if (secret != null && secret.value().length() < MIN_JWT_SECRET) {
            reader.fault(JWT_SECRET, "has at least " + MIN_JWT_SECRET + " characters");
        }
        var leeway = reader.duration(JWT_LEEWAY);
        return new Jwt(
                secret,
                jwksUrl,
                reader.text(JWT_ISSUER),
                reader.text(JWT_AUDIENCE),
                leeway == null ? DEFAULT_LEEWAY : leeway,
                reader.duration(JWT_MAX_LIFETIME));
    }

    private static List<URI> returnUrls(SettingsReader reader) {
        var urls = reader.urls(RETURN_URLS);
        try {
            new ReturnUrls(urls);
        } catch (IllegalArgumentException notOne) {
            reader.fault(RETURN_URLS, "is a list of http or https URLs without query and fragment");
        }
        return urls;
    }

    private static ZoneId quotaZone(SettingsReader reader) {
        var zone = reader.zone(QUOTA_ZONE);
        return zone == null ? DEFAULT_QUOTA_ZONE : zone;
    }

    private static UserId systemUser(SettingsReader reader) {
        var id = reader.uuid(SYSTEM_USER);
        if (id == null) {
            reader.required(SYSTEM_USER);
            return new UserId(new java.util.UUID(0, 0));
        }
        return new UserId(id);
    }
}
