package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.shared.Texts;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * Whose token it is.
 *
 * @param personId the app-scoped id ({@code id}); the account's own is {@code user_id}
 */
record Profile(String personId, Account account, boolean professional) {

    static final String FIELDS = "id,user_id,username,name,account_type";

    private static final int MAX_USERNAME = 100;

    static Profile read(JsonNode body) {
        var answer = Answers.single(body);
        var type = Answers.text(answer, "account_type");
        return new Profile(
                Answers.id(answer, "id"),
                new Account(
                        new AccountId(Answers.id(answer, "user_id")),
                        username(Answers.textIfAny(answer, "username")),
                        // a kind that is new to us is still not personal
                        AccountType.of(type).orElse(null),
                        null),
                !type.equalsIgnoreCase("PERSONAL"));
    }

    Candidate candidate() {
        return professional
                ? new Candidate.Eligible(account, null)
                : Candidate.ineligible(account, null, Obstacle.PERSONAL);
    }

    private static @Nullable String username(@Nullable String raw) {
        try {
            return raw == null ? null : Texts.line("username", raw, MAX_USERNAME);
        } catch (IllegalArgumentException insane) {
            throw new GarbledAnswerException("username is none");
        }
    }
}
