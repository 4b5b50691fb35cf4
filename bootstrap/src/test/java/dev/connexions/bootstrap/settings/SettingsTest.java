package dev.connexions.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.bootstrap.settings.Settings.DemoClock;
import dev.connexions.bootstrap.settings.Settings.Listener;
import dev.connexions.bootstrap.settings.Settings.LogFormat;
import dev.connexions.bootstrap.settings.Settings.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String JWT_SECRET = "a-secret-of-more-than-thirty-two-characters";

    @TempDir
    private Path directory;

    @Test
    void knowsItsDefaults() {
        var settings = Settings.serve(directory, enough());
        assertThat(settings.http()).isEqualTo(new Listener("0.0.0.0", 8080));
        assertThat(settings.admin()).isEqualTo(new Listener("127.0.0.1", 8081));
        assertThat(settings.database().pool()).isEqualTo(8);
        assertThat(settings.database().platform()).isEqualTo(Platform.EXISTING);
        assertThat(settings.owner()).isNull();
        assertThat(settings.jwt().leeway()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.jwt().maxLifetime()).isNull();
        assertThat(settings.jwt().issuer()).isNull();
        assertThat(settings.jwt().audience()).isNull();
        assertThat(settings.meta().graphVersion()).isNull();
        assertThat(settings.meta().facebook()).isNull();
        assertThat(settings.meta().instagram())
                .isEqualTo(new Settings.InstagramApp("4711", new Secret("app-secret"), null, null, null));
        assertThat(settings.returnUrls()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.quotaZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.background()).isEqualTo(new Settings.Background(0.5, true));
        assertThat(settings.corsOrigins()).isEmpty();
    }

    @Test
    void readsEverySettingFromItsVariable() {
        var variables = enough();
        variables.putAll(Map.ofEntries(
                Map.entry("CONNEXIONS_QUOTA_ZONE", "Europe/Paris"),
                Map.entry("CONNEXIONS_HTTP_HOST", "10.0.0.1"),
                Map.entry("CONNEXIONS_HTTP_PORT", "0"),
                Map.entry("CONNEXIONS_ADMIN_HOST", "10.0.0.2"),
                Map.entry("CONNEXIONS_ADMIN_PORT", "65535"),
                Map.entry("CONNEXIONS_DATABASE_POOL", "16"),
                Map.entry("CONNEXIONS_REFRESH_WINDOW", "0.75"),
                Map.entry("CONNEXIONS_BACKGROUND", "off"),
                Map.entry("CONNEXIONS_DATABASE_PLATFORM", "bundled"),
                Map.entry("CONNEXIONS_DATABASE_MIGRATE", "true"),
                Map.entry("CONNEXIONS_DATABASE_OWNER_USER", "owner"),
                Map.entry("CONNEXIONS_DATABASE_OWNER_PASSWORD", "owners"),
                Map.entry("CONNEXIONS_JWT_ISSUER", "platform"),
                Map.entry("CONNEXIONS_JWT_AUDIENCE", "connexions"),
                Map.entry("CONNEXIONS_JWT_LEEWAY", "PT5S"),
                Map.entry("CONNEXIONS_JWT_MAX_LIFETIME", "PT1H"),
                Map.entry("CONNEXIONS_META_GRAPH_VERSION", "v26.0"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_GRAPH_URL", "http://localhost:1/graph/"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_DIALOG_URL", "http://localhost:1/dialog"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_TOKEN_URL", "http://localhost:1/token"),
                Map.entry("CONNEXIONS_META_FACEBOOK_APP_ID", "4712"),
                Map.entry("CONNEXIONS_META_FACEBOOK_APP_SECRET", "new\nold"),
                Map.entry("CONNEXIONS_META_FACEBOOK_GRAPH_URL", "http://localhost:2/graph/"),
                Map.entry("CONNEXIONS_META_FACEBOOK_DIALOG_URL", "http://localhost:2/dialog"),
                Map.entry("CONNEXIONS_META_FACEBOOK_UPLOAD_URL", "http://localhost:2/upload"),
                Map.entry("CONNEXIONS_RETURN_URLS", "https://a.example/done, https://b.example"),
                Map.entry("CONNEXIONS_LOG_FORMAT", "text"),
                Map.entry("CONNEXIONS_TEST_DB", "jdbc:postgresql://localhost/postgres")));
        var settings = Settings.serve(directory, variables);
        assertThat(settings.http()).isEqualTo(new Listener("10.0.0.1", 0));
        assertThat(settings.admin()).isEqualTo(new Listener("10.0.0.2", 65535));
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://connexions.example"));
        assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://localhost/connexions");
        assertThat(settings.database().user()).isEqualTo("connexions_app");
        assertThat(settings.database().password().value()).isEqualTo("apps");
        assertThat(settings.database().pool()).isEqualTo(16);
        assertThat(settings.database().platform()).isEqualTo(Platform.BUNDLED);
        assertThat(settings.owner()).isEqualTo(new Settings.Owner("owner", new Secret("owners")));
        assertThat(settings.jwt().secret()).isEqualTo(new Secret(JWT_SECRET));
        assertThat(settings.jwt().issuer()).isEqualTo("platform");
        assertThat(settings.jwt().audience()).isEqualTo("connexions");
        assertThat(settings.jwt().leeway()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.jwt().maxLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.keysFile()).isEqualTo(Path.of("keys.json"));
        assertThat(settings.meta().graphVersion()).isEqualTo("v26.0");
        assertThat(settings.meta().instagram())
                .isEqualTo(new Settings.InstagramApp(
                        "4711",
                        new Secret("app-secret"),
                        URI.create("http://localhost:1/graph"),
                        URI.create("http://localhost:1/dialog"),
                        URI.create("http://localhost:1/token")));
        assertThat(settings.meta().facebook())
                .isEqualTo(new Settings.FacebookApp(
                        "4712",
                        new Secret("new\nold"),
                        URI.create("http://localhost:2/graph"),
                        URI.create("http://localhost:2/dialog"),
                        URI.create("http://localhost:2/upload")));
        assertThat(settings.returnUrls())
                .containsExactly(URI.create("https://a.example/done"), URI.create("https://b.example"));
        assertThat(settings.systemUser().value()).isEqualTo(UUID.fromString("00000000-0000-4000-8000-000000000001"));
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.quotaZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(settings.background()).isEqualTo(new Settings.Background(0.75, false));
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> Settings.serve(directory, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("CONNEXIONS_PUBLIC_URL is required")
                .hasMessageContaining("CONNEXIONS_DATABASE_URL is required")
                .hasMessageContaining("CONNEXIONS_DATABASE_USER is required")
                .hasMessageContaining("CONNEXIONS_DATABASE_PASSWORD (or CONNEXIONS_DATABASE_PASSWORD_FILE) is required")
                .hasMessageContaining("CONNEXIONS_JWT_SECRET or CONNEXIONS_JWT_JWKS_URL is required")
                .hasMessageContaining("CONNEXIONS_KEYS_FILE is required")
                .hasMessageContaining("CONNEXIONS_META_INSTAGRAM_APP_ID or CONNEXIONS_META_FACEBOOK_APP_ID is required")
                .hasMessageContaining("CONNEXIONS_SYSTEM_USER is required")
                .hasMessageNotContaining("\n");
    }

    @Test
    void needsOneOfTheTwoAppsAndTheWholeOfIt() {
        var onlyFacebook = enough();
        onlyFacebook.remove("CONNEXIONS_META_INSTAGRAM_APP_ID");
        onlyFacebook.remove("CONNEXIONS_META_INSTAGRAM_APP_SECRET");
        onlyFacebook.put("CONNEXIONS_META_FACEBOOK_APP_ID", "4712");
        assertThatThrownBy(() -> Settings.serve(directory, onlyFacebook))
                .hasMessageContaining("CONNEXIONS_META_FACEBOOK_APP_SECRET (or")
                .hasMessageNotContaining("INSTAGRAM");
        onlyFacebook.put("CONNEXIONS_META_FACEBOOK_APP_SECRET", "one\ntwo\ncanary-three");
        assertThatThrownBy(() -> Settings.serve(directory, onlyFacebook))
                .hasMessageContaining("CONNEXIONS_META_FACEBOOK_APP_SECRET is one line, or two")
                .hasMessageNotContaining("canary");
        onlyFacebook.put("CONNEXIONS_META_FACEBOOK_APP_SECRET", "one\ntwo");
        assertThat(Settings.serve(directory, onlyFacebook).meta().instagram()).isNull();
        onlyFacebook.put("CONNEXIONS_META_FACEBOOK_APP_ID", "a b");
        assertThatThrownBy(() -> Settings.serve(directory, onlyFacebook))
                .hasMessageContaining("CONNEXIONS_META_FACEBOOK_APP_ID is 1 to 64 letters and digits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CONNEXIONS_HTTP_PORT               | 65536                     | is a whole number from 0 to 65535
        CONNEXIONS_HTTP_PORT               | -1                        | is a whole number from 0 to 65535
        CONNEXIONS_HTTP_PORT               | http                      | is a whole number from 0 to 65535
        CONNEXIONS_META_GRAPH_VERSION      | latest                    | looks like v26.0
        CONNEXIONS_DATABASE_POOL           | 0                         | is a whole number from 1 to 500
        CONNEXIONS_PUBLIC_URL              | connexions.example        | is an http or https URL
        CONNEXIONS_PUBLIC_URL              | https://u:p@a.example     | is an http or https URL
        CONNEXIONS_PUBLIC_URL              | https://a.example/?x=1    | is an http or https URL
        CONNEXIONS_DATABASE_URL            | postgres://localhost/x    | is a JDBC URL that begins with jdbc:postgresql:
        CONNEXIONS_DATABASE_PLATFORM       | supabase                  | is one of existing, bundled
        CONNEXIONS_DATABASE_MIGRATE        | yes                       | is true or false
        CONNEXIONS_REFRESH_WINDOW          | 0                         | is a number between 0 and 1, such as 0.5
        CONNEXIONS_REFRESH_WINDOW          | 0.000                     | is a number between 0 and 1, such as 0.5
        CONNEXIONS_REFRESH_WINDOW          | 1                         | is a number between 0 and 1, such as 0.5
        CONNEXIONS_REFRESH_WINDOW          | 1.5                       | is a number between 0 and 1, such as 0.5
        CONNEXIONS_REFRESH_WINDOW          | -0.5                      | is a number between 0 and 1, such as 0.5
        CONNEXIONS_REFRESH_WINDOW          | NaN                       | is a number between 0 and 1, such as 0.5
        CONNEXIONS_REFRESH_WINDOW          | half                      | is a number between 0 and 1, such as 0.5
        CONNEXIONS_BACKGROUND              | true                      | is one of on, off
        CONNEXIONS_JWT_LEEWAY              | 60                        | is a duration such as PT60S
        CONNEXIONS_JWT_LEEWAY              | PT-1S                     | is a duration such as PT60S
        CONNEXIONS_JWT_JWKS_URL            | https://idp.example/keys  | are both set; choose one
        CONNEXIONS_RETURN_URLS             | javascript:alert(1)       | is a list of http or https URLs
        CONNEXIONS_SYSTEM_USER             | somebody                  | is a UUID
        CONNEXIONS_QUOTA_ZONE              | Europe/Nowhere            | is a time zone such as Europe/Paris
        CONNEXIONS_QUOTA_ZONE              | half past nine            | is a time zone such as Europe/Paris
        CONNEXIONS_LOG_FORMAT              | JSON                      | is one of json, text
        """)
    void namesTheSettingAndItsRule(String variable, String value, String rule) {
        var variables = enough();
        variables.put(variable, value);
        assertThatThrownBy(() -> Settings.serve(directory, variables))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(rule)
                .satisfies(
                        refused -> assertThat(refused.getMessage()).containsAnyOf(variable, "CONNEXIONS_JWT_SECRET"));
    }

    @Test
    void neverPrintsASecretsValue() {
        var variables = enough();
        variables.put("CONNEXIONS_JWT_SECRET", "short-canary");
        variables.put("CONNEXIONS_DATABASE_PASSWORD", "canary-password");
        variables.put("CONNEXIONS_HTTP_PORT", "x");
        assertThatThrownBy(() -> Settings.serve(directory, variables))
                .hasMessageContaining("CONNEXIONS_JWT_SECRET has at least 32 characters")
                .hasMessageNotContaining("canary");
        assertThat(Settings.serve(directory, enough()).toString()).doesNotContain(JWT_SECRET, "apps", "app-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CONNEXIONS_HTP_PORT", "CONNEXIONS_HTTP_PORT_FILE", "CONNEXIONS_", "CONNEXIONS_QUOTA_ZONES"})
    void refusesANameItDoesNotKnow(String variable) {
        var variables = enough();
        variables.put(variable, "1");
        assertThatThrownBy(() -> Settings.serve(directory, variables))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(variable + " is no setting");
    }

    @Test
    void readsASecretFromAFile() throws IOException {
        var file = Files.writeString(directory.resolve("jwt"), JWT_SECRET + "\n");
        var variables = enough();
        variables.remove("CONNEXIONS_JWT_SECRET");
        variables.put("CONNEXIONS_JWT_SECRET_FILE", file.toString());
        assertThat(Settings.serve(directory, variables).jwt().secret()).isEqualTo(new Secret(JWT_SECRET));

        variables.put("CONNEXIONS_JWT_SECRET", JWT_SECRET);
        assertThatThrownBy(() -> Settings.serve(directory, variables)).hasMessageContaining("are both set");

        variables.remove("CONNEXIONS_JWT_SECRET");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> Settings.serve(directory, variables))
                .hasMessageContaining("CONNEXIONS_JWT_SECRET_FILE names an empty file");
        Files.delete(file);
        assertThatThrownBy(() -> Settings.serve(directory, variables))
                .hasMessageContaining("CONNEXIONS_JWT_SECRET_FILE names a file that cannot be read");
    }

    @Test
    void readsTheFileBesideItAndLetsTheEnvironmentWin() throws IOException {
        Files.writeString(
                directory.resolve("connexions.yaml"),
                "CONNEXIONS_HTTP_PORT: 9090\nCONNEXIONS_ADMIN_PORT: 9091\nCONNEXIONS_DATABASE_MIGRATE: false\n");
        var variables = enough();
        variables.put("CONNEXIONS_ADMIN_PORT", "9092");
        var settings = Settings.serve(directory, variables);
        assertThat(settings.http().port()).isEqualTo(9090);
        assertThat(settings.admin().port()).isEqualTo(9092);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CONNEXIONS_HTTP: 1            | CONNEXIONS_HTTP is no setting
        http_port: 1                  | http_port is no setting
        CONNEXIONS_HTTP_PORT: [1, 2]  | CONNEXIONS_HTTP_PORT is a single value
        - one                         | is a list of names and values
        '"'                           | is no YAML
        """)
    void refusesAFileThatIsNotOne(String content, String rule) throws IOException {
        Files.writeString(directory.resolve("connexions.yaml"), content);
        assertThatThrownBy(() -> Settings.serve(directory, enough()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void needsOfMigrateOnlyWhatMigratingNeeds() {
        var migration = Settings.migrate(
                directory,
                Map.of(
                        "CONNEXIONS_DATABASE_URL", "jdbc:postgresql://localhost/connexions",
                        "CONNEXIONS_DATABASE_USER", "connexions_app",
                        "CONNEXIONS_DATABASE_OWNER_USER", "owner",
                        "CONNEXIONS_DATABASE_OWNER_PASSWORD", "owners",
                        "CONNEXIONS_SYSTEM_USER", "00000000-0000-4000-8000-000000000001"));
        assertThat(migration.platform()).isEqualTo(Platform.EXISTING);
        assertThat(migration.owner().user()).isEqualTo("owner");
    }

    @Test
    void letsADemoBeSet() {
        var byDefault = Settings.demo(directory, Map.of());
        assertThat(byDefault.http()).isEqualTo(new Listener("127.0.0.1", 8080));
        assertThat(byDefault.clock()).isEqualTo(DemoClock.REAL);
        assertThat(byDefault.file()).isNull();
        assertThat(byDefault.log()).isEqualTo(LogFormat.TEXT);

        var chosen = Settings.demo(
                directory,
                Map.of(
                        "CONNEXIONS_DEMO_CLOCK", "sandbox",
                        "CONNEXIONS_DEMO_FILE", "demo.json",
                        "CONNEXIONS_HTTP_PORT", "0"));
        assertThat(chosen.clock()).isEqualTo(DemoClock.SANDBOX);
        assertThat(chosen.file()).isEqualTo(Path.of("demo.json"));
        assertThat(chosen.http().port()).isZero();
    }

    private static Map<String, String> enough() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("CONNEXIONS_PUBLIC_URL", "https://connexions.example/"),
                Map.entry("CONNEXIONS_DATABASE_URL", "jdbc:postgresql://localhost/connexions"),
                Map.entry("CONNEXIONS_DATABASE_USER", "connexions_app"),
                Map.entry("CONNEXIONS_DATABASE_PASSWORD", "apps"),
                Map.entry("CONNEXIONS_JWT_SECRET", JWT_SECRET),
                Map.entry("CONNEXIONS_KEYS_FILE", "keys.json"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_APP_ID", "4711"),
                Map.entry("CONNEXIONS_META_INSTAGRAM_APP_SECRET", "app-secret"),
                Map.entry("CONNEXIONS_SYSTEM_USER", "00000000-0000-4000-8000-000000000001"),
                Map.entry("PATH", "/bin")));
    }

    @Test
    void readsOriginsAsBrowsersSendThem() {
        var variables = enough();
        variables.put("CONNEXIONS_CORS_ORIGINS", "https://app.example , http://localhost:3000");
        assertThat(Settings.serve(directory, variables).corsOrigins())
                .containsExactly("https://app.example", "http://localhost:3000");
        for (var wrong : List.of("*", "null", "https://app.example/", "https://app.example,", "app.example")) {
            variables.put("CONNEXIONS_CORS_ORIGINS", wrong);
            assertThatThrownBy(() -> Settings.serve(directory, variables))
                    .as(wrong)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("CONNEXIONS_CORS_ORIGINS is a list of exact origins");
        }
    }
}
