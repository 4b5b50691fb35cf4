package dev.connexions.domain.connexion;

/** Meta's id of an Instagram professional account. A text: it exceeds 2^53 and only looks like a number. */
public record AccountId(String value) {

    private static final int MAX_LENGTH = 64;

    public AccountId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an account id has 1 to 64 characters");
        }
    }
}
