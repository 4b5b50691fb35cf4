package dev.connexions.meta.sandbox;

/**
 * An account that a person can connect.
 *
 * @param type {@code BUSINESS}, {@code MEDIA_CREATOR} or {@code PERSONAL}
 * @param login {@code instagram}, {@code facebook} or {@code both}
 * @param consentUsername what is typed into the consent form
 */
public record SandboxAccount(
        String username, String id, String type, String login, String consentUsername, String consentPassword) {}
