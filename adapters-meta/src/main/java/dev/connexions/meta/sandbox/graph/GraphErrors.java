package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.people.Trouble;
import java.util.Locale;

/** The refusals that any call can meet (dossier 7.2). */
public final class GraphErrors {

    private GraphErrors() {}

    public static GraphError unknownToken() {
        return GraphError.of(190, "Invalid OAuth access token - Cannot parse access token");
    }

    public static GraphError expiredToken() {
        return GraphError.of(190, 463, "Error validating access token: Session has expired.");
    }

    public static GraphError deadToken(Trouble.Kind why) {
        var message = switch (why) {
            case REVOKED -> "Error validating access token: The user has not authorized the application.";
            case CHECKPOINTED -> "Error validating access token: The user is enrolled in a blocking checkpoint.";
            case PASSWORD_CHANGED -> "Error validating access token: The session was invalidated by a new password.";
            case UNCONFIRMED ->
                "Error validating access token: Sessions for the user are not allowed because the user is"
                        + " not a confirmed user.";
            case LOGGED_OUT -> "Error validating access token: The session is invalid because the user logged out.";
        };
        return GraphError.of(190, why.subcode(), message);
    }

    /** One unknown field anywhere fails the whole call (dossier 2.1, quirk 17). */
    public static GraphError unknownField(GraphHost host, String field, String nodeType) {
        return GraphError.of(
                        100, "(#100) Tried accessing nonexisting field (" + field + ") on node type (" + nodeType + ")")
                .withType(host.fieldError());
    }

    public static GraphError noSuchObject(GraphHost host, String method, String id) {
        return GraphError.of(
                        100,
                        33,
                        "Unsupported " + method.toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support"
                                + " this operation")
                .withType(host.methodError());
    }

    public static GraphError unknownAlias(String alias) {
        return GraphError.of(803, "(#803) Some of the aliases you requested do not exist: " + alias);
    }

    public static GraphError missingPermission(String scope) {
        return GraphError.of(10, "(#10) Application does not have permission for this action: " + scope);
    }

    public static GraphError invalidParameter(String message) {
        return GraphError.of(100, "(#100) " + message);
    }

    public static GraphError unknownVersion(String version) {
        return GraphError.of(2635, "(#2635) Unknown Graph API version " + version);
    }

    public static GraphError unknownPath(String path) {
        return GraphError.of(2500, "Unknown path components: " + path);
    }

    public static GraphError syntax(String what, int character) {
        return GraphError.of(2500, "Syntax error \"" + what + "\" at character " + character + ".");
    }

    /** Also what a dead or a wrong kind of token gets where tokens of Instagram Login are renewed (dossier 1.5). */
    public static GraphError unsupportedMethod(String method) {
        return GraphError.of(100, "Unsupported request - method type: " + method.toLowerCase(Locale.ROOT))
                .withType("IGApiException");
    }

    public static GraphError unreadable(String why) {
        return invalidParameter("Invalid request: " + why);
    }
}
