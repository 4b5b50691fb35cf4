package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Rejected;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.TokenLease;
import dev.connexions.meta.catalogue.ErrorClasses;
import dev.connexions.meta.catalogue.ProductScopes;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an account behind a Page can be used: the Page is asked for its token, and the account with that token. */
final class PageProof {

    private static final String PAGE_TOKEN = "PAGE";

    private final GraphClient client;
    private final FacebookTokens tokens;
    private final PageDiscovery discovery;
    private final ProductScopes scopes;
    private final InstantSource clock;

    PageProof(
            GraphClient client,
            FacebookTokens tokens,
            PageDiscovery discovery,
            ProductScopes scopes,
            InstantSource clock) {
        this.client = client;
        this.tokens = tokens;
        this.discovery = discovery;
        this.scopes = scopes;
        this.clock = clock;
    }

    Proof of(ConsentToken consent, Account account, Deadline deadline) {
        try {
            var page = page(consent.token(), account, deadline);
            if (page == null) {
                return new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED);
            }
            var token = page.token();
            var obstacle = page.obstacle(scopes, Inspection.SILENT);
            return token == null || obstacle.isPresent()
                    ? unusable(obstacle.orElse(Obstacle.PAGE_NOT_GRANTED), consent.token(), deadline)
                    : prove(account.id(), page.id(), token, deadline);
        } catch (CallFailedException failed) {
            return failed(failed.why());
        }
    }

    /** Without the permission to see it Meta leaves the account out, as if none were linked. */
    private Proof unusable(Obstacle why, AccessToken person, Deadline deadline) {
        return new Proof.Unusable(
                why == Obstacle.NOT_LINKED && tokens.inspect(person, deadline).lacks(scopes.profile())
                        ? Obstacle.SCOPE_MISSING
                        : why);
    }

    /** The Page that leads to the account; where it was last, or else wherever it is now. */
    private @Nullable PageNode page(AccessToken person, Account account, Deadline deadline) {
        var known = account.pageId() == null ? null : known(person, account.pageId(), deadline);
        if (known != null && leadsTo(known, account.id())) {
            return known;
        }
        return discovery.pages(person, true, deadline).stream()
                .filter(page -> leadsTo(page, account.id()))
                .findFirst()
                .orElse(known);
    }

    private @Nullable PageNode known(AccessToken person, String pageId, Deadline deadline) {
        var call = GraphCall.get(LoginProduct.FACEBOOK, pageId)
                .with("fields", PageNode.FIELDS)
                .as(person);
        var reply = client.send(call, deadline);
        return isGone(reply) ? null : PageNode.read(CallFailedException.body(reply));
    }

    private Proof prove(AccountId id, String pageId, AccessToken token, Deadline deadline) {
        var asked = clock.instant();
        var call = GraphCall.get(LoginProduct.FACEBOOK, id.value())
                .with("fields", "id,username")
                .as(token)
                .about(id);
        return switch (client.send(call, deadline)) {
            case GraphReply.Failed(MetaFailure.PermissionMissing missing) -> new Proof.Unusable(Obstacle.SCOPE_MISSING);
            // of a token that Meta gave out just now nothing but the moment can be wrong
            case GraphReply.Failed(var why) -> new Proof.Unavailable(why.summary());
            case GraphReply.Answered(var body) -> {
                var account = PageNode.account(body, pageId);
                if (!account.id().equals(id)) {
                    throw new GarbledAnswerException("another account than was asked for");
                }
                yield new Proof.Usable(account, token, lease(tokens.inspect(token, deadline), asked));
            }
        };
    }

    private static TokenLease lease(Inspection inspection, Instant asked) {
        var type = inspection.type();
        if (!inspection.valid() || (type != null && !type.equals(PAGE_TOKEN))) {
            throw new GarbledAnswerException("what should be a living Page's token is none");
        }
        var issued = Optional.ofNullable(inspection.issuedAt()).orElse(asked);
        return new TokenLease(issued, inspection.expiresAt());
    }

    private static Proof failed(MetaFailure why) {
        return switch (why) {
            case MetaFailure.TokenInvalid(var reason, var evidence) ->
                new Proof.ConsentRefused(evidence.code(), evidence.subcode());
            case MetaFailure.Checkpoint(var reason, var evidence) ->
                new Proof.ConsentRefused(evidence.code(), evidence.subcode());
            case MetaFailure.PermissionMissing missing -> new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED);
            default -> new Proof.Unavailable(why.summary());
        };
    }

    private static boolean leadsTo(PageNode page, AccountId id) {
        return page.account() != null && page.account().id().equals(id);
    }

    private static boolean isGone(GraphReply reply) {
        return reply instanceof GraphReply.Failed(Rejected(var reason, var evidence))
                && reason.equals(ErrorClasses.OBJECT_MISSING);
    }
}
