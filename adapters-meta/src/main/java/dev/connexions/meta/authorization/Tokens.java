package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;

final class Tokens {

    private Tokens() {}

    static AccessToken read(JsonNode answer, String member) {
        var text = Answers.text(answer, member);
        try {
            return new AccessToken(text);
        } catch (IllegalArgumentException malformed) {
            throw new GarbledAnswerException(member + " is no token");
        }
    }
}
