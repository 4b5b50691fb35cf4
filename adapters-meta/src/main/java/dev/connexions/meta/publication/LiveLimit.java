package dev.connexions.meta.publication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.publication.PublishingLimit;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.Members;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Without being asked for it Meta tells the use alone, without the limit. */
final class LiveLimit {

    static final String FIELDS = "quota_usage,config";

    private static final long LONGEST = Duration.ofDays(31).toSeconds();

    private LiveLimit() {}

    static PublishingLimit read(JsonNode body, Instant asked) {
        var answer = Answers.single(body);
        var used = count(answer, "quota_usage");
        if (used == null) {
            throw new GarbledAnswerException("quota_usage is missing");
        }
        var config = answer.path("config");
        return new PublishingLimit(
                used,
                count(config, "quota_total"),
                config.has("quota_duration")
                        ? Duration.ofSeconds(Answers.seconds(config, "quota_duration", 1, LONGEST))
                        : null,
                asked);
    }

    private static @Nullable Integer count(JsonNode object, String member) {
        var count = Members.countIfAny(object, member);
        if (count != null && count > Integer.MAX_VALUE) {
            throw new GarbledAnswerException(member + " is no count of posts");
        }
        return count == null ? null : count.intValue();
    }
}
