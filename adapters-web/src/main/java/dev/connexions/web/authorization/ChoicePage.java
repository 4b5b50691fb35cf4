package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Html;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to choose from: a form without script, and why the others are not in it. */
final class ChoicePage {

    private final String formAction;

    ChoicePage(String formAction) {
        this.formAction = formAction;
    }

    /** @param notice what became of an earlier choice */
    Answer of(AuthorizationSession session, int status, @Nullable String notice) {
        var candidates = session.candidates();
        var eligible = candidates.stream()
                .filter(Candidate.Eligible.class::isInstance)
                .map(candidate -> option((Candidate.Eligible) candidate))
                .collect(Collectors.joining("\n"));
        var others = candidates.stream()
                .filter(Candidate.Ineligible.class::isInstance)
                .map(candidate -> other((Candidate.Ineligible) candidate))
                .collect(Collectors.joining("\n"));
        var content = (notice == null ? "" : "<p role=\"alert\">" + Html.escape(notice) + "</p>\n")
                + """
                <p>You gave access to several accounts. One of them is connected here.</p>
                <form method="post">
                <fieldset>
                <legend>Account</legend>
                %s
                </fieldset>
                <button type="submit">Connect</button>
                </form>\
                """.formatted(eligible)
                + (others.isEmpty() ? "" : """

                    <h2>These cannot be connected</h2>
                    <ul>
                    %s
                    </ul>\
                    """.formatted(others));
        return Html.page(status, "Which account?", content, formAction).neverStored();
    }

    private static String option(Candidate.Eligible candidate) {
        var id = Html.escape(candidate.account().id().value());
        return "<label><input type=\"radio\" name=\"account\" value=\"%s\" required> %s</label>"
                .formatted(id, name(candidate.account().username(), candidate.page(), id));
    }

    private static String other(Candidate.Ineligible it) {
        var id = it.account() == null ? null : Html.escape(it.account().value());
        return "<li>%s: %s</li>"
                .formatted(name(it.username(), it.page(), id), Html.escape(ObstacleText.of(it.obstacle())));
    }

    private static String name(@Nullable String username, @Nullable String page, @Nullable String id) {
        var account = Optional.ofNullable(username)
                .map(name -> "<strong>@" + Html.escape(name) + "</strong>")
                .or(() -> Optional.ofNullable(id).map(text -> "<code>" + text + "</code>"));
        var where = Optional.ofNullable(page).map(name -> "Page “" + Html.escape(name) + "”");
        return account.map(text -> text + where.map(name -> ", " + name).orElse(""))
                .or(() -> where)
                .orElse("An account without a name");
    }
}
