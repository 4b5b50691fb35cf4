package dev.connexions.web.authorization;

import dev.connexions.application.authorization.CompleteAuthorization.Answer;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.util.List;
import java.util.Map;

/** What Meta put into the address that it sent the browser back to. Its error texts are not read. */
record MetaRedirect(OneTimeSecret state, Answer answer) {

    private static final int MAX_LENGTH = 512;

    /** Meta appends it to the address, where some browsers take it for a part of the code. */
    private static final String SUFFIX = "#_";

    static MetaRedirect read(Map<String, List<String>> parameters) {
        var states = parameters.getOrDefault("state", List.of());
        if (states.size() != 1 || !isSane(states.getFirst())) {
            throw new Refusal(ProblemType.OAUTH_STATE_INVALID, "The address carries no state, or not exactly one.");
        }
        return new MetaRedirect(new OneTimeSecret(states.getFirst()), answer(parameters));
    }

    private static Answer answer(Map<String, List<String>> parameters) {
        var codes = parameters.getOrDefault("code", List.of());
        var errors = parameters.getOrDefault("error", List.of());
        if (codes.size() + errors.size() != 1) {
            throw malformed();
        }
        if (codes.isEmpty()) {
            if (!isSane(errors.getFirst())) {
                throw malformed();
            }
            return new Answer.Denied();
        }
        return new Answer.Consented(code(codes.getFirst()));
    }

    private static InstagramLogin.Code code(String raw) {
        var code = raw.endsWith(SUFFIX) ? raw.substring(0, raw.length() - SUFFIX.length()) : raw;
        try {
            return new InstagramLogin.Code(code);
        } catch (IllegalArgumentException wrong) {
            throw malformed();
        }
    }

    private static boolean isSane(String value) {
        return !value.isEmpty() && value.length() <= MAX_LENGTH;
    }

    private static Refusal malformed() {
        return new Refusal(
                ProblemType.MALFORMED_REQUEST, "The address carries neither exactly one code nor exactly one error.");
    }
}
