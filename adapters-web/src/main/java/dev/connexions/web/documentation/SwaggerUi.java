package dev.connexions.web.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.web.shared.Answer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Swagger UI out of its jar, with a start of our own, since its page starts by an inline script. */
final class SwaggerUi {

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Connexions: the API</title>
        <link rel="stylesheet" href="docs/swagger-ui.css">
        <link rel="icon" href="docs/favicon-32x32.png">
        </head>
        <body>
        <div id="swagger-ui"></div>
        <script src="docs/swagger-ui-bundle.js"></script>
        <script src="docs/start.js"></script>
        </body>
        </html>
        """;

    private final Map<String, Answer> assets;

    SwaggerUi() {
        var jar = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        assets = Map.of(
                "swagger-ui.css", Answer.of(200, "text/css; charset=utf-8", Resources.bytes(jar + "swagger-ui.css")),
                "swagger-ui-bundle.js", Answer.of(200, SCRIPT, Resources.bytes(jar + "swagger-ui-bundle.js")),
                "favicon-32x32.png", Answer.of(200, "image/png", Resources.bytes(jar + "favicon-32x32.png")),
                "start.js", Answer.of(200, SCRIPT, Resources.bytes("start.js")));
    }

    Answer page() {
        return Answer.html(200, PAGE, POLICY);
    }

    Optional<Answer> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static String version() {
        try {
            var properties = new Properties();
            properties.load(new StringReader(
                    new String(Resources.bytes("/META-INF/maven/org.webjars/swagger-ui/pom.properties"), UTF_8)));
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
