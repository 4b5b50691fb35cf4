package dev.connexions.web.identity;

import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.web.identity.Rejected.Why;
import dev.connexions.web.shared.Gate;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.shared.SecurityLog;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Admits who presents a token of the platform. */
public final class Authentication implements Gate {

    private static final String BEARER = "Bearer ";
    private static final Set<String> ROLES = Set.of("authenticated", "service_role");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final int FORGED_PER_WINDOW = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final TokenRules rules;
    private final Signatures signatures;
    private final InstantSource clock;
    private final ForgedTokens forged = new ForgedTokens(FORGED_PER_WINDOW, WINDOW, ADDRESSES);

    /** @param clock the real time, whatever clock the rest of the service goes by */
    public Authentication(TokenRules rules, InstantSource clock) {
        this.rules = rules;
        this.signatures = new Signatures(rules.keys());
        this.clock = clock;
    }

    @Override
    public Caller.User admit(List<String> authorization, InetAddress peer, RequestId request) {
        if (authorization.isEmpty()) {
            SecurityLog.refused("no_credential", request, null);
            throw new Refusal(ProblemType.UNAUTHENTICATED, "Send Authorization: Bearer and a token of the platform.")
                    .with(CHALLENGE, "Bearer");
        }
        try {
            return user(Claims.read(signatures.payload(token(authorization))), request);
        } catch (Rejected rejected) {
            throw refusal(rejected.why(), peer, request);
        } catch (KeysUnavailableException unavailable) {
            SecurityLog.refused("keys_unavailable", request, null);
            throw new Refusal(ProblemType.IDENTITY_UNAVAILABLE, "Credentials cannot be checked now; try again soon.")
                    .retryAfter(SOON);
        }
    }

    private Refusal refusal(Why why, InetAddress peer, RequestId request) {
        var pause = why.isForged() ? forged.add(peer, clock.instant()) : Optional.<Duration>empty();
        if (pause.isPresent()) {
            SecurityLog.refused("too_many_forged_tokens", request, null);
            return new Refusal(ProblemType.RATE_LIMITED, "Too many wrong tokens came from this address.")
                    .retryAfter(pause.get());
        }
        SecurityLog.refused("token_" + why.name().toLowerCase(Locale.ROOT), request, null);
        return new Refusal(ProblemType.UNAUTHENTICATED, why.detail()).with(CHALLENGE, "Bearer error=\"invalid_token\"");
    }

    private Caller.User user(Claims claims, RequestId request) throws Rejected {
        claims.check(rules, clock.instant());
        var subject = claims.subject();
        if (!ROLES.contains(claims.role())) {
            SecurityLog.refused("role", request, subject);
            throw new Refusal(ProblemType.INSUFFICIENT_PERMISSION, "The role of the token has no access here.");
        }
        return new Caller.User(subject, claims.permissions(), request);
    }

    private static String token(List<String> authorization) throws Rejected {
        if (authorization.size() > 1) {
            throw new Rejected(Why.AMBIGUOUS);
        }
        var credential = authorization.getFirst();
        if (!credential.regionMatches(true, 0, BEARER, 0, BEARER.length()) || !isOneWord(credential, BEARER.length())) {
            throw new Rejected(Why.NOT_BEARER);
        }
        return credential.substring(BEARER.length());
    }

    private static boolean isOneWord(String text, int begin) {
        for (var i = begin; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ',' || Character.isWhitespace(c)) {
                return false;
            }
        }
        return text.length() > begin;
    }
}
