package dev.connexions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.bootstrap.command.Connexions;
import dev.connexions.bootstrap.command.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is typed, and what comes of it; what needs a server or a database is tested as a process. */
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "help",
                "demo --help",
                "serve --help",
                "migrate --help",
                "sandbox --help",
                "keys --help",
                "keys init --help",
                "keys status --help",
                "doctor --help",
                "--version"
            })
    void helps(String line) {
        assertThat(run(line)).isZero();
        assertThat(out.toString()).contains("connexions");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                    | a command is missing
        keys                  | init or status is missing
        publish               | Unmatched argument at index 0: 'publish'
        serve --port 1        | Unknown options: '--port', '1'
        sandbox --port x      | Invalid value for option '--port'
        sandbox --port 65536  | --port is a whole number from 0 to 65535
        sandbox --seed x      | Invalid value for option '--seed'
        demo --data-dir       | Missing required parameter for option '--data-dir'
        """)
    void tellsWrongUsageFromFailure(String line, String complaint) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString()).contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "migrate", "keys init", "keys status", "doctor"})
    void namesMissingSettingsOnOneLine(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("connexions: CONNEXIONS_").doesNotContain("\n");
    }

    @Test
    void knowsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("connexions ");
    }

    private int run(String line) {
        var arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
        return new CommandLine(new Connexions())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }
}
