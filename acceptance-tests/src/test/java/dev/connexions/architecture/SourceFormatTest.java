package dev.connexions.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every source file is formatted; with {@code -Dformat=apply} it is so afterwards. */
class SourceFormatTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceFileIsFormatted() throws IOException {
        var apply = "apply".equals(System.getProperty("format"));
        var unformatted = new ArrayList<String>();
        var sources = sources();
        assertThat(sources).hasSizeGreaterThan(100);
        for (var source : sources) {
            var text = Files.readString(source);
            var formatted = formatted(source, text);
            if (!formatted.equals(text)) {
                unformatted.add(ROOT.relativize(source).toString());
                if (apply) {
                    Files.writeString(source, formatted);
                }
            }
        }
        assertThat(apply ? List.of() : unformatted)
                .as("mended by: mvn -pl acceptance-tests -am test -Dtest=SourceFormatTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dformat=apply")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        var path = ROOT.relativize(file).toString().replace('\\', '/');
                        return path.contains("/src/") && !path.contains("/target/");
                    })
                    .toList();
        }
    }

    private static String formatted(Path source, String text) {
        try {
            return FORMATTER.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new AssertionError(source + ": " + e.getMessage(), e);
        }
    }
}
