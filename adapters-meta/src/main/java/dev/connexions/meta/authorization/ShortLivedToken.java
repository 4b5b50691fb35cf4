package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.shared.Answers;

/** What the code was worth: a token for an hour, and what the person granted, which may be less than was asked. */
record ShortLivedToken(AccessToken token, Scopes granted) {

    static ShortLivedToken read(JsonNode body) {
        var answer = Answers.single(body);
        return new ShortLivedToken(
                Tokens.read(answer, "access_token"), Scopes.of(Answers.scopes(answer, "permissions")));
    }
}
