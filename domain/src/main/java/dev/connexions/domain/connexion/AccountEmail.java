package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.Texts;
import java.util.regex.Pattern;

/** Where the account's owner is reached. Kept as it was typed; its composed form (NFC) is what is compared. */
public record AccountEmail(String value) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern ADDRESS = Pattern.compile("(?U)[^\\s@<>\",;:\\\\]{1,64}@[^\\s@<>\",;:\\\\]+");

    /** @throws IllegalArgumentException when it is not one address of at most 254 characters */
    public static AccountEmail chosen(String raw) {
        var text = Texts.line("an e-mail address", raw, MAX_LENGTH);
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("an e-mail address has the form name@host");
        }
        return new AccountEmail(text);
    }
}
