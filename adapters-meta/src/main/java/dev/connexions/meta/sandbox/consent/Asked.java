package dev.connexions.meta.sandbox.consent;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.http.Call;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an app asks for when it sends a browser to the dialog. */
record Asked(
        String redirectUri, List<String> scopes, @Nullable String state) {

    /** The names that are valid since 27 January 2025. */
    private static final List<String> SCOPES = List.of(
            "instagram_business_basic",
            "instagram_business_content_publish",
            "instagram_business_manage_comments",
            "instagram_business_manage_insights",
            "instagram_business_manage_messages");

    Asked {
        scopes = List.copyOf(scopes);
    }

    static Asked of(Call call) {
        return new Asked(
                call.params().one("redirect_uri").orElse(""),
                call.params().list("scope").stream().distinct().toList(),
                call.params().one("state").orElse(null));
    }

    /** What is wrong with it, if anything. */
    Optional<String> fault(Call call, RegisteredApp app) {
        if (!call.params().one("client_id").orElse("").equals(app.id())) {
            return Optional.of("Invalid platform app: client_id is not the id of an app.");
        }
        if (!app.allows(redirectUri)) {
            return Optional.of("Invalid redirect_uri: it is not one of the app's.");
        }
        if (!call.params().one("response_type").orElse("").equals("code")) {
            return Optional.of("Invalid response_type: it must be code.");
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            return Optional.of("Invalid scope: it must name permissions of Instagram Login.");
        }
        return Optional.empty();
    }
}
