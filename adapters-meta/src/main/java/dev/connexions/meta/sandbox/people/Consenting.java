package dev.connexions.meta.sandbox.people;

/** Who consents to the connexion of an account. */
public final class Consenting {

    private Consenting() {}

    /**
     * What is typed into the consent form: the account's own name, which opens Facebook's dialog too, as its owner; and the
     * owner's where Instagram's dialog would not let the account in.
     */
    public static String username(Account account, Person owner) {
        return account.login().throughInstagram() ? account.username() : owner.username();
    }
}
