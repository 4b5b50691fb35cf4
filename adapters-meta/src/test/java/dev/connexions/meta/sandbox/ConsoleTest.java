package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page, as far as it can be judged without a browser: that what it names is there, and that no value can run. */
class ConsoleTest {

    private static final String HOSTILE = "<script>alert(1)</script>\\\"><img src=x onerror=alert(1)>";
    private static final Pattern CALL = Pattern.compile("(?m)^  (\\w+): '(GET|POST|DELETE) (/[^']*)',$");
    private static final Pattern LIST = Pattern.compile("(?s)\\n  (\\w+): \\{\\n((?:    .*?\\n)+)  \\},");
    private static final Pattern COLUMNS = Pattern.compile("(?s)columns: \\[(.*?)\\]");
    private static final Pattern WORD = Pattern.compile("'(\\w+)'");

    private final ContentSandbox sandbox = new ContentSandbox();
    private final RunningSandbox meta = sandbox.meta;
    private final String page = meta.control("GET", "", "").body();
    private final String script = meta.control("GET", "/console.js", "").body();
    private final Map<String, String> places = new LinkedHashMap<>();

    ConsoleTest() {
        var person = meta.person(1);
        places.put("person", person.path("id").asText());
        places.put("page", person.path("pages").path(0).asText());
        places.put("account", sandbox.account.id());
        places.put("metric", "reach");
        places.put("deed", "restore");
        sandbox.picture();
        places.put("host", "media.sandbox.example");
        places.put("name", "cake.jpg");
        sandbox.control("/businesses", "{\"name\":\"" + HOSTILE + "\",\"people\":[\"" + places.get("person") + "\"]}");
        places.put(
                "media",
                sandbox.control("/accounts/" + sandbox.account.id() + "/media", "{\"caption\":\"" + HOSTILE + "\"}")
                        .path("id")
                        .asText());
        sandbox.control(
                "/accounts/" + sandbox.account.id() + "/media/" + places.get("media") + "/comments",
                "{\"text\":\"" + HOSTILE + "\"}");
        sandbox.readyImage();
        // late enough to strike nothing here
        places.put(
                "fault",
                sandbox.control("/faults", "{\"behaviour\":\"html\",\"match\":{\"path\":\"/nowhere\"}}")
                        .path("id")
                        .asText());
        sandbox.control("/webhooks", "{\"account\":\"" + sandbox.account.id() + "\",\"url\":\"http://127.0.0.1:1/\"}");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/_sandbox, text/html; charset=UTF-8",
        "/_sandbox/, text/html; charset=UTF-8",
        "/_sandbox/console.js, text/javascript; charset=UTF-8",
        "/_sandbox/console.css, text/css; charset=UTF-8"
    })
    void servesItsFilesSoThatNothingElseRuns(String path, String type) {
        var reply = meta.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(meta.send("HEAD", path, "", "", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void standsBehindTheDoor() {
        var reply = meta.get("/");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo("/_sandbox");
        assertThat(meta.control("GET", "/requests", "").json().path("items"))
                .noneMatch(request -> request.path("path").asText().equals("/"));
        assertThat(meta.control("GET", "/console.html", "").status()).isEqualTo(404);
        assertThat(meta.control("POST", "/console.js", "").status()).isEqualTo(404);
    }

    @Test
    void writesNothingIntoThePageThatThePolicyForbids() {
        assertThat(page).doesNotContainPattern("(?i)<style|\\sstyle=|\\son\\w+=|javascript:|<script(?! src=)|<iframe");
        assertThat(attributes("src|href")).allMatch(value -> value.startsWith("/_sandbox/") || value.startsWith("#"));
    }

    @Test
    void turnsNoValueIntoMarkupOrCode() {
        assertThat(script)
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "createContextualFragment",
                        "DOMParser",
                        "srcdoc",
                        "eval(",
                        "new Function",
                        ".href",
                        ".src")
                .doesNotContainPattern("setAttribute\\('on");
        var posts = meta.control("GET", "/accounts/" + sandbox.account.id() + "/media", "");
        assertThat(posts.header("Content-Type")).startsWith("application/json");
        assertThat(posts.json().at("/items/0/caption").asText()).isEqualTo(HOSTILE.replace("\\", ""));
        assertThat(page + script).doesNotContain("alert(1)");
    }

    @Test
    void asksOnlyForWhatTheControlApiHas() {
        var calls = calls();
        assertThat(calls).hasSizeGreaterThan(40);
        assertThat(script.split("fetch\\(", -1)).hasSize(2);
        assertThat(page.replaceAll("href=\"[^\"]*\"|src=\"[^\"]*\"|<code>.*?</code>", ""))
                .doesNotContain("_sandbox");
        calls.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(ConsoleTest::destructiveLast))
                .forEach(call -> {
                    var reply = send(call.getValue());
                    assertThat(reply.status()).as(call.getKey()).isNotIn(404, 405);
                    if (!call.getValue().startsWith("POST")) {
                        assertThat(reply.status()).as(call.getKey()).isIn(200, 204);
                    }
                });
    }

    @Test
    void usesEveryCallThatItNamesAndNoOther() {
        var used = new ArrayList<>(attributes("data-call|data-list"));
        attributes("data-filter").stream()
                .filter(name -> !name.equals("chosen"))
                .forEach(used::add);
        assertThat(calls().keySet()).containsAll(used);
        assertThat(calls().keySet())
                .allMatch(name -> used.contains(name)
                        || script.contains("ask('" + name + "'")
                        || script.contains("act('" + name + "'"));
        assertThat(lists().keySet()).containsExactlyInAnyOrderElementsOf(attributes("data-list"));
    }

    @Test
    void showsMembersThatThereAre() {
        lists().forEach((name, columns) -> {
            var items = send(calls().getOrDefault(name, "GET /nothing")).json().path("items");
            if (!name.equals("subscriptions") && !name.equals("usage")) {
                assertThat(items).as(name).isNotEmpty();
            }
            columns.stream()
                    // an answer's error, and whether there is a number of times, depend on the fault
                    .filter(column -> !column.equals("error"))
                    .forEach(column -> assertThat(items).as(name + "." + column).allMatch(item -> item.has(column)));
        });
    }

    @Test
    void offersWhatTheApiOffersAndCopiesNothing() {
        var choices = meta.control("GET", "/choices", "").json();
        assertThat(attributes("data-choice|data-hint")).isNotEmpty().allMatch(choices::has);
        var names = new ArrayList<String>();
        meta.control("GET", "/scenarios", "")
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asText()));
        texts(choices.path("behaviour")).stream()
                .filter(word -> word.contains("_"))
                .forEach(names::add);
        texts(choices.path("deed")).stream().filter(word -> word.contains("-")).forEach(names::add);
        choices.path("settings").fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSizeGreaterThan(60).noneMatch((page + script)::contains);
    }

    @Test
    void offersWordsThatTheApiTakes() {
        var choices = meta.control("GET", "/choices", "").json();
        for (var behaviour : texts(choices.path("behaviour"))) {
            plant("{\"behaviour\":\"" + behaviour + "\",\"match\":{\"path\":\"/nowhere\"}}");
        }
        for (var token : texts(choices.path("token"))) {
            plant("{\"behaviour\":\"html\",\"match\":{\"path\":\"/nowhere\",\"token\":\"" + token + "\"}}");
        }
        for (var deed : texts(choices.path("deed"))) {
            sandbox.control("/people/" + places.get("person") + "/" + deed, "");
        }
        sandbox.control("/people/" + places.get("person") + "/restore", "");
        for (var login : texts(choices.path("login"))) {
            for (var type : texts(choices.path("accountType"))) {
                sandbox.control(
                        "/accounts",
                        "{\"username\":\"" + login + "." + type + "\",\"page\":false,\"login\":\"" + login
                                + "\",\"type\":\"" + type + "\"}");
            }
        }
        for (var format : texts(choices.path("format"))) {
            sandbox.control("/files", "{\"name\":\"choice\",\"image\":{\"format\":\"" + format + "\"}}");
        }
        for (var product : texts(choices.path("product"))) {
            sandbox.control("/accounts/" + sandbox.account.id() + "/media", "{\"product\":\"" + product + "\"}");
        }
        var settings = meta.control("GET", "/settings", "").json();
        assertThat(texts(choices.path("settings"))).hasSameSizeAs(texts(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search=NOBODY.HAS.THIS&limit=3", "limit=0"})
    void canBeGivenNothing(String query) {
        assertThat(meta.control("GET", "/accounts?" + query, "").json().path("items"))
                .isEmpty();
    }

    private void plant(String fault) {
        var id = sandbox.control("/faults", fault).path("id").asText();
        assertThat(meta.control("DELETE", "/faults/" + id, "").status()).isEqualTo(204);
    }

    private Reply send(String call) {
        var parts = call.split(" ", 2);
        var path = parts[1];
        for (var place : places.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        return meta.control(parts[0], path, "");
    }

    /** Looking, then changing, then taking away; and beginning anew at the very end. */
    private static int destructiveLast(String one, String other) {
        return Integer.compare(destruction(one), destruction(other));
    }

    private static int destruction(String call) {
        if (call.endsWith("/reset")) {
            return 4;
        }
        return call.startsWith("GET") ? 0 : call.startsWith("POST") ? 1 : call.contains("{") ? 2 : 3;
    }

    private Map<String, String> calls() {
        var calls = new LinkedHashMap<String, String>();
        CALL.matcher(script).results().forEach(call -> calls.put(call.group(1), call.group(2) + " " + call.group(3)));
        return calls;
    }

    private Map<String, List<String>> lists() {
        var table = script.substring(script.indexOf("const LISTS"), script.indexOf("const EVERY"));
        var lists = new LinkedHashMap<String, List<String>>();
        LIST.matcher(table).results().forEach(list -> {
            var columns = COLUMNS.matcher(list.group(2));
            assertThat(columns.find()).as(list.group(1)).isTrue();
            lists.put(
                    list.group(1),
                    WORD.matcher(columns.group(1))
                            .results()
                            .map(word -> word.group(1))
                            .toList());
        });
        return lists;
    }

    private List<String> attributes(String names) {
        return Pattern.compile("\\s(?:" + names + ")=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
