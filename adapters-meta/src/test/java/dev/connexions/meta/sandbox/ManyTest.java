package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More accounts than anybody looks at one by one. */
class ManyTest {

    private final RunningSandbox meta = RunningSandbox.start();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void makesManyAccountsAtOnce() {
        var before = list("/accounts").path("total").asInt();
        meta.account("{\"username\":\"shop.2\"}", "shop.2");
        var made = meta.control("POST", "/accounts", "{\"username\":\"shop\",\"login\":\"both\",\"count\":1200}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("count").asInt()).isEqualTo(1200);
        assertThat(made.json().at("/first/username").asText()).isEqualTo("shop.1");
        assertThat(made.json().at("/last/username").asText()).isEqualTo("shop.1201");
        assertThat(made.json().at("/last/page").asText()).isNotEmpty();
        var accounts = list("/accounts");
        assertThat(accounts.path("total").asInt()).isEqualTo(before + 1201);
        var ids = new HashSet<String>();
        accounts.path("items").forEach(account -> {
            ids.add(account.path("id").asText());
            ids.add(account.path("scopedId").asText());
        });
        assertThat(ids).hasSize(2 * (before + 1201));
        var last = meta.sandbox().accounts().getLast();
        assertThat(meta.me(meta.longToken(last)).json().path("username").asText())
                .isEqualTo("shop.1201");
    }

    @Test
    void findsAndLimits() {
        meta.control("POST", "/accounts", "{\"username\":\"shop\",\"count\":30}");
        var found = list("/accounts?search=SHOP.1&limit=3");
        assertThat(found.path("total").asInt()).isEqualTo(11);
        assertThat(found.path("items")).hasSize(3);
        var id = found.at("/items/0/id").asText();
        assertThat(list("/accounts?search=" + id).at("/items/0/username").asText())
                .isEqualTo("shop.1");
        assertThat(list("/people?search=nopage").at("/items/0/username").asText())
                .isEqualTo("nadia.nopage");
        assertThat(list("/pages?search=evian").at("/items/0/name").asText()).isEqualTo("Groupe Evian");
        meta.get("/nowhere");
        meta.get("/nowhere");
        assertThat(list("/requests?limit=1").path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/accounts?limit=some||limit",
                "GET|/people?limit=-1||limit",
                "GET|/pages?colour=red||colour",
                "GET|/requests?limit=x||limit",
                "POST|/accounts|{\"username\":\"x\",\"count\":0}|count",
                "POST|/accounts|{\"username\":\"x\",\"count\":100001}|count",
                "POST|/accounts|{\"username\":\"x\",\"count\":2,\"id\":\"1\"}|id",
                "POST|/accounts|{\"username\":\"x\",\"count\":2,\"owner\":\"nobody\"}|owner"
            })
    void namesWhatIsWrong(String method, String path, @Nullable String body, String field) {
        var reply = meta.control(method, path, body == null ? "" : body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
        assertThat(list("/accounts?search=x.1").path("total").asInt()).isZero();
    }

    private JsonNode list(String path) {
        return meta.control("GET", path, "").json();
    }
}
