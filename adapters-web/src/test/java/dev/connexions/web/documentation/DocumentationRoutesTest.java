package dev.connexions.web.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.TestService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentationRoutesTest {

    private final Client http = TestService.shared().client();

    @Test
    void servesTheDocumentAsItWasWrittenAndAsJson() throws IOException {
        var yaml = http.get("/openapi").has(200);
        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        var json = http.with("Accept", "application/json").get("/openapi").has(200);
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.json()).isEqualTo(new YAMLMapper().readTree(yaml.text()));
        assertThat(http.with("Accept", "text/html,*/*;q=0.8").get("/openapi").header("Content-Type"))
                .isEqualTo("application/yaml");
        http.with("Accept", "text/html").get("/openapi").isProblem(406, "not-acceptable");
    }

    @Test
    void showsItWithNothingFromElsewhereAndNoInlineScript() {
        var page = http.get("/docs").has(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("connect-src 'self'");
        assertThat(page.text()).doesNotContain("http://", "https://").doesNotContainPattern("<script>");
        var assets = new ArrayList<String>();
        var references = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.text());
        while (references.find()) {
            assets.add(references.group(1));
        }
        assertThat(assets).hasSize(4);
        for (var asset : assets) {
            assertThat(http.get("/" + asset).has(200).text()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainsEveryProblem(ProblemType type) {
        var page = http.get(type.uri()).has(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains(type.uri()).doesNotContain("`");
        var json = http.with("Accept", "application/json").get(type.uri()).json();
        assertThat(json.path("type").asText()).isEqualTo(type.uri());
        assertThat(json.path("status").asInt()).isEqualTo(type.status());
        assertThat(json.path("title").asText()).isEqualTo(type.title());
    }

    @Test
    void documentsEveryProblem() {
        var documented = new ArrayList<String>();
        http.with("Accept", "application/json")
                .get("/openapi")
                .json()
                .at("/components/schemas/ProblemType/enum")
                .forEach(uri -> documented.add(uri.asText()));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::uri)
                        .toList());
    }

    @Test
    void knowsNothingOfOtherAssetsAndProblems() {
        for (var path : List.of("/docs/index.html", "/docs/swagger-initializer.js", "/problems/Not-Found")) {
            http.get(path).isProblem(404, "not-found");
        }
    }
}
