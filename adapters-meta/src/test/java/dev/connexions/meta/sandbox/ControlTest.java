package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {

    private final RunningSandbox meta = RunningSandbox.start();

    @AfterAll
    void stop() {
        meta.close();
    }

    @Test
    void movesTheClock() {
        meta.setClock(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(now()).isBetween(Instant.parse("2030-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:01:00Z"));
        var before = meta.sandbox().clock().instant();
        meta.advance(Duration.ofHours(24));
        assertThat(Duration.between(before, now())).isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(meta.sandbox().clock().instant()).isAfterOrEqualTo(now().minusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/clock|{\"advance\":\"24H\"}|advance",
                "/clock|{\"advance\":\"-PT1H\"}|advance",
                "/clock|{\"advance\":\"PT-1H\"}|advance",
                "/clock|{\"advance\":\"PT9999999999H\"}|advance",
                "/clock|{\"advance\":3600}|advance",
                "/clock|{\"set\":\"tomorrow\"}|set",
                "/clock|{\"set\":\"1999-12-31T23:59:59Z\"}|set",
                "/clock|{\"set\":\"9999-12-31T23:59:59Z\"}|set",
                "/clock|{}|advance",
                "/clock|{\"advance\":\"PT1H\",\"set\":\"2030-01-01T00:00:00Z\"}|advance",
                "/clock|{\"forward\":\"PT1H\"}|forward",
                "/people|{\"password\":\"p\"}|username",
                "/people|{\"username\":\"A B\",\"password\":\"p\"}|username",
                "/people|{\"username\":\"ok\"}|password",
                "/people|{\"username\":\"ok\",\"password\":\"\"}|password",
                "/people|{\"username\":\"ok\",\"password\":\"p\",\"role\":1}|role",
                "/accounts|{}|username",
                "/accounts|{\"username\":\"x\",\"type\":\"ROBOT\"}|type",
                "/accounts|{\"username\":\"x\",\"login\":\"telegram\"}|login",
                "/accounts|{\"username\":\"x\",\"followers\":-1}|followers",
                "/accounts|{\"username\":\"x\",\"followers\":\"many\"}|followers",
                "/accounts|{\"username\":\"x\",\"owner\":\"nobody\"}|owner",
                "/accounts|{\"username\":\"x\",\"id\":\"abc\"}|id",
                "/faults|{}|behaviour",
                "/faults|{\"behaviour\":\"explode\"}|behaviour",
                "/faults|{\"behaviour\":\"html\",\"status\":99}|status",
                "/faults|{\"behaviour\":\"html\",\"times\":0}|times",
                "/faults|{\"behaviour\":\"html\",\"for\":\"10M\"}|for",
                "/faults|{\"behaviour\":\"html\",\"for\":\"PT999999999H\"}|for",
                "/faults|{\"behaviour\":\"html\",\"probability\":1.5}|probability",
                "/faults|{\"behaviour\":\"html\",\"delayMs\":-1}|delayMs",
                "/faults|{\"behaviour\":\"answer\",\"error\":{\"subcode\":3}}|error.code",
                "/faults|{\"behaviour\":\"answer\",\"error\":{\"code\":\"4\"}}|error.code",
                "/faults|{\"behaviour\":\"answer\",\"error\":4}|error",
                "/faults|{\"behaviour\":\"html\",\"match\":{\"path\":\"me\"}}|match.path",
                "/faults|{\"behaviour\":\"html\",\"match\":{\"account\":\"1\"}}|match.account",
                "/faults|{\"behaviour\":\"html\",\"match\":{\"host\":\"x\"}}|match.host",
                "/settings|{\"answers\":\"xml\"}|answers",
                "/reset|{\"seed\":\"42\"}|seed",
                "/reset|{\"seed\":1.5}|seed"
            })
    void namesTheMemberThatIsWrong(String path, String body, String field) {
        var reply = meta.control("POST", path, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
        assertThat(reply.json().path("error").asText()).startsWith(field + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "1", "\"x\"", "{\"advance\":\"PT1H\",\"advance\":\"PT2H\"}", "{} {}", "null"})
    void refusesABodyThatIsNoObject(String body) {
        var reply = meta.control("POST", "/clock", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).contains("JSON object");
    }

    @ParameterizedTest
    @CsvSource({"?until=x, until", "?since=today, since"})
    void namesTheFilterThatIsWrong(String query, String field) {
        var reply = meta.control("GET", "/requests" + query, "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /clock/now, 404",
        "GET, /accounts/1, 404",
        "GET, /faults/1/2, 404",
        "DELETE, /clock, 405",
        "PUT, /accounts, 405",
        "GET, /reset, 405"
    })
    void knowsNothingElse(String method, String path, int status) {
        assertThat(meta.control(method, path, "").status()).isEqualTo(status);
    }

    @Test
    void takesJsonWhateverItsTypeIsCalled() {
        var reply = meta.send(
                "POST", "/_sandbox/clock", "application/x-www-form-urlencoded", "{\"advance\":\"PT1S\"}", Map.of());
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void addsPeopleAndTheirAccounts() {
        var person =
                meta.control("POST", "/people", "{\"username\":\"zoe.k\",\"password\":\"zoe-1\",\"name\":\"Zoe\"}");
        assertThat(person.status()).isEqualTo(201);
        var owner = person.json().path("id").asText();
        for (var name : new String[] {"zoe.one", "zoe.two"}) {
            var account = meta.account(
                    "{\"username\":\"" + name + "\",\"owner\":\"" + owner
                            + "\",\"type\":\"media_creator\",\"followers\":7}",
                    name);
            assertThat(account.consentPassword()).isEqualTo("zoe-1");
            assertThat(account.type()).isEqualTo("MEDIA_CREATOR");
            assertThat(account.id()).matches("1784[0-9]{13}");
            assertThat(meta.me(meta.longToken(account)).json().path("user_id").asText())
                    .isEqualTo(account.id());
            assertThat(meta.control("GET", "/accounts/" + account.id(), "")
                            .json()
                            .path("followers")
                            .asInt())
                    .isEqualTo(7);
        }
        assertThat(meta.control("GET", "/people", "").json().path("items"))
                .filteredOn(item -> item.path("id").asText().equals(owner))
                .singleElement()
                .satisfies(item -> assertThat(item.path("accounts")).hasSize(2));
        assertThat(meta.control("POST", "/accounts", "{\"username\":\"zoe.one\"}")
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("username: is taken");
        assertThat(meta.control("POST", "/people", "{\"username\":\"zoe.k\",\"password\":\"p\"}")
                        .status())
                .isEqualTo(400);
    }

    private Instant now() {
        return Instant.parse(
                meta.control("GET", "/clock", "").json().path("now").asText());
    }
}
