package dev.connexions.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

    @TempDir
    private Path parent;

    @Test
    void isHeldByOneDemoAtATime() {
        var chosen = parent.resolve("data");
        try (var first = DemoDirectory.open(chosen)) {
            assertThatThrownBy(() -> DemoDirectory.open(chosen))
                    .isInstanceOf(DemoException.class)
                    .hasMessage("another demo is running on " + first.path());
        }
        try (var second = DemoDirectory.open(chosen)) {
            assertThat(second.path()).isEqualTo(chosen);
        }
    }

    @Test
    void staysWhenItWasChosenAndGoesWhenItWasNot() throws IOException {
        var chosen = parent.resolve("data");
        DemoDirectory.open(chosen).close();
        assertThat(chosen).exists();

        Path temporary;
        try (var directory = DemoDirectory.open(null)) {
            temporary = directory.path();
            Files.writeString(temporary.resolve("something"), "kept for a while");
        }
        assertThat(temporary).doesNotExist();
    }

    @Test
    void clearsAwayWhatAKilledDemoLeft() throws IOException {
        try (var running = DemoDirectory.open(null)) {
            var abandoned = Files.createDirectory(running.path().resolveSibling("abandoned-" + System.nanoTime()));
            Files.writeString(abandoned.resolve("demo.lock"), "");
            Files.writeString(abandoned.resolve("something"), "left behind");
            try (var next = DemoDirectory.open(null)) {
                assertThat(abandoned).doesNotExist();
                assertThat(running.path()).exists();
                assertThat(next.path()).isNotEqualTo(running.path());
            }
        }
    }

    @Test
    void remembersItsSecretsAndNeverPrintsThem() {
        var secrets = DemoSecrets.in(parent);
        assertThat(DemoSecrets.in(parent)).isEqualTo(secrets);
        assertThat(secrets.jwtSecret()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(secrets.toString()).doesNotContain(secrets.jwtSecret(), secrets.ownerPassword());
        assertThat(parent.resolve("secrets.json"))
                .isReadable()
                .satisfies(
                        file -> assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
    }
}
