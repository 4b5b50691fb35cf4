package dev.connexions.meta.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.media.InstagramProfiles;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.media.AccountProfile;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.Members;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an account shows itself, by HTTP. */
public final class GraphProfiles implements InstagramProfiles {

    /** The port promises ten seconds; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private static final String BOTH =
            "id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count";

    private final GraphClient client;
    private final Duration limit;

    public GraphProfiles(GraphClient client) {
        this(client, LIMIT);
    }

    GraphProfiles(GraphClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    @Override
    public Look profile(MetaAccess access) {
        return Answered.of(
                client.send(ask(access), Deadline.in(limit)),
                body -> new Look.Seen(read(access, body)),
                Look.Failed::new);
    }

    /** The two products know each other's fields so little that one of them fails the call. */
    private static GraphCall ask(MetaAccess access) {
        return switch (access.product()) {
            case INSTAGRAM -> AccountCalls.get(access, "me").with("fields", BOTH + ",user_id,account_type");
            case FACEBOOK -> AccountCalls.get(access, access.account().value()).with("fields", BOTH);
        };
    }

    private static AccountProfile read(MetaAccess access, JsonNode body) {
        var answer = Answers.single(body);
        var id = switch (access.product()) {
            case INSTAGRAM -> Answers.id(answer, "user_id");
            case FACEBOOK -> Answers.id(answer, "id");
        };
        return new AccountProfile(
                new Account(new AccountId(id), Answers.textIfAny(answer, "username"), type(answer), access.pageId()),
                Answers.textIfAny(answer, "name"),
                Answers.textIfAny(answer, "biography"),
                Answers.textIfAny(answer, "website"),
                Members.addressIfAny(answer, "profile_picture_url"),
                Members.countIfAny(answer, "followers_count"),
                Members.countIfAny(answer, "follows_count"),
                Members.countIfAny(answer, "media_count"));
    }

    private static @Nullable AccountType type(JsonNode answer) {
        var name = Answers.textIfAny(answer, "account_type");
        return name == null ? null : AccountType.of(name).orElse(null);
    }
}
