package dev.connexions.domain.connexion;

import java.util.Arrays;
import java.util.Optional;

/** The two ways through Meta's consent: Instagram Login needs no Facebook Page, Facebook Login for Business does. */
public enum LoginProduct {
    INSTAGRAM("instagram"),
    FACEBOOK("facebook");

    private final String code;

    LoginProduct(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<LoginProduct> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
