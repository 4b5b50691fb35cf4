package dev.connexions.web.connexion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListConnexionsRouteTest {

    private static final String ALL = "/v1/connexions";

    private final Tenant tenant = Tenant.of(TestService.shared());

    @Test
    void goesThroughAllPagesByCursorAndByLink() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            created.add(tenant.newConnexion());
        }
        var seen = new ArrayList<String>();
        var pages = 0;
        var page = tenant.http().get(ALL + "?limit=2").has(200);
        while (true) {
            seen.addAll(ids(page));
            pages++;
            if (page.json().path("nextCursor").isNull()) {
                assertThat(page.headers().firstValue("Link")).isEmpty();
                break;
            }
            var next = page.header("Link").replaceFirst("^<(.*)>; rel=\"next\"$", "$1");
            assertThat(next).startsWith(TestService.PUBLIC_URL + ALL + "?");
            assertThat(next).contains(page.json().path("nextCursor").asText());
            page = tenant.http()
                    .get(next.substring(TestService.PUBLIC_URL.toString().length()))
                    .has(200);
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void goesThroughARefreshCalendarByCursor() {
        var connected = List.of(tenant.connected(), tenant.connected(), tenant.connected());
        var query = ALL + "?limit=1&expiresBefore=2100-01-01T00:00:00Z";
        var seen = new ArrayList<String>();
        var page = tenant.http().get(query).has(200);
        seen.addAll(ids(page));
        while (!page.json().path("nextCursor").isNull()) {
            page = tenant.http()
                    .get(query + "&cursor=" + page.json().path("nextCursor").asText())
                    .has(200);
            seen.addAll(ids(page));
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(connected);
        assertThat(seen).isSorted(); // of one moment the lower id first, and these expire at one
    }

    @Test
    void handsOutNoCursorWhenTheLastPageIsFull() {
        tenant.newConnexion();
        tenant.newConnexion();
        assertThat(tenant.http().get(ALL + "?limit=2").json().path("nextCursor").isNull())
                .isTrue();
    }

    @Test
    void narrowsByEachFilter() {
        var connected = tenant.connected();
        var client = UUID.randomUUID();
        var other = tenant.newConnexion("{\"clientId\":\"" + client
                + "\",\"accountEmail\":\"a@b.example\",\"clientType\":\"caf\u00e9\",\"key\":\"a key & more\"}");
        tenant.http().post(ALL + "/" + other + "/disable").has(200);
        assertThat(list("status=active")).containsExactly(connected);
        assertThat(list("status=pending")).containsExactly(other);
        assertThat(list("status=revoked")).isEmpty();
        assertThat(list("enabled=false")).containsExactly(other);
        assertThat(list("enabled=true&status=pending")).isEmpty();
        assertThat(list("clientType=cafe%CC%81")).containsExactly(other);
        assertThat(list("clientId=" + client)).containsExactly(other);
        assertThat(list("key=" + URLEncoder.encode("a key & more", UTF_8))).containsExactly(other);
        assertThat(list("key=%25")).isEmpty();
        assertThat(list("capability=publish")).containsExactly(connected);
        var end = Fixtures.NOW.plus(Fixtures.TOKEN_LIFETIME);
        assertThat(list("expiresBefore=" + end.plusSeconds(1))).containsExactly(connected);
        assertThat(list("expiresBefore=" + end.minusSeconds(1))).isEmpty();
        assertThat(list("expiresBefore=2027-01-01T00:00:00.5%2B02:00")).containsExactly(connected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1e9",
                "",
                "1.5",
                "%D9%A3",
                "201",
                "2147483648",
                "+1",
                "%201",
                "01",
                "0x10",
                "null",
                "50%00"
            })
    void refusesALimitThatIsNone(String limit) {
        assertThat(refused("limit=" + limit, "malformed-request").faults()).containsExactly("limit");
    }

    @Test
    void takesALimitAtItsBounds() {
        tenant.http().get(ALL + "?limit=1").has(200);
        tenant.http().get(ALL + "?limit=200").has(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=10&limit=100", "limit=10&limit=10", "status=active&status=active"})
    void refusesAParameterThatIsGivenTwice(String query) {
        refused(query, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisation_id=x",
                "organisationId=x",
                "sort=name",
                "sort%5B%5D=",
                "q=%25",
                "Limit=1",
                "limit%00=1",
                "access_token=x",
                "=",
                "%F0%9F%98%80=1"
            })
    void refusesAParameterThatItDoesNotKnow(String query) {
        refused(query, "unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=%ff%fe", "key=%C0%AF", "key=%ED%A0%80"})
    void refusesAQueryThatIsNoText(String query) {
        refused(query, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=Active",
                "status=activ%C3%A9",
                "status=",
                "status=awaiting",
                "enabled=1",
                "enabled=TRUE",
                "capability=fly",
                "clientId=abc",
                "clientId=9C5B94B1-35AD-49BB-B118-8E8FC24ABF80",
                "clientId=00000000-0000-0000-0000-000000000000",
                "key=%00",
                "expiresBefore=infinity",
                "expiresBefore=-infinity",
                "expiresBefore=0000-01-01T00:00:00Z",
                "expiresBefore=10000-01-01T00:00:00Z",
                "expiresBefore=294277-01-01T00:00:00Z",
                "expiresBefore=2026-11-22T09:30:00",
                "expiresBefore=2026-11-22T24:00:00Z",
                "expiresBefore=2026-11-22T09:30:60Z",
                "expiresBefore=1763803800",
                "expiresBefore=%202026-11-22T09:30:00Z",
                "expiresBefore=2026-02-30T00:00:00Z",
                "expiresBefore=2026-11-22T09:30:00%2B25:00",
                "expiresBefore=2026-11-22"
            })
    void refusesAFilterOfNoValue(String query) {
        var refused = tenant.http().get(ALL + "?" + query).isProblem(422, "validation-failed");
        assertThat(refused.faults()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @Test
    void saysWhichValuesThereAre() {
        assertThat(tenant.http().get(ALL + "?status=x").text())
                .contains("pending, active, throttled, error, expired, reauthorization_required, revoked");
    }

    @Test
    void refusesACursorThatWasNotHandedOutForThisList() {
        tenant.newConnexion();
        tenant.newConnexion();
        var cursor = cursor("limit=1");
        tenant.http().get(ALL + "?limit=1&cursor=" + cursor).has(200);
        for (var other : List.of(
                "cursor=" + cursor,
                "limit=2&cursor=" + cursor,
                "limit=1&status=pending&cursor=" + cursor,
                "limit=1&cursor=" + cursor.substring(1),
                "limit=1&cursor=" + cursor + "A",
                "limit=1&cursor=" + flipped(cursor),
                "limit=1&cursor=",
                "limit=1&cursor=%27%20or%201=1--",
                "limit=1&cursor=" + "A".repeat(3000))) {
            refused(other, "invalid-cursor");
        }
        tenant.http().get("/v1/audit?limit=1&cursor=" + cursor).isProblem(400, "invalid-cursor");
    }

    @Test
    void refusesTheCursorOfAnotherOrganisation() {
        tenant.newConnexion();
        tenant.newConnexion();
        var stranger = Tenant.of(TestService.shared());
        stranger.newConnexion();
        stranger.http().get(ALL + "?limit=1&cursor=" + cursor("limit=1")).isProblem(400, "invalid-cursor");
    }

    @Test
    void refusesACursorThatAnotherKeySealed() {
        try (var elsewhere = new TestService.Builder().start()) {
            elsewhere.store().register(tenant.user(), tenant.organisation());
            var there = elsewhere.client().as(tenant.user());
            for (var each : List.of(there, tenant.http(), there, tenant.http())) {
                each.post(ALL, "{\"clientId\":\"" + UUID.randomUUID() + "\",\"accountEmail\":\"a@example.org\"}")
                        .has(201);
            }
            there.get(ALL + "?limit=1&cursor=" + cursor("limit=1")).isProblem(400, "invalid-cursor");
        }
    }

    @Test
    void hidesWhereACursorPoints() {
        tenant.newConnexion();
        tenant.newConnexion();
        var cursors = new HashSet<String>();
        for (var i = 0; i < 3; i++) {
            cursors.add(cursor("limit=1"));
        }
        assertThat(cursors).hasSize(3);
    }

    @Test
    void listsOnlyWhatBelongsToTheOrganisation() {
        Tenant.of(TestService.shared()).newConnexion();
        var mine = tenant.newConnexion();
        assertThat(list("")).containsExactly(mine);
    }

    @Test
    void needsThePermissionToRead() {
        tenant.with(Permission.INSIGHTS_READ).get(ALL).isProblem(403, "insufficient-permission");
    }

    private List<String> list(String query) {
        return ids(tenant.http().get(ALL + "?" + query).has(200));
    }

    private String cursor(String query) {
        return tenant.http()
                .get(ALL + "?" + query)
                .has(200)
                .json()
                .path("nextCursor")
                .asText();
    }

    private Reply refused(String query, String slug) {
        return tenant.http().get(ALL + "?" + query).isProblem(400, slug);
    }

    private static List<String> ids(Reply page) {
        var ids = new ArrayList<String>();
        for (JsonNode item : page.json().path("items")) {
            ids.add(item.path("id").asText());
        }
        return ids;
    }

    private static String flipped(String cursor) {
        var middle = cursor.length() / 2;
        var other = cursor.charAt(middle) == 'A' ? 'B' : 'A';
        return cursor.substring(0, middle) + other + cursor.substring(middle + 1);
    }
}
