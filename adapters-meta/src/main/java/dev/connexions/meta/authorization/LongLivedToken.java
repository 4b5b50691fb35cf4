package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.TokenLease;
import dev.connexions.meta.shared.Answers;
import java.time.Duration;
import java.time.Instant;

/** A token for sixty days, as Meta says today; how long exactly, its answer says. */
record LongLivedToken(AccessToken token, TokenLease lease) {

    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(90);

    /** @param asked when it was asked for: by the answer some of its life is gone already */
    static LongLivedToken read(JsonNode body, Instant asked) {
        var answer = Answers.single(body);
        var lifetime = Answers.seconds(answer, "expires_in", LEAST.toSeconds(), MOST.toSeconds());
        return new LongLivedToken(
                Tokens.read(answer, "access_token"), new TokenLease(asked, asked.plusSeconds(lifetime)));
    }
}
