package dev.connexions.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.connexions.db.testing.TestDatabase;
import dev.connexions.db.token.KeyRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor, as an operator calls it before the first start and whenever something is wrong. */
class DoctorProcessTest {

    private static final String CANARY = "canary-secret-of-more-than-thirty-two-characters";

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.open();
    private HttpServer meta;

    DoctorProcessTest() throws IOException {
        meta = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meta.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
    }

    @BeforeEach
    void prepare() {
        meta.start();
        KeyRing.init(directory.resolve("keys.json"));
    }

    @AfterEach
    void tidy() {
        meta.stop(0);
        database.close();
    }

    @Test
    void findsNothingToMendWhereAllIsWell() {
        var doctor = doctor(settings());
        assertThat(doctor.end()).isZero();
        assertThat(doctor.log())
                .contains(
                        "ok    settings", "ok    keys", "ok    database", "ok    clock", "ok    rows      nothing odd")
                .contains("ok    meta      Graph version v", "must know exactly http://127.0.0.1:1/meta/oauth/callback")
                .doesNotContain("fail  ", CANARY, "\tat ");
    }

    @Test
    void saysWhatIsWrongAndHowToMendIt() {
        database.sql("alter role " + database.application().user() + " bypassrls");
        var settings = settings();
        settings.put("CONNEXIONS_KEYS_FILE", directory.resolve("none.json").toString());
        settings.put("CONNEXIONS_META_INSTAGRAM_GRAPH_URL", "http://127.0.0.1:1");
        settings.put("CONNEXIONS_PUBLIC_URL", "http://connexions.invalid");
        var doctor = doctor(settings);
        assertThat(doctor.end()).isEqualTo(1);
        assertThat(doctor.log())
                .containsPattern("fail {2}keys .*none.json")
                .containsPattern("fail {2}database .* bypasses row security; to mend it: alter role .* nobypassrls")
                .contains("doctor --script")
                .containsPattern("fail {2}meta {6}http://127.0.0.1:1: the connection failed")
                .containsPattern("fail {2}callback {2}connexions.invalid is no name")
                .doesNotContain(CANARY, "\tat ");
    }

    @Test
    void namesOddRowsWithoutCallingThemAFailure() {
        var organisation = database.organisation();
        database.sql("insert into public.instagram_connexion (organisation_id, client_id, instagram_connexion_key,"
                + " instagram_email_compte, instagram_access_token, instagram_statut_connexion) values ('"
                + organisation.value() + "', gen_random_uuid(), 'k', 'a@example.org', '" + CANARY + "', 'connected')");
        var doctor = doctor(settings());
        assertThat(doctor.end()).isZero();
        assertThat(doctor.log())
                .containsPattern("warn {2}rows {6}1 have a status that no connexion can have")
                .containsPattern("warn {2}rows {6}1 keep a token in clear text")
                .doesNotContain(CANARY);
    }

    @Test
    void saysThatTheDatabaseDoesNotLetItIn() {
        var settings = settings();
        settings.put("CONNEXIONS_DATABASE_USER", "nobody_of_that_name");
        var doctor = doctor(settings);
        assertThat(doctor.end()).isEqualTo(1);
        assertThat(doctor.log()).contains("does not let nobody_of_that_name in").doesNotContain(CANARY, "\tat ");
    }

    @Test
    void looksAtBothLoginProductsAndAtTheGraphVersion() {
        var settings = settings();
        settings.put("CONNEXIONS_META_GRAPH_VERSION", "v20.0");
        settings.put("CONNEXIONS_META_FACEBOOK_APP_ID", "990000000000002");
        settings.put("CONNEXIONS_META_FACEBOOK_APP_SECRET", CANARY);
        settings.put("CONNEXIONS_META_FACEBOOK_GRAPH_URL", "http://127.0.0.1:1/graph");
        settings.put("CONNEXIONS_META_FACEBOOK_DIALOG_URL", "http://127.0.0.1:1/dialog");
        settings.put("CONNEXIONS_META_FACEBOOK_UPLOAD_URL", "http://127.0.0.1:1/upload");
        var doctor = doctor(settings);
        assertThat(doctor.end()).isEqualTo(1);
        assertThat(doctor.log())
                .contains("fail  meta      Graph version v20.0 is retired since 2026-09-24; set CONNEXIONS_META_GRAPH")
                .contains("fail  meta      http://127.0.0.1:1/graph: ")
                .contains("fail  meta      http://127.0.0.1:1/dialog: ")
                .contains("fail  meta      http://127.0.0.1:1/upload: ")
                .doesNotContain(CANARY);
    }

    @Test
    void namesASettingThatIsMissing() {
        var settings = settings();
        settings.remove("CONNEXIONS_KEYS_FILE");
        var doctor = doctor(settings);
        assertThat(doctor.end()).isEqualTo(2);
        assertThat(doctor.log().strip()).isEqualTo("connexions: CONNEXIONS_KEYS_FILE is required");
    }

    @Test
    void printsTheScriptWithTheNamesThatAreUsed() {
        var settings = settings();
        var doctor = Program.run(directory, "script", settings, "doctor", "--script");
        assertThat(doctor.end()).isZero();
        assertThat(doctor.log())
                .contains("grant execute on function public.is_admin_presenca(uuid)")
                .contains("\"" + database.application().user() + "\"", "alter role \"connexions_owner\"")
                .doesNotContain(":\"application\"", ":'owner'");
        // whoever migrates is named, though this program does not
        settings.put("CONNEXIONS_DATABASE_OWNER_USER", "somebody_else");
        var named = Program.run(directory, "named", settings, "doctor", "--script");
        assertThat(named.end()).isZero();
        assertThat(named.log()).contains("alter role \"somebody_else\"").doesNotContain("\"connexions_owner\"");
    }

    private Program doctor(Map<String, String> settings) {
        return Program.run(directory, "doctor", settings, "doctor");
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        var url = "http://127.0.0.1:" + meta.getAddress().getPort();
        settings.put("CONNEXIONS_PUBLIC_URL", "http://127.0.0.1:1");
        settings.put("CONNEXIONS_DATABASE_URL", database.url());
        settings.put("CONNEXIONS_DATABASE_USER", database.application().user());
        settings.put("CONNEXIONS_DATABASE_PASSWORD", database.application().password());
        settings.put("CONNEXIONS_SYSTEM_USER", database.systemUser().value().toString());
        settings.put("CONNEXIONS_JWT_SECRET", CANARY);
        settings.put("CONNEXIONS_KEYS_FILE", directory.resolve("keys.json").toString());
        settings.put("CONNEXIONS_META_INSTAGRAM_APP_ID", "990000000000001");
        settings.put("CONNEXIONS_META_INSTAGRAM_APP_SECRET", CANARY);
        settings.put("CONNEXIONS_META_INSTAGRAM_GRAPH_URL", url);
        settings.put("CONNEXIONS_META_INSTAGRAM_DIALOG_URL", url);
        settings.put("CONNEXIONS_META_INSTAGRAM_TOKEN_URL", url);
        return settings;
    }
}
