package dev.connexions.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} says what {@code /problems/…} says. */
class ProblemsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final String HEAD = """
        # Problem types

        Every answer that is no success is `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`,
        `instance`, `requestId`, and with a validation `errors[] {pointer, detail}`. The `type` is an address that answers
        with the same words as this page.

        | type | status | what it means |
        | --- | --- | --- |
        """;

    @Test
    void listsEveryProblemType() throws IOException {
        var expected = HEAD
                + Arrays.stream(ProblemType.values())
                        .map(type -> "| `%s` | %s | **%s.** %s |\n"
                                .formatted(type.slug(), type.status(), type.title(), type.explanation()))
                        .collect(Collectors.joining());
        if ("apply".equals(System.getProperty("problems"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("mended by: mvn -pl adapters-web -am test -Dtest=ProblemsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dproblems=apply")
                .isEqualTo(expected);
    }
}
