package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.app.Configuration;
import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.token.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an app asks for when it sends a browser to the dialog of Facebook Login (dossier 1.4, step 1). */
record FacebookAsked(
        String redirectUri,
        List<String> scopes,
        @Nullable String state,
        boolean again,
        boolean withScopes,
        @Nullable Configuration configuration) {

    private static final Set<String> RESPONSE_TYPES = Set.of("", "code", "code granted_scopes", "code,granted_scopes");

    FacebookAsked {
        scopes = List.copyOf(scopes);
    }

    static FacebookAsked of(Call call, RegisteredApp app) {
        var configuration =
                call.params().one("config_id").map(app.configurations()::get).orElse(null);
        var asked = configuration == null ? call.params().list("scope") : configuration.scopes();
        return new FacebookAsked(
                call.params().one("redirect_uri").orElse(""),
                Stream.concat(Stream.of(Scopes.PUBLIC_PROFILE), asked.stream())
                        .distinct()
                        .toList(),
                call.params().one("state").orElse(null),
                call.params().list("auth_type").contains("rerequest"),
                call.params().flag("return_scopes")
                        || call.params().one("response_type").orElse("").contains("granted_scopes"),
                configuration);
    }

    /** A configuration's permissions are all granted, or none is. */
    boolean isWhole() {
        return configuration != null;
    }

    Token.Kind kind() {
        return configuration != null && configuration.systemUser() ? Token.Kind.SYSTEM_USER : Token.Kind.USER;
    }

    /** What is wrong with it, if anything. */
    Optional<String> fault(Call call, RegisteredApp app) {
        if (!call.params().one("client_id").orElse("").equals(app.id())) {
            return Optional.of("Invalid App ID: the provided app ID does not look like a valid app ID.");
        }
        if (!app.allows(redirectUri)) {
            return Optional.of("URL Blocked: this redirect failed because the redirect URI is not one of the app's.");
        }
        if (call.params().one("config_id").isPresent()) {
            return faultOfConfiguration(call);
        }
        if (!RESPONSE_TYPES.contains(responseType(call))) {
            return Optional.of("Invalid response_type: it must be code.");
        }
        var unknown =
                scopes.stream().filter(scope -> !Scopes.ALL.contains(scope)).toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of("Invalid Scopes: " + String.join(", ", unknown));
    }

    private Optional<String> faultOfConfiguration(Call call) {
        if (configuration == null) {
            return Optional.of("Invalid config_id: it is not one of the app's configurations.");
        }
        if (call.params().one("scope").isPresent()) {
            return Optional.of("Invalid parameters: scope and config_id do not go together.");
        }
        var code = responseType(call).equals("code") && call.params().flag("override_default_response_type");
        return configuration.systemUser() && !code
                ? Optional.of("Invalid response_type: a system user's configuration needs response_type=code and"
                        + " override_default_response_type=true.")
                : Optional.empty();
    }

    private static String responseType(Call call) {
        return call.params().one("response_type").orElse("").strip();
    }
}
