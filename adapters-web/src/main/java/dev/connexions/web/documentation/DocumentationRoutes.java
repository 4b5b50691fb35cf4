package dev.connexions.web.documentation;

import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Html;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;

public final class DocumentationRoutes {

    record ProblemMeaning(String type, String title, int status, String explanation) {}

    private final ApiDocument document = new ApiDocument();
    private final SwaggerUi swaggerUi = new SwaggerUi();

    public void declare(Api api) {
        api.get("/openapi", Access.everybody(), this::document);
        api.get("/docs", Access.everybody(), call -> swaggerUi.page());
        api.get("/docs/{asset}", Access.everybody(), this::asset);
        api.get("/problems/{slug}", Access.everybody(), this::problem);
    }

    private Answer document(Call call) {
        var mediaType = call.prefer("application/yaml", "application/json");
        return mediaType.equals("application/json")
                ? Answer.json(200, document.tree())
                : Answer.of(200, mediaType, document.yaml());
    }

    private Answer asset(Call call) {
        return swaggerUi.asset(call.pathParameter("asset")).orElseThrow(Refusal::notFound);
    }

    private Answer problem(Call call) {
        var type = ProblemType.of(call.pathParameter("slug")).orElseThrow(Refusal::notFound);
        if (call.prefer("text/html", "application/json").equals("application/json")) {
            return Answer.json(200, new ProblemMeaning(type.uri(), type.title(), type.status(), type.explanation()));
        }
        return Html.page(
                200,
                type.title(),
                "<p>%s</p>\n<footer>Status %s, <code>%s</code></footer>"
                        .formatted(withCode(type.explanation()), type.status(), type.uri()));
    }

    private static String withCode(String explanation) {
        return Html.escape(explanation).replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
