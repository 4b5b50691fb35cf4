package dev.connexions.meta.sandbox.people;

/** By which of Meta's two consents an account can be reached. */
public enum LoginWay {
    INSTAGRAM,
    FACEBOOK,
    BOTH;

    public boolean throughInstagram() {
        return this != FACEBOOK;
    }

    public boolean throughFacebook() {
        return this != INSTAGRAM;
    }
}
