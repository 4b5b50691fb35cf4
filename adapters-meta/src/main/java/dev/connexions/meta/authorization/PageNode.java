package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Texts;
import dev.connexions.meta.catalogue.ProductScopes;
import dev.connexions.meta.shared.Answers;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A Facebook Page, as far as it leads to an account. Prints without its token.
 *
 * @param token absent where the person left the Page unticked
 * @param tasks what the person may do on the Page; absent where Meta does not say
 * @param account absent where no professional account is linked, or this token may not see it
 */
record PageNode(
        String id,
        @Nullable String name,
        @Nullable AccessToken token,
        @Nullable Set<String> tasks,
        @Nullable Account account) {

    /** No more than both ways to a Page know: one unknown field fails the whole call. */
    static final String FIELDS = "id,name,access_token,tasks,instagram_business_account{id,username}";

    private static final int MAX_NAME = 200;
    private static final int MAX_USERNAME = 100;

    static PageNode read(JsonNode page) {
        var id = Answers.id(page, "id");
        var linked = page.get("instagram_business_account");
        return new PageNode(
                id,
                printable(Answers.textIfAny(page, "name"), MAX_NAME),
                page.hasNonNull("access_token") ? Tokens.read(page, "access_token") : null,
                tasks(page.get("tasks")),
                linked == null || linked.isNull() ? null : account(linked, id));
    }

    static Account account(JsonNode user, String pageId) {
        return new Account(
                new AccountId(Answers.id(user, "id")),
                printable(Answers.textIfAny(user, "username"), MAX_USERNAME),
                // Facebook Login does not tell the kinds of professional account apart
                null,
                pageId);
    }

    /** The first thing in the way. */
    Optional<Obstacle> obstacle(ProductScopes scopes, Inspection consent) {
        if (account == null) {
            return Optional.of(Obstacle.NOT_LINKED);
        }
        if (token == null || !scopes.discovery().names().stream().allMatch(scope -> consent.covers(scope, id))) {
            return Optional.of(Obstacle.PAGE_NOT_GRANTED);
        }
        if (tasks != null && Collections.disjoint(tasks, scopes.tasks())) {
            return Optional.of(Obstacle.TASK_MISSING);
        }
        return consent.covers(scopes.profile(), account.id().value())
                ? Optional.empty()
                : Optional.of(Obstacle.SCOPE_MISSING);
    }

    Candidate candidate(ProductScopes scopes, Inspection consent) {
        var obstacle = obstacle(scopes, consent).orElse(null);
        if (account == null) {
            return new Candidate.Ineligible(null, null, null, id, name, Obstacle.NOT_LINKED);
        }
        return obstacle == null ? new Candidate.Eligible(account, name) : Candidate.ineligible(account, name, obstacle);
    }

    private static @Nullable Set<String> tasks(@Nullable JsonNode tasks) {
        if (tasks == null || !tasks.isArray()) {
            return null;
        }
        var names = new TreeSet<String>();
        tasks.forEach(task -> names.add(task.asText()));
        return names;
    }

    /** A name that cannot be shown is none; it decides nothing. */
    private static @Nullable String printable(@Nullable String raw, int max) {
        try {
            return raw == null ? null : Texts.line("name", raw.strip(), max);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }
}
