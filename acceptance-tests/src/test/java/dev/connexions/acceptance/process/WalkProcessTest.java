package dev.connexions.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walks that the documentation offers, as a stranger takes them. */
class WalkProcessTest {

    private static final Pattern SANDBOX = Pattern.compile("Meta sandbox: (http://127\\.0\\.0\\.1:[0-9]+)");

    @TempDir
    private Path directory;

    /** Nothing else of the build needs it. */
    @BeforeEach
    void needsCurl() {
        assumeTrue(
                Pattern.compile(File.pathSeparator)
                        .splitAsStream(System.getenv("PATH"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "curl"))),
                "the walks are taken with curl");
    }

    @Test
    void talksToTheSandboxAlone() {
        try (var sandbox = Program.run(directory, "sandbox", Map.of(), "sandbox", "--port", "0")) {
            sandbox.until(() -> SANDBOX.matcher(sandbox.log()).find());
            var address = SANDBOX.matcher(sandbox.log());
            assertThat(address.find()).isTrue();
            var walk = Program.script(directory, "docs/sandbox-walk.sh", Map.of("SANDBOX", address.group(1)));
            assertThat(walk.end()).as(walk.log()).isZero();
            assertThat(walk.log())
                    .contains(
                            "\"account_type\":\"BUSINESS\"",
                            "IN_PROGRESS",
                            "FINISHED",
                            "\"name\":\"reach\"",
                            "no answer; the container says: PUBLISHED",
                            "\"fault\":\"cut_after\"")
                    .doesNotContainPattern("IGAA[A-Za-z0-9]{20}");
        }
    }

    @Test
    void connectsWithBothProducts() {
        try (var demo = DemoProcess.start(directory)) {
            var facts = demo.facts();
            var walk = Program.script(
                    directory,
                    "docs/walk.sh",
                    Map.of(
                            "BASE", facts.path("baseUrl").asText(),
                            "SANDBOX", facts.path("sandboxUrl").asText(),
                            "OPERATOR",
                                    facts.at("/organisations/0/tokens/operator").asText(),
                            "SERVICE", facts.at("/tokens/service").asText()));
            assertThat(walk.end()).as(walk.log()).isZero();
            assertThat(walk.log())
                    .contains(
                            "\"loginProduct\":\"instagram\"",
                            "\"status\":\"awaiting_choice\"",
                            "\"loginProduct\":\"facebook\"",
                            "a token of",
                            "access_token.read",
                            "\"error_subcode\":458");
        }
    }
}
