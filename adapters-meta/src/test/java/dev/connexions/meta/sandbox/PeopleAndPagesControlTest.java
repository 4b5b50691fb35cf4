package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleAndPagesControlTest {

    private final RunningSandbox meta = RunningSandbox.start();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void makesAPageForAnAccountThatFacebookReaches() {
        var account = meta.control("POST", "/accounts", "{\"username\":\"with.page\",\"login\":\"facebook\"}")
                .json();
        var page = meta.control("GET", "/pages/" + account.path("page").asText(), "")
                .json();
        assertThat(page.path("instagram")).isEqualTo(account.path("id"));
        assertThat(page.path("roles").path(0).path("person")).isEqualTo(account.path("owner"));
        var without =
                meta.control("POST", "/accounts", "{\"username\":\"no.page\",\"login\":\"facebook\",\"page\":false}");
        assertThat(without.json().path("page").isNull()).isTrue();
    }

    @Test
    void makesPagesToOrder() {
        var person = meta.person(0).path("id").asText();
        var business = meta.control("POST", "/businesses", "{\"name\":\"Groupe\",\"people\":[\"" + person + "\"]}")
                .json();
        var reply = meta.control(
                "POST",
                "/pages",
                "{\"name\":\"Cliente\",\"owner\":\"" + person + "\",\"category\":\"Bakery\",\"tasks\":[\"analyze\"],"
                        + "\"business\":\"" + business.path("id").asText()
                        + "\",\"relation\":\"client\",\"id\":\"300100200\"}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("relation").asText()).isEqualTo("client");
        assertThat(reply.json().path("roles").path(0).path("tasks").toString()).isEqualTo("[\"ANALYZE\"]");
        assertThat(meta.control("GET", "/businesses", "")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(found -> found.path("pages").toString()))
                .contains("[\"300100200\"]");
        assertThat(meta.control("GET", "/people/" + person, "")
                        .json()
                        .path("pages")
                        .toString())
                .isEqualTo("[\"300100200\"]");
        assertThat(meta.control("GET", "/pages", "").json().path("items")).hasSizeGreaterThan(5);
    }

    @Test
    void linksAndUnlinks() {
        var person = meta.person(1);
        var page = "/pages/" + person.path("pages").path(0).asText();
        var account = person.path("accounts").path(0).asText();
        assertThat(meta.control("POST", page + "/link", "{\"instagram\":null}")
                        .json()
                        .path("instagram")
                        .isNull())
                .isTrue();
        assertThat(meta.control("GET", "/accounts/" + account, "")
                        .json()
                        .path("page")
                        .isNull())
                .isTrue();
        meta.control("POST", page + "/link", "{\"instagram\":\"" + account + "\"}");
        assertThat(meta.control("GET", page, "").json().path("instagram").asText())
                .isEqualTo(account);
        assertThat(meta.control("POST", page + "/link", "{\"instagram\":\"" + account + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/people|{\"username\":\"x\",\"password\":\"p\",\"pages\":-1}|pages",
                "/people|{\"username\":\"x\",\"password\":\"p\",\"pages\":1001}|pages",
                "/people|{\"username\":\"x\"}|password",
                "/people|{\"username\":\"wanda.without\",\"password\":\"p\"}|username",
                "/pages|{\"name\":\"x\"}|owner",
                "/pages|{\"name\":\"x\",\"owner\":\"nobody\"}|owner",
                "/pages|{\"name\":\"x\",\"owner\":\"OWNER\",\"tasks\":[\"FLY\"]}|tasks",
                "/pages|{\"name\":\"x\",\"owner\":\"OWNER\",\"tasks\":\"MANAGE\"}|tasks",
                "/pages|{\"name\":\"x\",\"owner\":\"OWNER\",\"business\":\"1\"}|business",
                "/pages|{\"name\":\"x\",\"owner\":\"OWNER\",\"instagram\":\"1\"}|instagram",
                "/pages|{\"name\":\"x\",\"owner\":\"OWNER\",\"id\":\"abc\"}|id",
                "/businesses|{\"name\":\"x\"}|people",
                "/businesses|{\"name\":\"x\",\"people\":[\"nobody\"]}|people",
                "/accounts|{\"username\":\"x\",\"page\":\"yes\"}|page",
                "/settings|{\"shoeSize\":44}|shoeSize",
                "/settings|{\"debugTokenEmpty\":1}|debugTokenEmpty",
                "/settings|{\"appCallsPerHour\":-1}|appCallsPerHour"
            })
    void namesTheMemberThatIsWrong(String path, String body, String field) {
        var owner = meta.person(0).path("id").asText();
        var reply = meta.control("POST", path, body.replace("OWNER", owner));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /people/1, 404",
        "GET, /pages/1, 404",
        "POST, /pages/1/link, 404",
        "POST, /people/1/revoke, 404",
        "PUT, /pages, 405",
        "PUT, /businesses, 405",
        "GET, /people/1/revoke, 405",
        "GET, /people/1/2/3, 404",
        "GET, /businesses/1, 404",
        "GET, /certificate, 404"
    })
    void knowsNothingElse(String method, String path, int status) {
        assertThat(meta.control(method, path, "").status()).isEqualTo(status);
    }

    @Test
    void changesAllSettingsOrNone() {
        meta.control("POST", "/settings", "{\"debugTokenEmpty\":true,\"answers\":\"xml\"}");
        assertThat(meta.control("GET", "/settings", "")
                        .json()
                        .path("debugTokenEmpty")
                        .asBoolean(true))
                .isFalse();
    }
}
