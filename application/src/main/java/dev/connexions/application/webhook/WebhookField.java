package dev.connexions.application.webhook;

import dev.connexions.domain.connexion.LoginProduct;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Meta can tell us of unasked, as far as the product listens (Meta's "Webhooks" for Instagram). */
public enum WebhookField {
    COMMENTS,
    LIVE_COMMENTS,
    MENTIONS,
    STORY_INSIGHTS;

    /** Meta's name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WebhookField> of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }

    /** Mentions and story insights are documented for Facebook Login only. */
    public boolean offeredWith(LoginProduct product) {
        return switch (this) {
            case COMMENTS, LIVE_COMMENTS -> true;
            case MENTIONS, STORY_INSIGHTS -> product == LoginProduct.FACEBOOK;
        };
    }
}
