package dev.connexions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags, and what is asked for and changed on condition of one. */
class ConditionalRequestsTest {

    private static final String STALE = "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"";
    private static final String LINK = "{\"loginProduct\":\"instagram\"}";

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);
    private final String one = "/v1/connexions/" + tenant.newConnexion();

    @Test
    void tagsWhatEveryWayOfShowingAConnexionShows() {
        var created = tenant.http().post("/v1/connexions", body()).has(201);
        var location = created.header("Location").replace(TestService.PUBLIC_URL.toString(), "");
        var tag = created.header("ETag");
        assertThat(tag).matches("\"[A-Za-z0-9_-]{43}\"");
        assertThat(tag(location)).isEqualTo(tag);
        assertThat(tenant.http().post(location + "/enable").header("ETag")).isEqualTo(tag);
        var off = tenant.http().post(location + "/disable").header("ETag");
        assertThat(off).isNotEqualTo(tag).isEqualTo(tag(location));
        var patched =
                tenant.http().patch(location, "{\"clientType\":\"agence\"}").header("ETag");
        assertThat(patched).isNotEqualTo(off).isEqualTo(tag(location));
        assertThat(tenant.http().patch(location, "{}").header("ETag")).isEqualTo(patched);
    }

    @Test
    void tagsNoListsNoSecretsAndNoPages() {
        var connexion = tenant.connected();
        var opened = tenant.http().post("/v1/connexions/" + connexion + "/authorization-sessions", LINK);
        for (var reply : List.of(
                opened.has(201),
                tenant.http().get("/v1/connexions").has(200),
                tenant.http().get("/v1/audit").has(200),
                tenant.http()
                        .get("/v1/connexions/" + connexion + "/access-token")
                        .has(200),
                service.client().get("/docs").has(200),
                tenant.http().get(one + "x").has(404))) {
            assertThat(reply.headers().firstValue("ETag")).as("%s", reply).isEmpty();
        }
    }

    @Test
    void tagsTheSameThingTheSameAndAnotherOneDifferently() {
        assertThat(tag(one)).isEqualTo(tag(one));
        var stranger = Tenant.of(service);
        assertThat(List.of(
                        tag(one),
                        tag("/v1/connexions/" + tenant.newConnexion()),
                        stranger.http()
                                .get("/v1/connexions/" + stranger.newConnexion())
                                .header("ETag"),
                        tag("/v1/me"),
                        stranger.http().get("/v1/me").header("ETag")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"x\", %s", "\"x\",W/\"y\" , %s,", ",%s"})
    void saysThatTheCallerHasItAlready(String known) {
        var shown = tenant.http().get(one);
        var asking = tenant.http().with("If-None-Match", known.formatted(shown.header("ETag")));
        for (var method : List.of("GET", "HEAD")) {
            var reply = asking.send(method, one, null).has(304);
            assertThat(reply.text()).isEmpty();
            assertThat(reply.header("ETag")).isEqualTo(shown.header("ETag"));
            assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(reply.headers().firstValue("Content-Type")).isEmpty();
            assertThat(reply.headers().firstValue("Date")).isPresent();
        }
    }

    @Test
    void takesSeveralHeadersForOneList() {
        tenant.http()
                .with("If-None-Match", STALE)
                .with("If-None-Match", tag(one))
                .get(one)
                .has(304);
        tenant.http()
                .with("If-Match", STALE)
                .with("If-Match", tag(one))
                .delete(one)
                .has(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {STALE, "", "garbage", "\"", "W/*", "w/%s", "%s x", "'%s'"})
    void showsItToACallerWhoHasItNot(String known) {
        var tag = tag(one);
        tenant.http().with("If-None-Match", known.replace("%s", tag)).get(one).has(200);
    }

    @Test
    void showsItAgainOnceItChanged() {
        var asking = tenant.http().with("If-None-Match", tag(one));
        asking.get(one).has(304);
        tenant.http().post(one + "/disable").has(200);
        asking.get(one).has(200);
    }

    @Test
    void sendsNothingAfter304AndKeepsTheLine() {
        var request = "%s " + one + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + Tokens.of(tenant.user(), Fixtures.NOW) + "\r\n%s\r\n";
        var twice = request.formatted("GET", "If-None-Match: *\r\n")
                + request.formatted("HEAD", "If-None-Match: *\r\n")
                + request.formatted("GET", "Connection: close\r\n");
        var answers = RawSocket.untilItCloses(service.port(), twice);
        assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(4);
        assertThat(answers.split("HTTP/1.1 304 ", -1)).hasSize(3);
    }

    @Test
    void honoursNoIfNoneMatchWhereNothingIsOnlyShown() {
        tenant.http().with("If-None-Match", "*").patch(one, "{}").has(200);
        tenant.http().with("If-None-Match", "*").post(one + "/enable").has(200);
        tenant.http().with("If-None-Match", "*").get("/v1/connexions").has(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "*", STALE + ", %s", "W/\"x\",%s ,"})
    void changesWhatIsAsExpected(String expected) {
        demanding(expected).patch(one, "{\"clientType\":\"agence\"}").has(200);
        demanding(expected).delete(one).has(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {STALE, "W/%s", "\"\"", STALE + ", W/%s", "\"*\""})
    void changesNothingThatIsOtherwise(String expected) {
        var before = tenant.http().get(one).text();
        demanding(expected).patch(one, "{\"clientType\":\"agence\"}").isProblem(412, "precondition-failed");
        demanding(expected).delete(one).isProblem(412, "precondition-failed");
        assertThat(tenant.http().get(one).text()).isEqualTo(before);
        assertThat(tenant.http().get(one + "/audit").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "garbage", "\"a", "a\"", "'a'", "*, *", "*, \"a\"", "\"a\" \"b\"", "w/\"a\"", "W/", ","
            })
    void refusesAListThatCannotBeRead(String expected) {
        demanding(expected).patch(one, "{\"clientType\":\"x\"}").isProblem(400, "malformed-request");
        demanding(expected).delete(one).isProblem(400, "malformed-request");
        tenant.http().get(one).has(200);
    }

    @Test
    void readsAHostileListAsSoonAsAnyOther() {
        for (var list :
                List.of("\"a\",".repeat(3_900), "\"" + "a".repeat(15_000), ",".repeat(15_000), "W/".repeat(7_000))) {
            assertThat(demanding(list).delete(one).status()).isIn(400, 412);
        }
    }

    @Test
    void knowsNoTagOfAnotherOrganisation() {
        var stranger = Tenant.of(service);
        var theirs = "/v1/connexions/" + stranger.newConnexion();
        var tag = stranger.http().get(theirs).header("ETag");
        for (var expected : List.of(tag, "*", STALE)) {
            demanding(expected).delete(theirs).isProblem(404, "not-found");
            demanding(expected).patch(theirs, "{}").isProblem(404, "not-found");
            tenant.http().with("If-None-Match", expected).get(theirs).isProblem(404, "not-found");
        }
        demanding(tag).delete(one).isProblem(412, "precondition-failed");
    }

    @Test
    void seesWhatThePlatformWroteItself() {
        var tag = tag(one);
        var id = new ConnexionId(UUID.fromString(one.substring(one.lastIndexOf('/') + 1)));
        var row = service.store()
                .transactions()
                .in(tenant.user(), tx -> service.store().connexions().find(tx, id))
                .orElseThrow();
        service.store().plant(Fixtures.with(row, new State.Active(Fixtures.link())));
        demanding(tag).patch(one, "{\"clientType\":\"x\"}").isProblem(412, "precondition-failed");
        demanding(tag(one)).patch(one, "{\"clientType\":\"x\"}").has(200);
    }

    /** Some hundred rounds; whoever changed it first has made the other's tag stale. */
    @Test
    void letsExactlyOneOfTwoChangesWithTheSameTagWin() throws InterruptedException {
        for (var round = 0; round < 200; round++) {
            var tag = tag(one);
            var statuses = new ConcurrentLinkedQueue<Reply>();
            var type = "r" + round;
            Together.run(
                    2,
                    i -> statuses.add(
                            tenant.http().with("If-Match", tag).patch(one, "{\"clientType\":\"" + type + i + "\"}")));
            assertThat(statuses).extracting(Reply::status).containsExactlyInAnyOrder(200, 412);
            var won = statuses.stream().filter(reply -> reply.status() == 200).findFirst();
            assertThat(won.orElseThrow().header("ETag")).isEqualTo(tag(one));
        }
    }

    @Test
    void leavesASwitchUnconditional() {
        demanding(STALE).post(one + "/disable").has(200);
    }

    private Client demanding(String expected) {
        return tenant.http().with("If-Match", expected.replace("%s", expected.contains("%s") ? tag(one) : ""));
    }

    private String tag(String path) {
        var reply = tenant.http().get(path).has(200);
        assertThat(reply.header("Content-Length"))
                .isEqualTo(Integer.toString(reply.text().getBytes(UTF_8).length));
        return reply.header("ETag");
    }

    private static String body() {
        return "{\"clientId\":\"" + UUID.randomUUID() + "\",\"accountEmail\":\"a@example.org\"}";
    }
}
